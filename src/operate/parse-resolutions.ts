/** One report and what a person knows of it; `tracking: null` means that it is not at LAPOR!. */
export interface Resolution {
  readonly id: string;
  readonly tracking: string | null;
}

/**
 * The lines of a file for `resolve --file`: `<id> <tracking number | absent>`, separated by blanks, `,` or `;`. Empty lines
 * and lines that begin with `#` say nothing. Null if any other line is not understood: half a file is not settled.
 */
export function parseResolutions(text: string): readonly Resolution[] | null {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const resolutions = lines.map(parseLine);
  return resolutions.every((one) => one !== null) ? resolutions : null;
}

/** Digits only (contract page, "Identifiers"). */
export function isTrackingNumber(text: string): boolean {
  return /^\d{1,20}$/.test(text);
}

function parseLine(line: string): Resolution | null {
  const [id, answer, ...rest] = line.split(/[\s,;]+/);
  if (id === undefined || answer === undefined || rest.length > 0) return null;
  if (answer === 'absent') return { id, tracking: null };
  return isTrackingNumber(answer) ? { id, tracking: answer } : null;
}
