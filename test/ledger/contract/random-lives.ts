import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/ledger/case.ts';
import type { Delivery, NewDelivery } from '../../../src/ledger/delivery.ts';
import type { LocalNews } from '../../../src/ledger/local-news.ts';
import type { CaseFacts, OwedAction } from '../../../src/ledger/owed.ts';
import type { Probe } from '../../../src/ledger/probe.ts';
import { decideProbe } from '../../../src/ledger/probe.ts';
import type { Settlement } from '../../../src/ledger/settlement.ts';
import { makeFollowUp } from '../../support/make-report.ts';
import { NEW_CREATE } from '../../support/new-create.ts';
import type { Scene } from '../make-scene.ts';
import { type HistoryRow, readHistory, replayHistory, verifyHistory } from '../verify-history.ts';

type MakeScene = () => Scene;

/** One thing that happens; `pick` says to which case or delivery, `number` which number is spoken of. */
interface Step {
  readonly act: keyof typeof ACTS;
  readonly pick: number;
  readonly number: number;
}

interface Life {
  readonly scene: Scene;
  readonly cases: readonly Case[];
  readonly deliveries: readonly Delivery[];
}

const POLICY = { settleMs: 1000, giveUpMs: 5000 };

/** Everything that the rest of the bridge does to a ledger, as it does it: by what the ledger says at that moment. */
const ACTS = {
  open: async ({ scene, cases }, { number }) => {
    const taken = cases.some((one) => one.nationalId === String(number));
    await scene.open(number === 3 && !taken ? { nationalId: '3' } : {}, number === 3 && !taken ? 'linked' : 'file');
  },
  see: async (life, step) => {
    const owner = pickOf(life.cases, step);
    if (owner === undefined) return;
    const create = life.deliveries.find((one) => one.caseId === owner.id && one.kind === 'create');
    const nationalId = String(step.number);
    const taken = life.cases.some((one) => one.nationalId === nationalId);
    const mayLink = owner.nationalId === null && !taken && create?.state !== 'sending';
    const followUp = makeFollowUp({ id: `${owner.localId}-${step.pick % 3}` });
    const news: LocalNews[] = [
      { type: 'note', contentChanged: step.pick % 2 === 0 },
      { type: 'message', followUp, nationalId: null, internal: false },
      ...(mayLink && step.pick % 3 === 0 ? [{ type: 'link', nationalId } as const] : []),
    ];
    await life.scene.see(news, { localId: owner.localId ?? '', title: `${step.pick}:${life.scene.now()}` });
  },
  plan: async ({ scene }, { pick, number }) => {
    const guarded = pick % 4 === 0;
    const plan = { limit: 10, at: scene.now() };
    await scene.ledger.planOwed('national', plan, (facts) => owedNational(facts, guarded));
    await scene.ledger.planOwed('local', plan, (facts) => owedLocal(facts, number));
  },
  begin: async (life, step) => {
    const side = step.pick % 2 === 0 ? 'local' : 'national';
    const query = { side, now: life.scene.now(), limit: 9, creates: true } as const;
    const work = pickOf(await life.scene.ledger.dueDeliveries(query), step);
    if (work === undefined) return;
    const { id, kind, body } = work.delivery;
    const parts = kind === 'follow-up' ? { part: 1, ...body, parts: 2 } : body;
    await life.scene.ledger.beginDelivery({ deliveryId: id, at: life.scene.now(), contentHash: 'h', body: parts });
  },
  settle: async (life, step) => {
    const delivery = pickOf(inState(life, 'sending'), step);
    if (delivery !== undefined) await life.scene.settle(delivery, outcome(delivery, step, life.scene.now()));
  },
  probe: async (life, step) => {
    const delivery = pickOf(inState(life, 'doubt'), step);
    if (delivery === undefined) return;
    const found = [String(step.number), ...(step.pick % 5 === 0 ? ['x'] : [])];
    const looks: Probe[] = [{ foundIds: found }, { foundIds: [] }, { foundIds: [] }, 'no-way', 'failed'];
    const verdict = decideProbe(delivery, pickOf(looks, step) ?? 'failed', {
      beganAt: life.scene.now(),
      policy: POLICY,
    });
    await life.scene.ledger.settleDoubt(delivery.id, verdict, life.scene.now());
  },
  hear: async (life, step) => {
    const owner = pickOf(life.cases, step);
    const written = life.deliveries.find((one) => one.caseId === owner?.id && one.kind === 'follow-up');
    if (owner === undefined) return;
    const bridgeStatus = step.pick % 2 === 0 ? 'closed' : 'in-progress';
    await life.scene.hear(owner.id, [
      {
        type: 'status',
        name: bridgeStatus,
        bridgeStatus,
        institution: null,
        returned: null,
        logSize: 1,
        logAt: 1,
        fingerprint: `${bridgeStatus}${step.number}`,
      },
      ...(written === undefined
        ? []
        : [{ type: 'own-answer', deliveryId: written.id, nationalId: `a${written.id}` } as const]),
    ]);
  },
  aside: async (life, step) => {
    const delivery = pickOf(inState(life, 'ready'), step);
    const how = step.pick % 2 === 0 ? ({ event: 'hold', reason: 'deleted' } as const) : EXHAUSTED;
    if (delivery !== undefined) await life.scene.ledger.setAside(delivery.id, { ...how, at: life.scene.now() });
  },
  person: async (life, step) => {
    const id = pickOf(life.cases, step)?.localId ?? '';
    const { ledger, now } = life.scene;
    const acts = [
      () => ledger.hold(id, now()),
      () => ledger.release(id, now()),
      () => ledger.retry(id, now()),
      () => ledger.resolve(id, null, now()),
      () => ledger.resolve(id, String(step.number), now()),
      () => ledger.confirm(now()),
      () => ledger.resendUnknown(now(), 500),
    ];
    await acts[(step.pick + step.number) % acts.length]?.();
  },
  restart: async ({ scene }) => void (await scene.ledger.recover(scene.now())),
} as const satisfies Record<string, (life: Life, step: Step) => Promise<void>>;

