import type { Anchor } from '../anchor.ts';
import type { Database } from './database.ts';
import { isChained } from './is-chained.ts';

/** Why a ledger does not fit the anchor beside it. */
export type AnchorRefusal = 'rolled-back' | 'forked' | 'other-ledger' | 'anchor-missing' | 'anchor-damaged';

/**
 * Whether a ledger is the one that was used here last, with everything it had then; `null` means it is. A ledger may be
 * ahead of its anchor (a crash between the two), never behind. Works on every schema there was, and changes nothing.
 */
export function checkAnchor(database: Database, anchor: Anchor | 'missing' | 'damaged'): AnchorRefusal | null {
  const meta = (name: string) =>
    database.prepare<[string], string>('select value from meta where name = ?').pluck().get(name) ?? null;
  if (anchor === 'missing') return meta('anchored') === null ? null : 'anchor-missing';
  if (anchor === 'damaged') return 'anchor-damaged';
  const ledger = meta('ledger-id');
  // A crash came between the birth of a ledger and its anchor.
  if (meta('replaces') === anchor.ledger) return null;
  if (ledger !== null && ledger !== anchor.ledger) return 'other-ledger';
  if (ledger === null || commitsOf(database) < anchor.commits) return 'rolled-back';
  return isChained(database, anchor) ? null : 'forked';
}

/** Commits that changed anything, so far. */
function commitsOf(database: Database): number {
  return database.prepare<[], number>(`select count from tally where name = 'commits'`).pluck().get() ?? 0;
}
