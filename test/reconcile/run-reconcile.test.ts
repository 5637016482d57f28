import { describe, expect, it } from 'vitest';
import type { FaultName } from '../support/call-faults.ts';
import { createFakeBridge, type FakeBridge } from '../support/fake-bridge.ts';
import { makeFollowUp } from '../support/make-report.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const ONCE = { once: true } as const;

/** A bridge that carried three reports, one of them with an answer either way, long before now. */
async function carried(given: Parameters<typeof createFakeBridge>[0] = {}): Promise<FakeBridge> {
  const bridge = createFakeBridge(given);
  bridge.local.file({ localId: '1', responses: [makeFollowUp()] });
  bridge.local.file({ localId: '2' });
  bridge.local.file({ localId: '3' });
  await round(bridge, 0);
  bridge.national.answer(await numberOf(bridge, '1'), { id: '501', text: 'Kami teruskan.' });
  for (let index = 0; index < 3; index += 1) await round(bridge, 10 * MINUTE_MS);
  bridge.clock.advance(DAY_MS);
  bridge.local.file({ localId: '4', deletedAt: bridge.clock.now() });
  bridge.local.file({ localId: '5' });
  await round(bridge, 0);
  return bridge;
}

async function round(bridge: FakeBridge, afterMs: number): Promise<void> {
  bridge.clock.advance(afterMs);
  await bridge.cycle(ONCE);
}

async function numberOf(bridge: FakeBridge, localId: string): Promise<string> {
  return (await bridge.caseOf(localId)).nationalId ?? '';
}

/** What the whole comparison said. */
async function reconciled(bridge: FakeBridge) {
  expect(await bridge.reconcile()).toBe('done');
  const last = await bridge.ledger.lastReconciliation();
  if (last === null) throw new Error('none came to its end');
  return { ...last, kinds: last.findings.map(({ kind, localId }) => `${kind} ${localId}`) };
}

function silently(bridge: FakeBridge, localId: string, changes: object): void {
  const { updatedAt } = bridge.local.report(localId);
  bridge.local.change(localId, { ...changes, updatedAt });
}

