/**
 * Open311 has no place for a reference of ours, so a text that the bridge writes ends with a line of its own: what it is and
 * of which number. By it the bridge knows its own, and whether a write of unknown outcome arrived.
 */
export interface MarkedText {
  /** Without the line. */
  readonly text: string;
  /** Such as `lapor-followup:501`; `null`: the text is not ours. */
  readonly mark: string | null;
}

const MARK = /^\[((?:lapor|lapor-followup|lapor-status):[\w.-]{1,200})\]$/;
/** Of a description (GeoReport v2), in UTF-16 units. */
const MAX_LENGTH = 4_000;
const CUT = '… (dipotong; selengkapnya di LAPOR!)';

/** A text with its mark, no longer than a description may be: the text is cut, never the mark. */
export function markedText(text: string, mark: string): string {
  const end = `\n\n[${mark}]`;
  const room = MAX_LENGTH - end.length;
  // Half of a letter outside the basic plane is none.
  const cut = text.slice(0, room - CUT.length).replace(/[\ud800-\udbff]$/, '');
  return `${text.length <= room ? text : `${cut}${CUT}`}${end}`;
}

/** Takes a text that came back apart. */
export function readMark(text: string): MarkedText {
  const trimmed = text.trimEnd();
  const start = trimmed.lastIndexOf('\n') + 1;
  const mark = MARK.exec(trimmed.slice(start).trim())?.[1] ?? null;
  return mark === null ? { text, mark } : { text: trimmed.slice(0, start).trimEnd(), mark };
}
