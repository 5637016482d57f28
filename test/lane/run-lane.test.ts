import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Gate } from '../../src/http/gate.ts';
import type { Lane } from '../../src/lane/lane.ts';
import type { Work } from '../../src/ledger/verbs/due-deliveries.ts';
import { accept, DOUBT, makeLane, NOT_SENT, REFUSED, THROTTLED } from './make-lane.ts';

const isCreate = ({ delivery }: Work) => delivery.kind === 'create';

describe('runLane()', () => {
  it('sends the oldest first, until nothing is due', async () => {
    const lane = makeLane();
    await lane.fileMany(5);

    expect(await lane.run()).toBe(5);

    expect(lane.end.sent).toEqual(['1:create', '2:create', '3:create', '4:create', '5:create']);
    expect(lane.states()).toBe('done 5');
    expect(await lane.run()).toBe(0);
    expect(lane.gate.out).toBe(0);
  });

  it.each([1, 2, 4, 8])('never has more than %i under way, nor more intents than that', async (concurrency) => {
    const lane = makeLane();
    await lane.fileMany(150);

    expect(await lane.run({ concurrency })).toBe(150);

    expect(Math.max(...lane.end.under.map((one) => one.sends))).toBe(concurrency);
    expect(Math.max(...lane.end.under.map((one) => one.intents))).toBe(concurrency);
    expect([...lane.end.sent].sort()).toEqual([...new Set(lane.end.sent)].sort());
    expect(lane.states()).toBe('done 150');
    expect(lane.gate.out).toBe(0);
  });

  it.each([
    [true, ['prepare 1', 'prepare 2', 'answer 1', 'prepare 3', 'answer 2', 'answer 3']],
    [false, ['prepare 1', 'answer 1', 'prepare 2', 'answer 2', 'prepare 3', 'answer 3']],
  ])('prepares the next while one is under way, where it may: %j', async (early, expected) => {
    const lane = makeLane();
    await lane.widen();
    await lane.fileMany(3);
    const steps: string[] = [];
    lane.end.prepare = async (work) => {
      steps.push(`prepare ${work.case.localId}`);
      return null;
    };
    lane.end.answer = async (work) => {
      await nextTurn();
      steps.push(`answer ${work.case.localId}`);
      return accept(work);
    };

    expect(await lane.run({ mayPrepareEarly: () => early })).toBe(3);

    expect(steps).toEqual(expected);
  });

  it('parks what cannot be prepared, before its turn too, and sends the others', async () => {
    const lane = makeLane();
    await lane.widen();
    await lane.fileMany(2);
    lane.end.prepare = async ({ case: { localId } }) => {
      if (localId === '2') throw new Error('a bug');
      return null;
    };

    expect(await lane.run()).toBe(2);

    expect(lane.states()).toBe('done 1, parked 1');
  });

  it('has its intent in the ledger before a delivery is sent', async () => {
    const lane = makeLane();
    await lane.fileMany(4);
    const seen: unknown[] = [];
    lane.end.answer = (work) => {
      const sql = `select state, attempts from delivery where id = ${work.delivery.id}`;
      seen.push(...lane.query(sql), ...lane.query(`select * from attempt where delivery_id = ${work.delivery.id}`));
      return accept(work);
    };

    await lane.run({ concurrency: 2 });

    expect(seen).toHaveLength(8);
    for (const row of seen)
      expect([
        { state: 'sending', attempts: 1 },
        { number: 1, outcome: null },
      ]).toContainEqual(partOf(row));
  });

  it('goes on with what a delivery makes due, and lets cases go at the same time', async () => {
    const lane = makeLane();
    const first = await lane.oweMore({ kind: 'follow-up', key: 'follow-up:9:1', body: { part: 1 } });
    await lane.owe(first.caseId, { kind: 'reject' });
    await lane.oweMore({ kind: 'reject' });
    lane.end.answer = () => ({ kind: 'done', value: null, status: 200 });

    await lane.run({
      concurrency: 2,
      ledger: { ...lane.ledger, beginDelivery: inTwoParts(lane.ledger.beginDelivery) },
    });

    expect(lane.end.sent).toEqual(['1:follow-up:9:1', '2:reject', '1:reject', '1:follow-up:9:2']);
  });

  it('tells what became of each, and what moved', async () => {
    const lane = makeLane();
    await lane.fileMany(3);
    const told: string[] = [];
    lane.end.answer = (work) => (work.case.localId === '2' ? REFUSED : accept(work));

    const moved = await lane.run({ onSettled: (work, result) => told.push(`${work.case.localId} ${result.kind}`) });

    expect(told).toEqual(['1 done', '2 refused', '3 done']);
    expect(moved).toBe(3);
    expect(lane.states()).toBe('done 2, parked 1');
  });

  it('writes the side’s last good answer down', async () => {
    const lane = makeLane();
    await lane.fileMany(1);
    lane.clock.advance(5000);

    await lane.run();

    expect((await lane.ledger.readSide('national')).lastOkAt).toBe(lane.clock.now());
  });
});

