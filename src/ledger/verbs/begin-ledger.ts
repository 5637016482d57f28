import type { Verb } from '../verb.ts';
import { appendHistory } from './append-history.ts';
import type { Binding } from './binding.ts';
import { checkBinding } from './binding.ts';
import { putMeta, readMeta } from './meta.ts';
import type { Vault } from './payload.ts';
import { recoverRolledBack } from './recover-rolled-back.ts';

export interface Beginning {
  readonly binding: Binding;
  /** For a ledger that has no name yet, or gets a new one. */
  readonly freshId: string;
  readonly at: number;
  /** Takes the place of what the anchor speaks of: it was put back on purpose. */
  readonly recovers: { readonly replaces: string | null } | null;
}

export type Begun =
  | { readonly refusal: 'binding' | 'key' }
  | { readonly refusal: null; readonly ledger: string; readonly doubted: number };

/** Before anything else is done with a ledger: whose it is, and which one. */
export function* beginLedger(vault: Vault, { binding, freshId, at, recovers }: Beginning): Verb<Begun> {
  const refusal = yield* checkBinding(vault, binding);
  if (refusal !== null) return { refusal };
  const known = yield* readMeta('ledger-id');
  if (known !== null && recovers === null) return { refusal, ledger: known, doubted: 0 };
  if (recovers !== null) yield* putMeta('replaces', recovers.replaces ?? '');
  yield* putMeta('ledger-id', freshId);
  const data = { ledger: freshId, replaces: yield* readMeta('replaces') };
  yield* appendHistory({ at, caseId: null, deliveryId: null, event: 'ledger-begun', actor: 'bridge', data });
  const doubted = recovers === null ? 0 : yield* recoverRolledBack(at);
  return { refusal, ledger: freshId, doubted };
}

/** From now on an anchor belongs to this ledger: without it, it is refused. */
export function* noteAnchored(): Verb<void> {
  if ((yield* readMeta('anchored')) === null) yield* putMeta('anchored', 'yes');
}
