import { findBornThere } from '../config/find-born-there.ts';
import type { Config } from '../config/to-config.ts';
import type { ListedFacts, ListedNews, ListedRow } from '../ledger/listed-news.ts';
import { notBefore } from '../ledger/to-sought.ts';
import { CLOCK_SKEW_MS } from '../national/judge-listed.ts';
import { decideListedNews } from './decide-listed-news.ts';

/** What became of a report that a person named by its number. */
export type Adoption =
  /** Born there: it is made locally with the next round. */
  | 'adopted'
  /** Adopted before and not made locally yet: it has these words now. */
  | 'completed'
  | 'known'
  /** Its first line is the reference of a local report. */
  | 'own'
  /** A local report that was filed there by hand, for certain: linked. */
  | 'linked'
  /** It may be a local report: a person is asked. */
  | 'maybe-twin'
  /** A report of ours that may have arrived may be this one. */
  | 'maybe-own'
  | 'not-ours';

/**
 * Decides about a report of LAPOR! that a person wants here. Whoever gives its words has seen it, and is believed that it is
 * none of ours unless they name one. Read as a table, the first row that fits:
 *
 *   report                                        adoption    what is recorded
 *   number known, words given, not here yet       completed   its words
 *   number known                                  known       nothing
 *   our reference                                 own         nothing: `resolve --tracking` says so for certain
 *   at an institution that is not ours            not-ours    nothing
 *   without words, while one of ours filed        maybe-own   nothing
 *     before it may have arrived
 *   with the reference of one that may have       maybe-own   nothing
 *     arrived anywhere in its words
 *   a local report, as people tell it             linked,     as `listedTwinNews` says
 *                                                  maybe-twin
 *   anything else, however old                    adopted     the report
 */
export function decideAdoption(
  row: ListedRow,
  facts: ListedFacts,
  { config, hasWords }: { readonly config: Config; readonly hasWords: boolean },
): { readonly adoption: Adoption; readonly news: readonly ListedNews[] } {
  if (facts.case !== null) {
    const news = hasWords ? decideListedNews(row, facts, config).filter(({ type }) => type === 'renew') : [];
    return { adoption: news.length > 0 ? 'completed' : 'known', news };
  }
  if (row.namedId !== null) return { adoption: 'own', news: [] };
  if (findBornThere(row.listed, config) === null) return { adoption: 'not-ours', news: [] };
  const mayBeOurs = facts.unsettled.some((create) => row.listed.createdAt >= notBefore(create) - CLOCK_SKEW_MS);
  if (!hasWords && mayBeOurs) return { adoption: 'maybe-own', news: [] };
  const news = decideListedNews(row, facts, { ...config, policy: { ...config.policy, sinceMs: null } });
  if (news.some((one) => one.type === 'link-twin' || (one.type === 'twin-of' && one.state === 'linked')))
    return { adoption: 'linked', news };
  if (news.some(({ type }) => type === 'ask-twin' || type === 'twin-of')) return { adoption: 'maybe-twin', news };
  return news.some(({ type }) => type === 'adopt')
    ? { adoption: 'adopted', news }
    : { adoption: 'maybe-own', news: [] };
}
