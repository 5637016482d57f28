import { describe, expect, it } from 'vitest';
import { decideTwin } from '../../src/intake/decide-twin.ts';
import { listedTwinNews, localTwinNews } from '../../src/intake/twin-news.ts';
import type { TwinCandidate } from '../../src/ledger/twin.ts';
import type { TwinEvidence } from '../../src/twins/score-twins.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeCase } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';

const config = makeConfig();
const ADOPTED = {
  kind: 'pengaduan',
  category: null,
  institution: null,
  privacy: { anonymous: false, secret: false },
  dueAt: null,
} as const;
/** Tuesday, the next working day, to its end in Jakarta. */
const TUESDAY_END = Date.UTC(2026, 7, 4, 16, 59, 59);

function candidate(
  id: number,
  verdict: 'certain' | 'near',
  given: Partial<Omit<TwinCandidate, 'score'>> & { readonly reporter?: TwinEvidence['reporter'] } = {},
): TwinCandidate {
  const { reporter = 'phone', ...rest } = given;
  const evidence: TwinEvidence = {
    reporter,
    words: { common: 9, onlyA: 0, onlyB: 0 },
    place: 'same',
    incident: 'same',
    hoursApart: 1,
    samePrivacy: true,
    points: 110 - id,
  };
  return {
    case: makeCase({ id, nationalId: `N${id}` }),
    score: { verdict, evidence },
    there: 'no',
    rejected: false,
    ...rest,
  };
}

const asking = (...candidates: readonly TwinCandidate[]) => ({ candidates, at: MONDAY_MS, config });
const types = (news: readonly { readonly type: string }[] | null) => news?.map(({ type }) => type) ?? null;

describe('decideTwin()', () => {
  it('takes one that is certain, unless it may have arrived by itself', () => {
    expect(decideTwin([candidate(1, 'near'), candidate(2, 'certain')])).toMatchObject({ type: 'certain' });
    expect(decideTwin([candidate(2, 'certain', { there: 'perhaps' })])).toMatchObject({ type: 'near' });
  });

  it('asks where several are certain, and about three at most', () => {
    expect(decideTwin([candidate(1, 'certain'), candidate(2, 'certain')])).toMatchObject({ type: 'near' });
    const many = [1, 2, 3, 4, 5].map((id) => candidate(id, 'near'));
    const decided = decideTwin(many);
    expect(decided.type === 'near' && decided.twins.map((twin) => twin.case.id)).toEqual([1, 2, 3]);
  });

  it('asks nobody again, nor about what many people tell alike', () => {
    expect(decideTwin([candidate(1, 'certain', { rejected: true })])).toEqual({ type: 'none' });
    const others = [1, 2, 3, 4].map((id) => candidate(id, 'near', { reporter: 'different' }));
    expect(decideTwin(others)).toEqual({ type: 'none' });
    expect(decideTwin(others.slice(1))).toMatchObject({ type: 'near' });
    expect(decideTwin([...others, candidate(9, 'certain')])).toMatchObject({ type: 'certain' });
  });
});

describe('listedTwinNews()', () => {
  it.each<[string, TwinCandidate, readonly string[]]>([
    ['links what was not filed', candidate(1, 'certain'), ['link-twin']],
    ['adopts as a twin what was filed', candidate(1, 'certain', { there: 'yes' }), ['adopt', 'twin-of']],
    ['sets apart what is near and not filed', candidate(1, 'near'), ['ask-twin']],
    ['sets apart what may have arrived', candidate(1, 'certain', { there: 'perhaps' }), ['ask-twin']],
    ['adopts and asks where it was filed', candidate(1, 'near', { there: 'yes' }), ['adopt', 'twin-of']],
  ])('%s', (_, twin, expected) => {
    expect(types(listedTwinNews(ADOPTED, asking(twin)))).toEqual(expected);
  });

  it('waits to the end of the next working day', () => {
    const [news] = listedTwinNews(ADOPTED, asking(candidate(1, 'near'))) ?? [];
    expect(news).toMatchObject({ notes: [{ until: TUESDAY_END }] });
  });

  it('opens nothing that is not ours, and still links it', () => {
    expect(types(listedTwinNews(null, asking(candidate(1, 'near', { there: 'yes' }))))).toEqual([]);
    expect(types(listedTwinNews(null, asking(candidate(1, 'certain'))))).toEqual(['link-twin']);
    expect(listedTwinNews(ADOPTED, asking())).toBeNull();
  });
});

describe('localTwinNews()', () => {
  it('binds what is not here yet, and keeps back what is', () => {
    expect(localTwinNews(asking(candidate(1, 'certain')))).toMatchObject({
      bound: true,
      news: [{ type: 'bind-twin', caseId: 1, nationalId: 'N1' }],
    });
    expect(localTwinNews(asking(candidate(1, 'certain', { there: 'yes' })))).toMatchObject({
      bound: false,
      news: [{ type: 'twin-of', state: 'linked', nationalId: 'N1' }],
    });
    expect(localTwinNews(asking(candidate(1, 'near'), candidate(2, 'near')))).toMatchObject({
      bound: false,
      news: [{ state: 'proposed' }, { state: 'proposed', note: { until: TUESDAY_END } }],
    });
    expect(localTwinNews(asking())).toBeNull();
  });
});
