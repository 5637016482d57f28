import { describe, expect, it } from 'vitest';
import type { Work } from '../../src/ledger/verbs/due-deliveries.ts';
import type { LocalWrite } from '../../src/local/local-system.ts';
import { prepareMirror } from '../../src/mirror/run-mirror.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createFakeLocal } from '../support/fake-local.ts';
import { createFakeNational } from '../support/fake-national.ts';
import { makeCase, makeDelivery } from '../support/make-case.ts';
import { makeListed } from '../support/make-listed.ts';
import { makeFollowUp } from '../support/make-report.ts';
import { makeWork } from '../support/make-work.ts';
import { openWatch } from '../support/open-watch.ts';

const VALUES = { nationalId: '77', nationalStatus: 'Selesai', localStatus: 'selesai' } as const;
const WRITE_BACK = makeWork({ delivery: makeDelivery({ side: 'local', kind: 'write-back', body: VALUES }) });
const RESPONSE = makeWork({
  delivery: makeDelivery({ side: 'local', kind: 'response' }),
  followUp: makeFollowUp({ id: '501', author: 'national' }),
});

const REPORT = makeWork({
  delivery: makeDelivery({ side: 'local', kind: 'report' }),
  case: makeCase({ route: 'national', localId: null, nationalId: '9165900' }),
  report: null,
  listed: makeListed(),
});

async function start(lacks: readonly LocalWrite[] = []) {
  const clock = createFakeClock();
  const local = createFakeLocal({ clock, lacks: new Set(lacks) });
  local.file({ localId: '1042' });
  const watch = await openWatch('local', clock);
  const deps = { local, national: createFakeNational({ clock }), clock, watch, halt: new AbortController().signal };
  return { local, clock, prepare: (work: Work) => prepareMirror(deps, work) };
}

async function send(work: Work) {
  const { local, prepare } = await start();
  const prepared = await prepare(work);
  if (prepared.type !== 'send') throw new Error(prepared.type);
  const permit = await local.gate.enter();
  if (permit === null) throw new Error('no permit');
  const result = await prepared.send({ permit, stop: new AbortController().signal });
  return { local, result };
}

describe('prepareMirror()', () => {
  it('writes number, status and public page back', async () => {
    const { local, result } = await send(WRITE_BACK);
    expect(result.kind).toBe('done');
    expect(local.writes).toEqual([
      {
        operation: 'writeBack',
        localId: '1042',
        values: { ...VALUES, nationalUrl: 'https://lapor.example.test/pengaduan/77' },
      },
    ]);
  });

  it('adds a national answer', async () => {
    const { local, result } = await send(RESPONSE);
    const [response] = local.report('1042').responses ?? [];
    expect(response).toMatchObject({ author: 'national', externalRef: 'lapor-followup:501' });
    expect(result).toMatchObject({ kind: 'done', value: response?.id });
  });

  it.each([WRITE_BACK, RESPONSE, REPORT])('parks what the application cannot take: %#', async (work) => {
    const { local, prepare } = await start(['report', 'write-back', 'response']);
    expect(await prepare(work)).toEqual({ type: 'set-aside', event: 'refused', reason: 'unsupported' });
    expect(local.writes).toEqual([]);
  });

  it('asks for what the application can take, whatever else it lacks', async () => {
    const { prepare } = await start(['report', 'write-back']);
    expect(await prepare(RESPONSE)).toMatchObject({ type: 'send' });
  });

  it.each<readonly [string, Work, object]>([
    ['of a case on hold', { ...WRITE_BACK, case: makeCase({ hold: true }) }, { event: 'hold', reason: 'operator' }],
    [
      'of a report that is deleted: another one may have its id',
      { ...RESPONSE, case: makeCase({ deletedAt: 1 }) },
      { event: 'hold', reason: 'deleted' },
    ],
    ['of an answer that is erased', { ...RESPONSE, followUp: null }, { event: 'refused', reason: 'empty-text' }],
    [
      'of an answer that says nothing',
      { ...RESPONSE, followUp: makeFollowUp({ text: '' }) },
      { event: 'refused', reason: 'empty-text' },
    ],
    ['of a report that is erased', { ...REPORT, listed: null }, { event: 'refused', reason: 'empty-text' }],
  ])('sets a write aside %s', async (_name, work, expected) => {
    expect(await (await start()).prepare(work)).toEqual({ type: 'set-aside', ...expected });
  });

  it.each<readonly [string, Work]>([
    ['a local write without a local report', { ...WRITE_BACK, case: makeCase({ localId: null, nationalId: '77' }) }],
    ['a write-back without a number', { ...WRITE_BACK, delivery: makeDelivery({ kind: 'write-back' }) }],
  ])('is a bug for %s', async (message, work) => {
    await expect((await start()).prepare(work)).rejects.toThrow(message);
  });

  it('makes a report that was born at LAPOR!', async () => {
    const { local, result } = await send(REPORT);
    expect(result).toMatchObject({ kind: 'done' });
    expect(local.writes).toMatchObject([{ operation: 'createReport', report: { externalRef: 'lapor:9165900' } }]);
  });

  it('makes none where one carries its reference', async () => {
    const { local, prepare } = await start();
    local.file({ localId: '7', externalRef: 'lapor:9165900' });
    expect(await prepare(REPORT)).toEqual({ type: 'found', peerId: '7' });
  });

  it('waits where that cannot be asked', async () => {
    const { local, clock, prepare } = await start();
    local.faults.next('findByExternalRef', 'html');
    expect(await prepare(REPORT)).toEqual({ type: 'postpone', dueAt: clock.now() + 60_000 });
  });
});