describe('what is not sent', () => {
  it.each([
    ['held', { type: 'set-aside', event: 'hold', reason: 'deleted' }],
    ['parked', { type: 'set-aside', event: 'refused', reason: 'empty-text' }],
  ] as const)('is %s where its preparation says so', async (state, prepared) => {
    const lane = makeLane();
    const [create] = await lane.fileMany(2);
    lane.end.prepare = async (work) => (work.delivery.id === create?.id ? prepared : null);

    expect(await lane.run()).toBe(2);

    expect(lane.end.sent).toEqual(['2:create']);
    expect(lane.states()).toBe(`done 1, ${state} 1`);
  });

  it('is what must wait: it is looked at once, and again when its time has come', async () => {
    const lane = makeLane();
    await lane.fileMany(2);
    const prepared: string[] = [];
    lane.end.prepare = async ({ case: { localId }, delivery }) => {
      prepared.push(String(localId));
      if (localId !== '1' || lane.clock.now() >= delivery.createdAt + 5000) return null;
      return { type: 'postpone', dueAt: lane.clock.now() + 5000 };
    };

    expect(await lane.run()).toBe(1);
    expect(await lane.run()).toBe(0);
    expect(prepared).toEqual(['1', '2']);
    lane.clock.advance(5000);
    expect(await lane.run()).toBe(1);

    expect(lane.end.sent).toEqual(['2:create', '1:create']);
  });

  it.each([
    ['tried too often', { maxAttempts: 0, maxAgeMs: 9e12 }, 0, 'exhausted'],
    ['tried and too old', { maxAttempts: 12, maxAgeMs: 1000 }, 1, 'too-old'],
  ] as const)('is what was %s: a person decides', async (_, limits, attempts, reason) => {
    const lane = makeLane();
    const [create] = await lane.fileMany(1);
    lane.query(`update delivery set attempts = ${attempts} returning id`);
    lane.clock.advance(1000);

    expect(await lane.run({ limits })).toBe(1);

    expect(lane.end.sent).toEqual([]);
    expect(create === undefined ? null : await lane.again(create)).toMatchObject({ state: 'parked', reason });
  });

  it('is what an operator held or settled while it was prepared', async () => {
    const lane = makeLane();
    await lane.fileMany(2);
    lane.end.prepare = async ({ case: { localId } }) => {
      if (localId === '1') await lane.ledger.hold('1', lane.clock.now());
      if (localId === '2') await lane.ledger.resolve('2', '777', lane.clock.now());
      return null;
    };

    await lane.run();

    expect(lane.end.sent).toEqual([]);
    expect(lane.states()).toBe('done 1, held 1');
    expect(lane.gate.out).toBe(0);
  });
});

describe('a lane that is halted', () => {
  it('begins nothing', async () => {
    const lane = makeLane();
    await lane.fileMany(2);
    lane.halt.abort();

    expect(await lane.run()).toBe(0);
    expect(lane.states()).toBe('ready 2');
  });

  it('lets what is under way end, and begins nothing more', async () => {
    const lane = makeLane();
    await lane.fileMany(9);
    await lane.widen();
    lane.end.answer = (work) => {
      if (work.delivery.id === 1) lane.halt.abort();
      return accept(work);
    };

    expect(await lane.run({ concurrency: 3 })).toBe(3);
    expect(lane.states()).toBe('done 3, ready 6');
    expect(lane.gate.out).toBe(0);
  });

  it('has no intent for what still waits for its permit, and gives up the wait', async () => {
    const lane = makeLane();
    await lane.fileMany(3);
    const closed: Gate = {
      ...lane.gate,
      enter: (signal) => new Promise((resolve) => onAbort(signal, () => resolve(null))),
    };

    const running = lane.run({ gate: closed, concurrency: 2 });
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    expect(lane.states()).toBe('ready 3');
    lane.halt.abort();

    expect(await running).toBe(0);
    expect(lane.states()).toBe('ready 3');
  });

  it('does not begin what was admitted too late', async () => {
    const lane = makeLane();
    await lane.fileMany(1);
    const late: Gate = {
      ...lane.gate,
      async enter(signal) {
        const permit = await lane.gate.enter(signal);
        lane.halt.abort();
        return permit;
      },
    };

    expect(await lane.run({ gate: late })).toBe(0);
    expect(lane.states()).toBe('ready 1');
    expect(lane.gate.out).toBe(0);
  });

  it('is over when its slice is, whatever is left', async () => {
    const lane = makeLane();
    await lane.fileMany(9);
    lane.end.answer = (work) => {
      lane.clock.advance(1000);
      return accept(work);
    };

    expect(await lane.run({ sliceMs: 3000 })).toBe(3);
    expect(lane.states()).toBe('done 3, ready 6');
  });
});

