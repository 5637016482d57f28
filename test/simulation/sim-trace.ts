import { createHash } from 'node:crypto';

/** What happened in a run: its last lines for people, and a hash of all of them. */
export interface SimTrace {
  add(line: string): void;
  lastLines(): readonly string[];
  hash(): string;
}

const KEPT = 200;
const HASHED_AT_ONCE = 32_768;

/** `mono` gives the moment that each line begins with. */
export function createSimTrace(mono: () => number): SimTrace {
  const hash = createHash('sha256');
  const lines: string[] = [];
  let unhashed = '';

  function hashSoFar(): void {
    hash.update(unhashed);
    unhashed = '';
  }

  return {
    add(line) {
      const full = `${Math.floor(mono())} ${line}`;
      unhashed += full;
      if (unhashed.length > HASHED_AT_ONCE) hashSoFar();
      lines.push(full);
      if (lines.length > KEPT) lines.shift();
    },
    lastLines: () => [...lines],
    hash() {
      hashSoFar();
      return hash.copy().digest('hex');
    },
  };
}
