import { findBornThere } from '../config/find-born-there.ts';
import type { Config } from '../config/to-config.ts';
import { dueAt } from '../deadlines/due-at.ts';
import type { Case } from '../ledger/case.ts';
import type { ListedFacts, ListedNews, ListedRow } from '../ledger/listed-news.ts';
import { toSought } from '../ledger/to-sought.ts';
import type { Adopted } from '../ledger/twin.ts';
import { judgeListed } from '../national/judge-listed.ts';
import { isMorePrivate, joinPrivacy } from '../report/privacy.ts';
import { listedTwinNews } from './twin-news.ts';

/**
 * What a row of LAPOR!'s list says that the ledger does not know, as data. Read as a table:
 *
 *   row                                     ledger                news
 *   number known, more private than ever    born there            raise (alarm where it is here already)
 *   number known, edited                    born there, not here  renew
 *   number known, edited                    born there, here      alarm: the local contract has no way to rewrite it
 *   number known                            any                   nothing: E6 and E7 tell the rest
 *   our reference                           may have arrived      nothing: the look-up settles it
 *   our reference                           never sent            alarm: somebody keyed it in
 *   our reference                           has another number    alarm: it is there twice
 *   our reference                           no such report        set apart
 *   like one that may have arrived          one of those          set apart, unless it is that one
 *   one of ours, as people tell it          any                   see `listedTwinNews`
 *   filed before `policy.since`             unknown               nothing
 *   at an institution that is not ours      unknown               nothing
 *   anything else                           unknown               adopt: born there
 */
export function decideListedNews(row: ListedRow, facts: ListedFacts, config: Config): readonly ListedNews[] {
  if (facts.case !== null) return knownNews(row, facts.case);
  if (row.namedId !== null) return namedNews(facts);
  const likeness = likeUnsettled(row, facts, config);
  if (likeness !== null) return likeness === 'near' ? [{ type: 'set-apart', reason: 'near-match' }] : [];
  const adopted = adoptedFrom(row, config);
  const twin = listedTwinNews(adopted, { candidates: facts.twins ?? [], at: facts.at ?? row.listed.updatedAt, config });
  if (twin !== null) return twin;
  const { sinceMs } = config.policy;
  if (sinceMs !== null && row.listed.createdAt < sinceMs) return [];
  return adopted === null ? [] : [{ type: 'adopt', adopted }];
}

function knownNews({ listed, wording }: ListedRow, known: Case): readonly ListedNews[] {
  if (known.route !== 'national') return [];
  const isHere = known.localId !== null;
  const raised: readonly ListedNews[] = isMorePrivate(listed.privacy, known)
    ? [
        { type: 'raise-privacy', privacy: joinPrivacy(listed.privacy, known) },
        ...(isHere ? [{ type: 'alarm', kind: 'privacy-raised', caseId: known.id } as const] : []),
      ]
    : [];
  if (!isHere) return wording === known.contentFingerprint ? raised : [...raised, { type: 'renew' }];
  // Here already, its words belong to the local application: a person brings the change over.
  if (wording === known.listedWording) return raised;
  const noted: readonly ListedNews[] = [...raised, { type: 'note-wording' }];
  return known.listedWording === null ? noted : [...noted, { type: 'alarm', kind: 'edited-there', caseId: known.id }];
}

function namedNews({ named, unsettled }: ListedFacts): readonly ListedNews[] {
  if (named === null) return [{ type: 'set-apart', reason: 'unknown-reference' }];
  if (unsettled.some(({ localId }) => localId === named.localId)) return [];
  return [{ type: 'alarm', kind: named.nationalId === null ? 'near-match' : 'found-twice', caseId: named.id }];
}

function likeUnsettled({ listed }: ListedRow, { unsettled }: ListedFacts, config: Config): 'match' | 'near' | null {
  const judgements = unsettled.map((create) => judgeListed(listed, toSought(create, config)));
  return judgements.find((one) => one === 'match') ?? judgements.find((one) => one === 'near') ?? null;
}

function adoptedFrom({ listed }: ListedRow, config: Config): Adopted | null {
  const place = findBornThere(listed, config);
  if (place === null) return null;
  const facts = { kind: place.kind, createdAt: listed.createdAt, bridgeStatus: null };
  return { ...place, privacy: listed.privacy, dueAt: dueAt(facts, config) };
}