describe('a side that cannot be reached', () => {
  it.each([
    [1, 1],
    [3, 3],
  ])('costs one try of those under way alone, with %i of them', async (concurrency, tried) => {
    const lane = makeLane();
    await lane.fileMany(10);
    await lane.widen();
    lane.end.answer = () => NOT_SENT;

    expect(await lane.run({ concurrency })).toBe(0);

    expect(lane.end.sent).toHaveLength(tried);
    expect(lane.states()).toBe('ready 10');
    expect(lane.query('select sum(attempts) as n from delivery')).toEqual([{ n: tried }]);
    expect(await lane.run({ concurrency })).toBe(0);
    expect(lane.end.sent).toHaveLength(tried);
  });

  it('is tried again when its wait is over, the oldest first', async () => {
    const lane = makeLane();
    await lane.fileMany(3);
    lane.end.answer = () => NOT_SENT;
    await lane.run();
    lane.end.answer = accept;
    lane.clock.advance(2000);

    expect(await lane.run()).toBe(3);
    expect(lane.end.sent).toEqual(['1:create', '1:create', '2:create', '3:create']);
  });

  it('is left alone as long as it asks, also by the process after this one', async () => {
    const lane = makeLane();
    await lane.fileMany(2);
    lane.end.answer = () => THROTTLED;
    await lane.run();
    lane.end.answer = accept;
    expect(lane.states()).toBe('ready 2');

    lane.restart();
    lane.clock.advance(59_999);
    expect(await lane.run()).toBe(0);
    lane.clock.advance(1);
    expect(await lane.run()).toBe(2);
    expect(lane.end.sent).toEqual(['1:create', '1:create', '2:create']);
  });

  it('is left alone although another request that was under way was answered', async () => {
    const lane = makeLane();
    await lane.fileMany(6);
    await lane.widen();
    lane.end.answer = async (work) => {
      if (work.delivery.id === 1) return THROTTLED;
      for (let turn = 0; turn < 3; turn += 1) await nextTurn();
      return accept(work);
    };

    expect(await lane.run({ concurrency: 2 })).toBe(1);
    expect(lane.end.sent).toEqual(['1:create', '2:create']);
    expect((await lane.watch()).waits()).toBe(true);
  });
});

describe('a create in doubt', () => {
  it('stops all others, and nothing else', async () => {
    const lane = makeLane();
    await lane.fileMany(3);
    await lane.oweMore({ kind: 'reject' });
    lane.end.answer = (work) => (isCreate(work) ? DOUBT : accept(work));

    expect(await lane.run()).toBe(2);

    expect(lane.end.sent).toEqual(['1:create', '4:reject']);
    expect(await lane.run()).toBe(0);
    lane.restart();
    expect((await lane.watch()).creates()).toBe('stopped');
  });

  it('lets them go one at a time after a good read, and all after one that succeeded', async () => {
    const lane = makeLane();
    await lane.fileMany(9);
    lane.end.answer = () => DOUBT;
    await lane.run();
    await (await lane.watch()).noteRead(null, false);
    lane.end.answer = async (work) => {
      for (let turn = 0; turn < 4; turn += 1) await nextTurn();
      return accept(work);
    };

    expect(await lane.run({ concurrency: 4 })).toBe(8);

    expect(lane.end.sent.slice(0, 3)).toEqual(['1:create', '2:create', '3:create']);
    expect(lane.end.under.map((one) => one.sends).slice(0, 6)).toEqual([1, 1, 1, 2, 3, 4]);
    expect(lane.states()).toBe('done 8, doubt 1');
  });

  it('lets no other slip through that was in hand already', async () => {
    const lane = makeLane();
    await lane.fileMany(4);
    await lane.widen();
    const watch = await lane.watch();
    const waiting: (() => void)[] = [];
    lane.end.prepare = async (work) => {
      if (work.delivery.id > 1) await new Promise<void>((resolve) => waiting.push(resolve));
      return null;
    };
    lane.end.answer = async (work) => {
      if (work.delivery.id > 1) return accept(work);
      // The upload of another report is answered in between: a good read.
      setImmediate(() => setImmediate(() => void watch.noteRead(null, false).then(letGo)));
      return DOUBT;
    };
    function letGo(): void {
      lane.end.prepare = async () => null;
      for (const go of waiting) go();
    }

    expect(await lane.run({ concurrency: 4 })).toBe(4);

    expect(lane.end.sent).toEqual(['1:create', '2:create', '3:create', '4:create']);
    expect(lane.end.under.map((one) => one.sends)).toEqual([1, 1, 1, 2]);
    expect(lane.states()).toBe('done 3, doubt 1');
  });

  it.each([1, 4])(
    'happens three times in one run and no more, one by one of %i, however well the side reads',
    async (concurrency) => {
      const lane = makeLane();
      await lane.fileMany(20);
      lane.end.answer = () => DOUBT;
      const watch = await lane.watch();

      for (let round = 0; round < 10; round += 1) {
        await lane.run({ concurrency });
        expect(lane.end.sent).toHaveLength(Math.min(3, round + 1));
        await watch.noteRead(null, false);
        lane.clock.advance(3_600_000);
      }

      expect(watch.creates()).toBe('stopped');
    },
  );

  it('happens to as many as were under way only where one succeeded before', async () => {
    const lane = makeLane();
    await lane.fileMany(20);
    await lane.widen();
    lane.end.answer = () => DOUBT;

    await lane.run({ concurrency: 4 });

    expect(lane.end.sent).toHaveLength(4);
  });
});