describe('runReconcile()', () => {
  it('accounts for every report of both sides, and writes nothing to either', async () => {
    const bridge = await carried();
    const writes = bridge.local.writes.length;
    bridge.clock.advance(DAY_MS);
    const { places, compared, findings } = await reconciled(bridge);
    expect(places).toEqual({ both: 4, waiting: 0, older: 0, deleted: 0, fresh: 1, apart: 0, found: 0 });
    expect([compared, findings]).toEqual([4, []]);
    expect(bridge.local.writes).toHaveLength(writes);
    expect(await bridge.ledger.readReconciliation()).toBeNull();
    expect(await bridge.alarms()).toEqual([]);
  });

  it('proves after an outage that nothing was skipped, also of what still waits', async () => {
    const bridge = await carried();
    bridge.national.faults.always(['ping', 'detail', 'answers', 'create'], 'unreachable');
    bridge.local.file({ localId: '6' });
    await round(bridge, MINUTE_MS);
    expect(await bridge.reconcile()).toBe('national');
    expect(await bridge.ledger.lastReconciliation()).toBeNull();
    bridge.national.faults.heal();
    const { places, kinds } = await reconciled(bridge);
    expect([places, kinds]).toMatchObject([{ waiting: 1, found: 0 }, []]);
  });

  it('finds what no reading noticed, and has it read', async () => {
    const bridge = await carried();
    bridge.clock.advance(DAY_MS);
    const savedAt = bridge.clock.now() - 3 * DAY_MS;
    bridge.local.file({ localId: '9', createdAt: savedAt, updatedAt: savedAt });
    silently(bridge, '2', { text: 'Lain.' });
    const { findings, kinds } = await reconciled(bridge);
    expect(kinds).toEqual(['unknown-here 9', 'changed-here 2']);
    expect(await bridge.alarms()).toEqual(['reconciled']);

    expect(await bridge.ledger.mendFindings(findings, bridge.clock.now())).toBe(2);
    await round(bridge, MINUTE_MS);
    await round(bridge, MINUTE_MS);

    expect(await numberOf(bridge, '9')).not.toBe('');
    expect((await reconciled(bridge)).kinds).toEqual([]);
    expect(await bridge.alarms()).toEqual(['report-edited']);
  });

  it('finds what is no longer as it was written, and writes it again, but never sets a status of the city', async () => {
    const bridge = await carried();
    bridge.clock.advance(DAY_MS);
    silently(bridge, '1', { nationalId: null });
    silently(bridge, '2', { nationalStatus: null });
    silently(bridge, '3', { nationalStatus: 'Selesai', status: 'dalam proses' });
    const { findings, kinds } = await reconciled(bridge);
    expect(kinds.filter((kind) => !kind.startsWith('changed')).toSorted()).toEqual([
      'number-missing-here 1',
      'status-differs-here 2',
      'status-differs-here 3',
    ]);

    await bridge.ledger.mendFindings(findings, bridge.clock.now());
    await round(bridge, MINUTE_MS);
    await round(bridge, MINUTE_MS);

    expect((await reconciled(bridge)).kinds).toEqual([]);
    expect(bridge.local.report('1').nationalId).toBe(await numberOf(bridge, '1'));
    expect(bridge.local.report('3')).toMatchObject({ nationalStatus: 'Belum Terverifikasi', status: 'dalam proses' });
  });

  it('finds what is news at LAPOR!, and asks at once', async () => {
    const bridge = await carried();
    bridge.national.setStatus(await numberOf(bridge, '2'), 'Dalam Proses');
    bridge.national.answer(await numberOf(bridge, '3'), { id: '600' });
    const { findings, kinds } = await reconciled(bridge);
    expect(kinds).toEqual(['status-differs-there 2', 'answers-unread-there 3']);
    expect(await bridge.alarms()).toEqual([]);

    await bridge.ledger.mendFindings(findings, bridge.clock.now());
    bridge.clock.advance(1);
    await bridge.cycle();

    expect(bridge.local.report('2').nationalStatus).toBe('Dalam Proses');
    expect(bridge.local.report('3').responses).toHaveLength(1);
  });

  it('leaves to a person what is gone on either side', async () => {
    const bridge = await carried();
    bridge.clock.advance(DAY_MS);
    bridge.local.lose('2');
    bridge.national.lose(await numberOf(bridge, '3'));
    bridge.national.loseAnswers(await numberOf(bridge, '1'));
    silently(bridge, '1', { responses: [makeFollowUp()] });
    const { findings, kinds } = await reconciled(bridge);
    expect(kinds).toEqual([
      'changed-here 1',
      'answers-missing-here 1',
      'orphan-there 2',
      'answers-missing-there 1',
      'gone-there 3',
    ]);
    const writes = bridge.local.writes.length;
    expect(await bridge.ledger.mendFindings(findings, bridge.clock.now())).toBe(1);
    await round(bridge, MINUTE_MS);
    expect(bridge.local.writes).toHaveLength(writes);
  });

  it('holds a mass of findings until a person confirms', async () => {
    const bridge = createFakeBridge();
    for (let index = 1; index <= 30; index += 1) bridge.local.file({ localId: String(index) });
    await round(bridge, 0);
    bridge.clock.advance(MINUTE_MS);
    for (let index = 1; index <= 30; index += 1) silently(bridge, String(index), { nationalStatus: 'Arsip' });
    const { findings } = await reconciled(bridge);
    const mended = () => bridge.ledger.mendFindings(findings, bridge.clock.now());
    expect(await mended()).toBe('braked');
    expect(await bridge.alarms()).toEqual(['mass-repair', 'reconciled']);
    expect(await bridge.ledger.confirm(bridge.clock.now())).toMatchObject({ brakes: 1 });
    expect(await mended()).toBe(findings.length);
  });

  it('goes on where it was cut, and reads nothing twice', async () => {
    const asked: string[] = [];
    const strike = async (operation: string): Promise<FaultName | null> => {
      asked.push(operation);
      return null;
    };
    const bridge = await carried({ national: { strike } });
    asked.length = 0;
    let left = 2;
    expect(await bridge.reconcile(() => left-- > 0)).toBe('cut');
    expect(await bridge.ledger.lastReconciliation()).toBeNull();
    expect((await reconciled(bridge)).compared).toBe(4);
    expect(asked.filter((operation) => operation === 'detail')).toHaveLength(4);
  });

  it.each(['local', 'national'] as const)('proves nothing where the %s side cannot be read whole', async (side) => {
    const bridge = await carried();
    if (side === 'local') bridge.local.faults.always(['readPage'], 'html');
    else bridge.national.faults.always(['detail', 'ping'], 'html');
    expect(await bridge.reconcile()).toBe(side);
    expect(await bridge.ledger.lastReconciliation()).toBeNull();
  });

  it('names a report that LAPOR! alone does not give, and goes on', async () => {
    const bridge = await carried();
    bridge.national.faults.next('detail', 'html');
    const { kinds, compared } = await reconciled(bridge);
    expect([kinds, compared]).toEqual([['unreadable-there 1'], 4]);
  });

  it('uses the list of LAPOR! where there is one', async () => {
    const asked: string[] = [];
    const strike = async (operation: string): Promise<FaultName | null> => {
      asked.push(operation);
      return null;
    };
    const bridge = createFakeBridge({ national: { list: { lagMs: 0 }, strike } });
    bridge.local.file();
    await round(bridge, 0);
    const born = bridge.national.adopt();
    await round(bridge, MINUTE_MS);
    await round(bridge, MINUTE_MS);
    bridge.national.setStatus(born, 'Dalam Proses');
    const at = bridge.clock.now() - 5 * DAY_MS;
    bridge.national.adopt('999', { createdAt: at, updatedAt: at });
    asked.length = 0;
    const { findings, listed } = await reconciled(bridge);
    expect(findings.map(({ kind, nationalId }) => [kind, nationalId])).toEqual([
      ['unknown-there', '999'],
      ['status-differs-there', born],
    ]);
    // The other one lies with a department, which our own list does not show.
    expect([listed, asked.filter((operation) => operation === 'detail').length]).toEqual([2, 1]);
  });
});
