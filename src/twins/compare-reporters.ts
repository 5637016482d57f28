import type { TwinReporter } from './twin-subject.ts';

/**
 * Whether two reports are of one person: by what they agree in, `alike` where only the beginning of a name or a common name
 * does, `different` where everything that both tell differs, `unknown` where they tell nothing in common.
 */
export type ReporterEvidence = 'phone' | 'email' | 'name' | 'alike' | 'different' | 'unknown';

export function compareReporters(a: TwinReporter, b: TwinReporter): ReporterEvidence {
  if (a.phone !== null && a.phone === b.phone) return 'phone';
  if (a.email !== null && a.email === b.email) return 'email';
  const differs = (a.phone !== null && b.phone !== null) || (a.email !== null && b.email !== null);
  const names = compareNames(a.name, b.name);
  // Two people of one name have two telephones.
  if (names === 'same') return differs || a.name.length < 2 ? 'alike' : 'name';
  if (names === 'alike') return 'alike';
  return differs || names === 'different' ? 'different' : 'unknown';
}

function compareNames(a: readonly string[], b: readonly string[]): 'same' | 'alike' | 'different' | null {
  if (a.length === 0 || b.length === 0) return null;
  if (a.join(' ') === b.join(' ')) return 'same';
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const isShortened = few.every((word) =>
    many.some((other) => other === word || (word.length === 1 && other.startsWith(word))),
  );
  return isShortened && few.some((word) => word.length > 1) ? 'alike' : 'different';
}