describe('a lane in which something throws', () => {
  it('parks what it could not prepare, tells where, and not what it says of a citizen', async () => {
    const lane = makeLane();
    await lane.fileMany(9);
    lane.end.prepare = async (work) => {
      if (work.delivery.id === 3) throw new RangeError('Siti Aminah is too long');
      return null;
    };

    expect(await lane.run({ concurrency: 3 })).toBe(9);

    expect(lane.end.sent).toHaveLength(8);
    expect(lane.states()).toBe('done 8, parked 1');
    expect(lane.query('select reason from delivery where id = 3')).toEqual([{ reason: 'unprepared' }]);
    const [told] = lane.query(`select data from history where delivery_id = 3 and event = 'delivery-refused'`);
    expect(JSON.parse(String(told?.data))).toMatchObject({
      error: 'RangeError',
      where: expect.stringMatching(/^run-lane\.test\.ts:\d+:\d+$/),
    });
    expect(lane.gate.out).toBe(0);
  });

  it('settles what is under way, begins nothing more, and throws what is no fault of one delivery', async () => {
    const lane = makeLane();
    await lane.fileMany(9);
    const broken: Lane['ledger'] = { ...lane.ledger, setAside: () => Promise.reject(new RangeError('the disk')) };
    lane.end.prepare = async (work) => {
      if (work.delivery.id === 3) throw new RangeError('a bug');
      return null;
    };

    await expect(lane.run({ concurrency: 3, ledger: broken })).rejects.toThrow('the disk');

    expect(lane.states()).toMatch(/^done [2-4], ready [5-7]$/);
    expect(lane.gate.out).toBe(0);
  });

  it('sends nothing where the side asked for a pause while the intent was being written', async () => {
    const lane = makeLane();
    await lane.fileMany(1);
    const halt = new AbortController();
    const slow: Lane['ledger'] = {
      ...lane.ledger,
      async beginDelivery(intent) {
        const begun = await lane.ledger.beginDelivery(intent);
        halt.abort();
        return begun;
      },
    };

    expect(await lane.run({ ledger: slow, halt: halt.signal })).toBe(0);

    expect(lane.end.sent).toEqual([]);
    expect(lane.states()).toBe('ready 1');
    expect(lane.gate.out).toBe(0);
  });

  it('gives the permit back where the intent cannot be written', async () => {
    const lane = makeLane();
    await lane.fileMany(2);
    const broken: Lane['ledger'] = { ...lane.ledger, beginDelivery: () => Promise.reject(new RangeError('the disk')) };

    await expect(lane.run({ ledger: broken })).rejects.toThrow('the disk');

    expect(lane.end.sent).toEqual([]);
    expect(lane.gate.out).toBe(0);
  });

  it('begins nothing more once an outcome could not be written', async () => {
    const lane = makeLane();
    await lane.fileMany(9);
    const broken: Lane['ledger'] = { ...lane.ledger, settleDelivery: () => Promise.reject(new RangeError('the disk')) };

    await expect(lane.run({ ledger: broken })).rejects.toThrow('the disk');

    expect(lane.end.sent.length).toBeLessThanOrEqual(2);
    expect(lane.states()).toMatch(/^ready [78], sending [12]$/);
  });
});

function onAbort(signal: AbortSignal | undefined, act: () => void): void {
  signal?.addEventListener('abort', act, { once: true });
}

function partOf(row: unknown): object {
  const { state, attempts, number, outcome } = row as Readonly<Record<string, unknown>>;
  return state === undefined ? { number, outcome } : { state, attempts };
}

/** As rendering does: it finds out that an answer has two parts. */
function inTwoParts(begin: Lane['ledger']['beginDelivery']): Lane['ledger']['beginDelivery'] {
  return (intent) =>
    begin({ ...intent, body: intent.body.part === undefined ? intent.body : { ...intent.body, parts: 2 } });
}
