import { FINDINGS, type Finding, type FindingKind } from '../ledger/reconciliation.ts';
import type { Locale, Phrase } from './say.ts';
import { say } from './say.ts';

/** What a person does about findings that nothing mends. */
const BY_HAND: Readonly<Partial<Record<FindingKind, Phrase>>> = {
  'gone-here': 'reconcile.next.gone',
  'orphan-there': 'reconcile.next.gone',
  'gone-there': 'reconcile.next.gone-there',
  'orphan-here': 'reconcile.next.gone-there',
  'unknown-there': 'reconcile.next.adopt',
  'reference-there': 'reconcile.next.reference',
};

/** The command that settles a finding, or what to look at first. */
export function reconcileNext(locale: Locale, { kind, localId, nationalId }: Finding): string {
  const { needs } = FINDINGS[kind];
  const byHand = BY_HAND[kind] ?? 'reconcile.next.explain';
  const phrase: Phrase = needs === 'person' ? byHand : `reconcile.next.${needs === 'mend' ? 'repair' : 'nobody'}`;
  const id = localId ?? nationalId ?? '';
  return say(locale, phrase, { id, localId: localId ?? '', nationalId: nationalId ?? '' });
}