const EXHAUSTED = { event: 'exhausted', reason: 'exhausted' } as const;

function owedNational({ case: owner, messages }: CaseFacts, guarded: boolean): readonly OwedAction[] {
  const owe = (delivery: Partial<NewDelivery>): OwedAction => ({
    type: 'owe',
    delivery: { ...NEW_CREATE, ...delivery },
  });
  if (owner.nationalId === null) return [owe(guarded ? { state: 'held', reason: 'guard' } : {})];
  return messages.map(({ id, localId }) =>
    owe({
      kind: 'follow-up',
      key: `follow-up:${localId}:1`,
      messageId: id,
      ...(owner.route === 'linked' ? { state: 'doubt', reason: 'linked' } : {}),
    }),
  );
}

function owedLocal({ case: owner, deliveries }: CaseFacts, number: number): readonly OwedAction[] {
  const body = { nationalId: owner.nationalId ?? '', nationalStatus: String(number) };
  const delivery: NewDelivery = {
    ...NEW_CREATE,
    side: 'local',
    kind: 'write-back',
    key: `w:${deliveries.length}`,
    body,
  };
  const open = deliveries.find((one) => one.state !== 'done');
  return [open === undefined ? { type: 'owe', delivery } : { type: 'replace', deliveryId: open.id, delivery }];
}

function outcome({ kind }: Delivery, { pick, number }: Step, now: number): Settlement {
  const outcomes: readonly Settlement[] = [
    { event: 'answered', peerId: kind === 'create' ? String(number) : null, status: 200 },
    { event: 'lost', reason: 'lost-answer', status: null },
    { event: 'not-sent', reason: 'not-sent', status: null, dueAt: now },
    { event: 'not-reached', reason: 'throttled', status: 429, dueAt: now + 500 },
    { event: 'refused', reason: 'refused', status: 422 },
  ];
  return outcomes[pick % outcomes.length] ?? { event: 'lost', reason: 'lost-answer', status: null };
}

