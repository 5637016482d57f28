import { lastLineIsReference } from './reference.ts';

/** One part of a long answer, as it was sent. */
export interface PartOf {
  readonly reference: string;
  /** From 1. */
  readonly part: number;
  /** `undefined`: not known. */
  readonly parts: number | undefined;
}

/** True where a text is this part: our reference is its last line and, of several parts, `(2/3)` begins its first. */
export function isPartOf(text: string, { reference, part, parts }: PartOf): boolean {
  if (!lastLineIsReference(text, reference)) return false;
  if (parts === 1) return true;
  const shown = /^\s*\((\d+)\/\d+\)/.exec(text)?.[1];
  return shown === undefined ? part === 1 : shown === String(part);
}
