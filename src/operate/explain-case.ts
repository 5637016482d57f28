import type { Case } from '../ledger/case.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type AttentionItem, toAttention } from './attention.ts';
import type { Locale } from './say.ts';

/** All that the ledger has of one case but its words. */
export async function explainCase(ledger: Ledger, found: Case) {
  const [deliveries, messages, history, institutions] = await Promise.all([
    ledger.deliveriesOf(found.id),
    ledger.messagesOf(found.id),
    ledger.historyOf(found.id),
    ledger.readInstitutions(),
  ]);
  const mentioned = new Set(deliveries.flatMap(({ body }) => [body.routed?.id, body.targetInstitutionId]).map(String));
  return {
    case: found,
    deliveries,
    messages,
    history: history.map((line) => ({
      at: new Date(line.at).toISOString(),
      event: line.event,
      actor: line.actor,
      data: JSON.parse(line.data) as Record<string, unknown>,
      hash: line.hash,
    })),
    institutions: institutions.filter(({ id }) => mentioned.has(id)),
  };
}

/** What waits here, each with what settles it. */
export async function attentionOf(
  ledger: Ledger,
  { localId, nationalId }: Case,
  locale: Locale,
): Promise<readonly AttentionItem[]> {
  return toAttention(await ledger.readAttention(), locale).filter(
    (item) =>
      item.kind !== 'row' &&
      (item.localId === localId || localId === null) &&
      (item.nationalId === nationalId || nationalId === null),
  );
}

export type Explained = Awaited<ReturnType<typeof explainCase>>;