function inState({ deliveries }: Life, state: Delivery['state']): readonly Delivery[] {
  return deliveries.filter((one) => one.state === state);
}

function pickOf<T>(list: readonly T[], { pick }: Step): T | undefined {
  return list[pick % Math.max(1, list.length)];
}

async function look(scene: Scene): Promise<Life> {
  const cases: Case[] = [];
  const deliveries: Delivery[] = [];
  for (const { id } of scene.query('select local_id as id from cases order by id'))
    cases.push(await scene.caseOf(String(id)));
  for (const { id } of cases) deliveries.push(...(await scene.ledger.deliveriesOf(id)));
  return { scene, cases, deliveries };
}

/** Counts of the tally beside those of the rows themselves. */
async function tallies({ scene, cases, deliveries }: Life): Promise<readonly [object, object]> {
  const tally = await scene.ledger.readTally();
  const states = Object.keys(tally.deliveries);
  const counted = Object.fromEntries(
    states.map((state) => [state, deliveries.filter((one) => one.state === state).length]),
  );
  const closed = cases.filter((one) => one.closedAt !== null).length;
  return [tally, { deliveries: counted, open: cases.length - closed, closed }];
}

/** Deliveries begun again although nothing proves that the attempt before did not arrive: invariant I6. */
function blindRetries(rows: readonly HistoryRow[]): readonly number[] {
  const unproven = new Set<number>();
  const blind: number[] = [];
  for (const { delivery_id: id, event } of rows) {
    if (id === null) continue;
    if (event === 'delivery-begin' && unproven.has(id)) blind.push(id);
    if (event === 'delivery-begin' || event === 'delivery-lost') unproven.add(id);
    if (PROOFS.has(event)) unproven.delete(id);
  }
  return blind;
}

const PROOFS = new Set(
  ['not-sent', 'not-reached', 'refused', 'absent', 'resolve-absent', 'resend'].map((event) => `delivery-${event}`),
);

export function randomLivesContract(makeScene: MakeScene): void {
  const steps = fc.array(
    fc.record({
      act: fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[])),
      pick: fc.nat(60),
      number: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 20, maxLength: 60 },
  );

  describe('a ledger through any life', () => {
    it('counts right, forbids nothing that the bridge does, and tells all of it in its history', async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (life) => {
          const scene = makeScene();
          const numbers = new Map<number, string>();
          for (const step of life) {
            scene.pass(400);
            await ACTS[step.act](await look(scene), step);
            const after = await look(scene);
            const [tally, counted] = await tallies(after);
            expect(tally).toEqual(counted);
            expectWriteOnce(numbers, after.cases);
          }
          expectTold(await look(scene));
        }),
        { numRuns: 20 },
      );
    });
  });
}

/** I7: a number stays with its case. (That no two cases have one is the schema's.) */
function expectWriteOnce(numbers: Map<number, string>, cases: readonly Case[]): void {
  for (const { id, nationalId } of cases) {
    const before = numbers.get(id);
    if (before !== undefined) expect(nationalId).toBe(before);
    if (nationalId !== null) numbers.set(id, nationalId);
  }
}

/** I6, I24, I25: every entry follows from the one before, and together they tell where everything is. */
function expectTold({ scene, cases, deliveries }: Life): void {
  const rows = readHistory(scene);
  const { states, numbers } = replayHistory(rows);
  expect(verifyHistory(rows)).toBeNull();
  expect(blindRetries(rows)).toEqual([]);
  expect([...states].sort(byId)).toEqual(deliveries.map((one) => [one.id, one.state]).sort(byId));
  expect([...numbers].sort(byId)).toEqual(
    cases.filter((one) => one.nationalId !== null).map((one) => [one.id, one.nationalId]),
  );
}

function byId(a: readonly unknown[], b: readonly unknown[]): number {
  return Number(a[0]) - Number(b[0]);
}
