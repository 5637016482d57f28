import { describe, expect, it } from 'vitest';
import type { Work } from '../../src/ledger/verbs/due-deliveries.ts';
import { prepareMirror } from '../../src/mirror/run-mirror.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createFakeLocal } from '../support/fake-local.ts';
import { createFakeNational } from '../support/fake-national.ts';
import { makeCase, makeDelivery } from '../support/make-case.ts';
import { makeFollowUp } from '../support/make-report.ts';
import { makeWork } from '../support/make-work.ts';

const VALUES = { nationalId: '77', nationalStatus: 'Selesai', localStatus: 'selesai' } as const;
const WRITE_BACK = makeWork({ delivery: makeDelivery({ side: 'local', kind: 'write-back', body: VALUES }) });
const RESPONSE = makeWork({
  delivery: makeDelivery({ side: 'local', kind: 'response' }),
  followUp: makeFollowUp({ id: '501', author: 'national' }),
});

function start() {
  const clock = createFakeClock();
  const local = createFakeLocal({ clock });
  local.file({ localId: '1042' });
  const prepare = (work: Work) => prepareMirror({ local, national: createFakeNational({ clock }) }, work);
  return { local, prepare };
}

async function send(work: Work) {
  const { local, prepare } = start();
  const prepared = prepare(work);
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

  it.each<readonly [string, Work, object]>([
    ['of a case on hold', { ...WRITE_BACK, case: makeCase({ hold: true }) }, { event: 'hold', reason: 'operator' }],
    ['of an answer that is erased', { ...RESPONSE, followUp: null }, { event: 'refused', reason: 'empty-text' }],
    [
      'of an answer that says nothing',
      { ...RESPONSE, followUp: makeFollowUp({ text: '' }) },
      { event: 'refused', reason: 'empty-text' },
    ],
  ])('sets a write aside %s', (_name, work, expected) => {
    expect(start().prepare(work)).toEqual({ type: 'set-aside', ...expected });
  });

  it.each<readonly [string, Work]>([
    ['a local write without a local report', { ...WRITE_BACK, case: makeCase({ localId: null, nationalId: '77' }) }],
    ['a write-back without a number', { ...WRITE_BACK, delivery: makeDelivery({ kind: 'write-back' }) }],
  ])('is a bug for %s', (message, work) => {
    expect(() => start().prepare(work)).toThrow(message);
  });
});
