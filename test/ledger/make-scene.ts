import type { Case, CaseRoute } from '../../src/ledger/case.ts';
import type { Delivery, DeliveryState, NewDelivery, Side } from '../../src/ledger/delivery.ts';
import type { LocalFacts, LocalNews } from '../../src/ledger/local-news.ts';
import type { NationalNews } from '../../src/ledger/national-news.ts';
import type { Settlement } from '../../src/ledger/settlement.ts';
import type { PageRecorded } from '../../src/ledger/verbs/record-local-page.ts';
import type { Report } from '../../src/report/report.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeRow, type TestLedger } from '../support/make-ledger.ts';

/** A ledger and what tests do with it all the time. Its clock stands still but for `pass`. */
export interface Scene extends TestLedger {
  now(): number;
  pass(ms: number): void;
  /** One row of the local side with this news of it, whatever is known. Gives the page's counts and the facts decided on. */
  see(news: readonly LocalNews[], given?: Partial<Report>): Promise<{ counts: PageRecorded; facts: LocalFacts | null }>;
  /** A case seen for the first time. */
  open(given?: Partial<Report>, route?: CaseRoute): Promise<Case>;
  /** One reading of the nation with this news of it. Gives whether it was new. */
  hear(caseId: number, news: readonly NationalNews[]): Promise<boolean>;
  /** A case is owed this; gives the delivery. */
  owe(caseId: number, given?: Partial<NewDelivery>): Promise<Delivery>;
  /** A new case with its create, brought to `state`. */
  file(state?: Exclude<DeliveryState, 'held'>, given?: Partial<Report>): Promise<Delivery>;
  begin(delivery: Delivery): Promise<boolean>;
  settle(delivery: Delivery, settlement: Settlement): Promise<Delivery | null>;
  caseOf(id: string): Promise<Case>;
  again(delivery: Delivery): Promise<Delivery>;
  /** Keys of the alarms that stand. */
  standing(): Promise<readonly string[]>;
  /** Events of the history, oldest first. */
  events(): readonly string[];
}

export const ANSWERED = { event: 'answered', peerId: '900', status: 201 } as const satisfies Settlement;
export const LOST = { event: 'lost', reason: 'lost-answer', status: null } as const satisfies Settlement;
export const REFUSED = { event: 'refused', reason: 'refused', status: 422 } as const satisfies Settlement;

export function makeScene(opened: TestLedger): Scene {
  const { ledger, query } = opened;
  let now = MONDAY_MS;
  let cases = 0;

  async function see(news: readonly LocalNews[], given: Partial<Report> = {}) {
    let facts: LocalFacts | null = null;
    const page = { rows: [makeRow(given)], rejected: [], position: null, at: now, dueAt: () => null };
    const counts = await ledger.recordLocalPage(page, (_, seen) => {
      facts = seen;
      return news;
    });
    if (counts === 'braked') throw new Error('one row is not many');
    return { counts, facts: facts as LocalFacts | null };
  }

  async function open(given: Partial<Report> = {}, route: CaseRoute = 'file'): Promise<Case> {
    cases += 1;
    const localId = given.localId ?? String(cases);
    const nationalId = given.nationalId ?? null;
    await see([{ type: 'open', route, nationalId }], { ticket: `RBG-${localId}`, ...given, localId });
    return await caseOf(localId);
  }

  async function owe(caseId: number, given: Partial<NewDelivery> = {}): Promise<Delivery> {
    const delivery = makeNewDelivery(given);
    mark(opened, delivery.side, caseId);
    await ledger.planOwed(delivery.side, { limit: 1000, at: now }, (facts) =>
      facts.case.id === caseId ? [{ type: 'owe', delivery }] : [],
    );
    return known((await ledger.deliveriesOf(caseId)).find((one) => one.key === delivery.key));
  }

  const caseOf = async (id: string) => known(await ledger.findCase(id));
  const again = async ({ id, caseId }: Delivery) =>
    known((await ledger.deliveriesOf(caseId)).find((one) => one.id === id));
  const begin = (delivery: Delivery) =>
    ledger.beginDelivery({ deliveryId: delivery.id, at: now, contentHash: 'hash', body: delivery.body });
  const settle = (delivery: Delivery, settlement: Settlement) => ledger.settleDelivery(delivery.id, settlement, now);

  return {
    ...opened,
    now: () => now,
    pass(ms) {
      now += ms;
    },
    see,
    open,
    hear: (caseId, news) =>
      ledger.recordNational(
        {
          caseId,
          reading: { detail: null, answers: null, unreadable: 0 },
          at: now,
          nextPollAt: () => now + 60_000,
          dueAt: () => null,
        },
        () => news,
      ),
    owe,
    async file(state = 'ready', given = {}) {
      const create = await owe((await open(given)).id);
      if (state === 'ready') return create;
      await begin(create);
      if (state === 'done') await settle(create, { ...ANSWERED, peerId: `9${create.id}` });
      if (state === 'doubt') await settle(create, LOST);
      if (state === 'parked') await settle(create, REFUSED);
      return await again(create);
    },
    begin,
    settle,
    caseOf,
    again,
    standing: async () => (await ledger.readAttention()).alarms.map((alarm) => alarm.key),
    events: () => query('select event from history order by seq').map((row) => String(row.event)),
  };
}

function known<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new Error('the ledger knows no such thing');
  return found;
}

/** What a plan may owe: the create of a report, unless told otherwise. */
function makeNewDelivery(given: Partial<NewDelivery>): NewDelivery {
  return {
    side: 'national',
    kind: 'create',
    key: given.kind ?? 'create',
    messageId: null,
    state: 'ready',
    reason: null,
    body: {},
    ...given,
  };
}

/** As intake marks a case that has news for a side. */
function mark({ query }: TestLedger, side: Side, caseId: number): void {
  query(`update cases set owes_${side} = 1 where id = ${caseId} returning id`);
}
