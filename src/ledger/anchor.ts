import { createHash } from 'node:crypto';
import * as z from 'zod';

/**
 * What is kept beside the ledger to notice on opening that it is another one, or an older one, than was used last: the
 * newest commit that was reported to anybody.
 */
export const Anchor = z.strictObject({
  /** The ledger that it speaks of: random, made anew whenever a ledger is put in the place of another. */
  ledger: z.string(),
  /** Site and environment, for whoever reads the file. */
  binding: z.string(),
  schema: z.number(),
  /** Commits so far, those that left no line of history included. */
  commits: z.number(),
  /** Newest entry of the history, 0 and the origin's hash before the first. */
  seq: z.number(),
  hash: z.string(),
});
export type Anchor = z.infer<typeof Anchor>;

/** A record is as long as a disk writes at once, so that half of one is rare; its check tells. */
export const ANCHOR_BYTES = 512;

/** One line of exactly `ANCHOR_BYTES`: the facts as JSON, then the beginning of their SHA-256. Throws where it does not fit. */
export function formatAnchor(anchor: Anchor): string {
  const facts = JSON.stringify(anchor);
  const line = `${facts} ${check(facts)}`;
  const padding = ANCHOR_BYTES - 1 - Buffer.byteLength(line);
  if (padding < 0) throw new Error('the anchor does not fit into its record');
  return `${line}${' '.repeat(padding)}\n`;
}

/** The newest whole record of an anchor file, `null` where it has none: a torn one leaves the one before it. */
export function parseAnchors(text: string): Anchor | null {
  return text
    .split('\n')
    .map(parseAnchor)
    .reduce((newest, one) => (one !== null && one.commits >= (newest?.commits ?? 0) ? one : newest), null);
}

function parseAnchor(line: string): Anchor | null {
  const [, facts, found] = /^(\{.*\}) ([0-9a-f]{16}) *$/.exec(line) ?? [];
  if (facts === undefined || found !== check(facts)) return null;
  return Anchor.safeParse(JSON.parse(facts)).data ?? null;
}

function check(facts: string): string {
  return createHash('sha256').update(facts).digest('hex').slice(0, 16);
}
