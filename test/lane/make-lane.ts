import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SendResult } from '../../src/http/outcome.ts';
import type { Lane, Prepared } from '../../src/lane/lane.ts';
import { runLane } from '../../src/lane/run-lane.ts';
import { createSideWatch, type SideWatch } from '../../src/lane/side-watch.ts';
import type { Delivery, NewDelivery } from '../../src/ledger/delivery.ts';
import type { Work } from '../../src/ledger/verbs/due-deliveries.ts';
import { makeScene, type Scene } from '../ledger/make-scene.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { createFakeGate, type FakeGate } from '../support/fake-gate.ts';
import { openTestLedger } from '../support/make-ledger.ts';

type Result = SendResult<string | null>;

export const DOUBT: Result = { kind: 'doubt', cause: 'html', status: 200 };
export const NOT_SENT: Result = { kind: 'not-sent', cause: 'refused' };
export const THROTTLED: Result = { kind: 'not-reached', cause: 'throttled', status: 429, retryAfterMs: 60_000 };
export const REFUSED: Result = { kind: 'refused', cause: 'content', status: 422 };

/** Accepts whatever is sent, each under a number of its own. */
export const accept = ({ delivery }: Work): Result => ({ kind: 'done', value: `9${delivery.id}`, status: 200 });

/** The other end of a lane. */
interface OtherEnd {
  /** How it answers; it may take its time. */
  answer: (work: Work) => Result | Promise<Result>;
  /** What is decided before a send; `null` sends. */
  prepare: (work: Work) => Promise<Prepared | null>;
  /** What was sent, as `case:key`, in the order in which it began. */
  readonly sent: readonly string[];
  /** How many were under way, and how many the ledger said were being sent, whenever one began: itself included. */
  readonly under: readonly { readonly sends: number; readonly intents: number }[];
}

/** One side with a real ledger and watch, and another end that answers as the test says. */
export interface TestLane extends Scene {
  readonly end: OtherEnd;
  readonly clock: FakeClock;
  readonly gate: FakeGate;
  readonly halt: AbortController;
  watch(): Promise<SideWatch>;
  /** As after a create that succeeded: the next ones may go side by side. */
  widen(): Promise<void>;
  /** As after the start of a new process: what it knows of the side is what the ledger says. */
  restart(): void;
  run(given?: Partial<Lane>): Promise<number>;
  /** So many new cases with a create each. */
  fileMany(count: number): Promise<readonly Delivery[]>;
  /** A filed case that is owed something else. */
  oweMore(given: Partial<NewDelivery>): Promise<Delivery>;
  /** How many deliveries there are in each state. */
  states(): string;
}

export function makeLane(): TestLane {
  const scene = makeScene(openTestLedger());
  const { ledger, query } = scene;
  const clock = createFakeClock();
  const gate = createFakeGate();
  const halt = new AbortController();
  const end = createOtherEnd(scene);
  let known: Promise<SideWatch> | null = null;

  function watch(): Promise<SideWatch> {
    const deps = { ledger, clock, random: () => 0.5, pauseMs: 65_000, impatient: false };
    known ??= createSideWatch('national', deps);
    return known;
  }

  return {
    ...scene,
    end,
    clock,
    gate,
    halt,
    watch,
    widen: async () => await (await watch()).note({ type: 'write-ok', create: true }),
    restart() {
      known = null;
    },
    run: async (given = {}) =>
      await runLane({
        side: 'national',
        ledger,
        watch: await watch(),
        gate,
        clock,
        concurrency: 1,
        limits: { maxAttempts: 12, maxAgeMs: 14 * 86_400_000 },
        sliceMs: 20_000,
        halt: halt.signal,
        stop: new AbortController().signal,
        prepare: (work) => prepare(end, work),
        mayPrepareEarly: () => true,
        onSettled: () => undefined,
        ...given,
      }),
    async fileMany(count) {
      const creates: Delivery[] = [];
      for (let i = 0; i < count; i += 1) creates.push(await scene.file());
      return creates;
    },
    oweMore: async (given) => await scene.owe((await scene.file('done')).caseId, given),
    states: () =>
      query('select state, count(*) as n from delivery group by state order by state')
        .map(({ state, n }) => `${state} ${n}`)
        .join(', '),
  };
}

type Sending = OtherEnd & { send(work: Work): Promise<Result> };

function createOtherEnd({ query }: Scene): Sending {
  const sent: string[] = [];
  const under: { sends: number; intents: number }[] = [];
  let sends = 0;
  const end: Sending = {
    answer: accept,
    prepare: async () => null,
    sent,
    under,
    async send(work) {
      sends += 1;
      const intents = query(`select id from delivery where state = 'sending'`).length;
      sent.push(`${work.case.localId}:${work.delivery.key}`);
      under.push({ sends, intents });
      await nextTurn();
      const result = await end.answer(work);
      sends -= 1;
      return result;
    },
  };
  return end;
}

async function prepare(end: Sending, work: Work): Promise<Prepared> {
  const prepared = await end.prepare(work);
  if (prepared !== null) return prepared;
  return {
    type: 'send',
    contentHash: 'hash',
    body: work.delivery.body,
    async send({ permit }) {
      const result = await end.send(work);
      permit.release();
      return result;
    },
  };
}
