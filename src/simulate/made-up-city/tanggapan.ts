import type { Opd } from './opd.ts';

export interface Tanggapan {
  readonly isi: string;
  readonly penulis: 'opd' | 'pelapor';
  readonly opd: Opd | null;
  readonly internal: boolean;
  /** Days after the report was filed; fractions are hours. */
  readonly afterDays: number;
}

/** A department's public answer, one paragraph or several. */
export function answer(afterDays: number, opd: Opd, ...paragraphs: readonly string[]): Tanggapan {
  return { isi: paragraphs.join('\n\n'), penulis: 'opd', opd, internal: false, afterDays };
}

/** A note between departments, which never leaves the city. */
export function note(afterDays: number, opd: Opd, isi: string): Tanggapan {
  return { isi, penulis: 'opd', opd, internal: true, afterDays };
}

/** What the reporter wrote back. */
export function reply(afterDays: number, isi: string): Tanggapan {
  return { isi, penulis: 'pelapor', opd: null, internal: false, afterDays };
}
