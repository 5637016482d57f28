import { describe, expect, it } from 'vitest';
import type { DeliveryBody } from '../../src/ledger/delivery.ts';
import type { Report } from '../../src/report/report.ts';
import { probeLocal } from '../../src/settle/probe-local.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createFakeLocal } from '../support/fake-local.ts';
import { makeCase, makeDelivery, makeMessage } from '../support/make-case.ts';
import { makeFollowUp } from '../support/make-report.ts';
import { makeWork } from '../support/make-work.ts';
import { openWatch } from '../support/open-watch.ts';

const VALUES = { nationalId: '77', nationalStatus: 'Selesai', localStatus: 'selesai' } as const;

async function start(report: Partial<Report> = {}) {
  const clock = createFakeClock();
  const local = createFakeLocal({ clock });
  local.file({ localId: '1042', ...report });
  const watch = await openWatch('local', clock);
  const halt = new AbortController();
  return { local, watch, halt, deps: { local, watch, halt: halt.signal } };
}

function writeBack(body: DeliveryBody = VALUES) {
  return makeWork({ delivery: makeDelivery({ side: 'local', kind: 'write-back', body }) });
}

const RESPONSE = makeWork({
  delivery: makeDelivery({ side: 'local', kind: 'response' }),
  message: makeMessage({ origin: 'national', localId: null, nationalId: '501' }),
});

describe('probeLocal() of a write-back', () => {
  const written = { nationalId: '77', nationalStatus: 'Selesai', status: 'selesai' };

  it.each<readonly [string, Partial<Report>, DeliveryBody, boolean]>([
    ['all of it is there', written, VALUES, true],
    ['the number is not', { ...written, nationalId: null }, VALUES, false],
    ['there is another number', { ...written, nationalId: '78' }, VALUES, false],
    ['the status is the one before', { ...written, nationalStatus: 'Dalam Proses' }, VALUES, false],
    ['the local status is another', { ...written, status: 'menunggu' }, VALUES, false],
    ['the local status was left alone', { ...written, status: 'menunggu' }, { ...VALUES, localStatus: null }, true],
    ['the number alone was written', written, { nationalId: '77', nationalStatus: null, localStatus: null }, true],
    ['it was not even known what to write', written, {}, false],
  ])('where %s', async (_name, report, body, found) => {
    const { deps } = await start(report);
    expect(await probeLocal(deps, writeBack(body))).toEqual({ foundIds: found ? ['1042'] : [] });
  });
});

describe('probeLocal() of a report that was born at LAPOR!', () => {
  const REPORT = makeWork({
    delivery: makeDelivery({ side: 'local', kind: 'report' }),
    case: makeCase({ localId: null, nationalId: '77' }),
  });

  it('finds those with its number, the oldest first', async () => {
    const { local, deps } = await start();
    expect(await probeLocal(deps, REPORT)).toEqual({ foundIds: [] });
    local.file({ localId: '2', externalRef: 'lapor:77', createdAt: 2 });
    local.file({ localId: '3', externalRef: 'lapor:77', createdAt: 1 });
    local.file({ localId: '4', externalRef: 'lapor:770' });
    expect(await probeLocal(deps, REPORT)).toEqual({ foundIds: ['3', '2'] });
  });

  it('fails where the side does not answer', async () => {
    const { local, watch, deps } = await start();
    local.faults.next('findByExternalRef', 'unreachable');
    expect(await probeLocal(deps, REPORT)).toBe('failed');
    expect(watch.health().state).toBe('down');
  });
});

describe('probeLocal() of a national answer', () => {
  it('finds those with its reference', async () => {
    const responses = [
      makeFollowUp({ id: '31', externalRef: 'lapor-followup:501' }),
      makeFollowUp({ id: '32', externalRef: 'lapor-followup:5010' }),
      makeFollowUp({ id: '33' }),
      makeFollowUp({ id: '34', externalRef: 'lapor-followup:501' }),
    ];
    const { deps } = await start({ responses });
    expect(await probeLocal(deps, RESPONSE)).toEqual({ foundIds: ['31', '34'] });
  });

  it('finds none', async () => {
    const { deps } = await start();
    expect(await probeLocal(deps, RESPONSE)).toEqual({ foundIds: [] });
  });

  it('fails where the report comes without its answers', async () => {
    const { deps } = await start({ responses: null });
    expect(await probeLocal(deps, RESPONSE)).toBe('failed');
  });
});

describe('probeLocal()', () => {
  it.each(['unreachable', 'html', 'refused'] as const)('fails where the side is %s', async (fault) => {
    const { local, watch, deps } = await start();
    local.faults.next('readReport', fault);
    expect(await probeLocal(deps, RESPONSE)).toBe('failed');
    expect(watch.health().state).toBe(fault === 'refused' ? 'up' : 'down');
  });

  it('fails where the report is gone, and has no way to look without its id', async () => {
    const { deps } = await start();
    expect(await probeLocal(deps, { ...RESPONSE, case: makeCase({ localId: '404' }) })).toBe('failed');
    expect(await probeLocal(deps, { ...RESPONSE, case: makeCase({ localId: null }) })).toBe('no-way');
  });

  it('says nothing of the side where it was broken off', async () => {
    const { local, watch, halt, deps } = await start();
    halt.abort();
    local.faults.next('readReport', 'unreachable');
    expect(await probeLocal(deps, RESPONSE)).toBe('failed');
    expect(watch.health().state).toBe('up');
  });
});
