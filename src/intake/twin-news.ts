import type { Config } from '../config/to-config.ts';
import { workingDaysLater } from '../deadlines/working-days-later.ts';
import type { ListedNews } from '../ledger/listed-news.ts';
import type { LocalNews } from '../ledger/local-news.ts';
import type { Adopted, TwinCandidate, TwinNote } from '../ledger/twin.ts';
import { decideTwin } from './decide-twin.ts';

interface Asking {
  readonly candidates: readonly TwinCandidate[];
  readonly at: number;
  readonly config: Config;
}

/**
 * What a report of LAPOR!'s list that nobody here knows says of the city's reports that it may be; `null`: nothing. Read as a
 * table:
 *
 *   like it                  the city’s report   news
 *   one, for certain         not filed           link: it gets this number, and is not filed
 *   one, for certain         filed as another    adopt it as a twin: it is not made here
 *   some, near               all filed           adopt it, and ask: until then it is not made here
 *   some, near               one is not filed    set it apart, and ask: until then neither is filed or made
 */
export function listedTwinNews(adopted: Adopted | null, asking: Asking): readonly ListedNews[] | null {
  const decision = decideTwin(asking.candidates);
  if (decision.type === 'none') return null;
  const opened: readonly ListedNews[] = adopted === null ? [] : [{ type: 'adopt', adopted }];
  if (decision.type === 'certain') {
    const { twin } = decision;
    const note = noteOf(twin, null);
    if (twin.there === 'no') return [{ type: 'link-twin', caseId: twin.case.id, note, adopted }];
    return adopted === null ? [] : [...opened, { type: 'twin-of', caseId: twin.case.id, state: 'linked', note }];
  }
  const until = untilOf(asking);
  const { twins } = decision;
  if (twins.every(({ there }) => there === 'yes')) {
    if (adopted === null) return [];
    const asked = twins.map((twin) => ({ caseId: twin.case.id, note: noteOf(twin, until) }));
    return [...opened, ...asked.map((one) => ({ type: 'twin-of', state: 'proposed', ...one }) as const)];
  }
  const notes = twins.map((twin) => noteOf(twin, until));
  return [{ type: 'ask-twin', caseIds: twins.map((twin) => twin.case.id), notes, adopted }];
}

/**
 * What a local report that nobody knows says of those born at LAPOR! that it may be; `null`: nothing. Read as a table:
 *
 *   like it                  LAPOR!’s report     news
 *   one, for certain         not made here       bind: that case is its own
 *   one, for certain         made here           never filed
 *   some, near               -                   asked: it waits with its filing
 */
export function localTwinNews(asking: Asking): { readonly bound: boolean; readonly news: readonly LocalNews[] } | null {
  const decision = decideTwin(asking.candidates);
  if (decision.type === 'none') return null;
  if (decision.type === 'certain') {
    const { twin } = decision;
    const named = { nationalId: numberOf(twin), note: noteOf(twin, null) };
    return twin.there === 'no'
      ? { bound: true, news: [{ type: 'bind-twin', caseId: twin.case.id, ...named }] }
      : { bound: false, news: [{ type: 'twin-of', state: 'linked', ...named }] };
  }
  const until = untilOf(asking);
  const news = decision.twins.map(
    (twin) => ({ type: 'twin-of', state: 'proposed', nationalId: numberOf(twin), note: noteOf(twin, until) }) as const,
  );
  return { bound: false, news };
}

function untilOf({ at, config }: Asking): number {
  return workingDaysLater(at, config.policy.twins.workingDays, config);
}

function noteOf({ score }: TwinCandidate, until: number | null): TwinNote {
  return { evidence: score.evidence, until };
}

function numberOf({ case: { id, nationalId } }: TwinCandidate): string {
  if (nationalId === null) throw new Error(`case ${id} was born at LAPOR! and has no number`);
  return nationalId;
}
