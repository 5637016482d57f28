import { describe, expect, it } from 'vitest';
import type { SideWatch } from '../../src/lane/side-watch.ts';
import type { Delivery } from '../../src/ledger/delivery.ts';
import type { Probe } from '../../src/ledger/probe.ts';
import type { Work } from '../../src/ledger/verbs/due-deliveries.ts';
import type { NationalAnswers } from '../../src/national/national-system.ts';
import { wording } from '../../src/report/wording.ts';
import { probeNational } from '../../src/settle/probe-national.ts';
import type { FaultName } from '../support/call-faults.ts';
import { createFakeClock, MONDAY_MS } from '../support/fake-clock.ts';
import { createFakeNational, type FakeNational } from '../support/fake-national.ts';
import { makeCase, makeDelivery, makeMessage } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeFollowUpWork, makeWork } from '../support/make-work.ts';
import { openWatch } from '../support/open-watch.ts';

const REFERENCE = '[Ref: kota-serang-1042/9]';

interface Stage {
  readonly national: FakeNational;
  readonly watch: SideWatch;
  readonly halt: AbortController;
  probe(work: Work, siblings?: readonly Delivery[]): Promise<Probe>;
}

async function start(): Promise<Stage> {
  const clock = createFakeClock();
  const national = createFakeNational({ clock });
  national.adopt('77');
  const watch = await openWatch('national', clock);
  const halt = new AbortController();
  const config = makeConfig();
  return {
    national,
    watch,
    halt,
    probe: (work, siblings = []) =>
      probeNational(
        { national, ledger: { deliveriesOf: async () => siblings }, config, watch, halt: halt.signal },
        work,
      ),
  };
}

describe('probeNational() of a report', () => {
  it('has no way to look, and asks nothing', async () => {
    const { national, probe } = await start();
    expect(await probe(makeWork({ case: makeCase({ nationalId: '77' }) }))).toBe('no-way');
    expect(await probe(makeFollowUpWork({ case: makeCase() }))).toBe('no-way');
    expect(national.gate.begun).toBe(0);
  });
});

describe('probeNational() of a passing-on', () => {
  const work = makeWork({
    case: makeCase({ nationalId: '77' }),
    delivery: makeDelivery({ kind: 'reject', body: { targetInstitutionId: 12838 } }),
  });
  const entry = {
    id: '1',
    at: 1,
    text: '',
    fromInstitution: null,
    toInstitution: null,
    toInstitutionId: '12838',
    statusBefore: null,
    statusAfter: null,
  };
  const detail = { statusName: 'Terverifikasi', institutionName: null, fingerprint: 'f' };

  it.each([
    ['lies with the institution', { ...detail, institutionId: '12838', log: [] }, ['77']],
    ['went there and on', { ...detail, institutionId: '999', log: [entry] }, ['77']],
    ['lies elsewhere', { ...detail, institutionId: '151345', log: [{ ...entry, toInstitutionId: '151345' }] }, []],
    ['lies nowhere that is told', { ...detail, institutionId: null, log: [] }, []],
  ] as const)('where the report %s', async (_name, value, foundIds) => {
    const { national, watch, halt } = await start();
    const seeing = { ...national, detail: async () => ({ ok: true, value }) as const };
    const deps = { national: seeing, ledger: { deliveriesOf: async () => [] }, config: makeConfig(), watch };
    expect(await probeNational({ ...deps, halt: halt.signal }, work)).toEqual({ foundIds });
  });

  it('finds what the fake did', async () => {
    const { national, probe } = await start();
    const permit = await national.gate.enter();
    if (permit === null) throw new Error('no permit');
    expect(await probe(work)).toEqual({ foundIds: [] });
    await national.reject('77', 12838, { permit, stop: new AbortController().signal });
    expect(await probe(work)).toEqual({ foundIds: ['77'] });
  });

  it.each<readonly [FaultName, string]>([
    ['unreachable', 'down'],
    ['throttled', 'paused'],
  ])('fails where the side is %s', async (fault, state) => {
    const { national, watch, probe } = await start();
    national.faults.always(['detail', 'ping'], fault);
    expect(await probe(work)).toBe('failed');
    expect(watch.health().state).toBe(state);
  });

  it('fails where there is no such report', async () => {
    const { probe } = await start();
    expect(await probe({ ...work, case: makeCase({ nationalId: '404' }) })).toBe('failed');
  });
});

describe('probeNational() of an answer', () => {
  it.each<readonly [string, string, boolean]>([
    ['as it was sent', `Sudah ditindaklanjuti.\n${REFERENCE}`, true],
    ['as one paragraph', `<p>Sudah ditindaklanjuti.\n${REFERENCE}</p>`, true],
    ['under another report', 'Sudah ditindaklanjuti.\n[Ref: kota-serang-1043/9]', false],
    ['to another answer', 'Sudah ditindaklanjuti.\n[Ref: kota-serang-1042/91]', false],
    ['without its reference', 'Sudah ditindaklanjuti.', false],
  ])('finds it %s', async (_name, text, found) => {
    const { national, probe } = await start();
    const id = national.answer('77', { text });
    expect(await probe(makeFollowUpWork())).toEqual({ foundIds: found ? [id] : [] });
  });

  it('finds what is in the words that were sent, and asks a person about others under our reference', async () => {
    const { national, probe } = await start();
    const body = { part: 1, parts: 1, worded: wording('', `Sudah.\n${REFERENCE}`) };
    const sent = makeFollowUpWork({ delivery: makeDelivery({ kind: 'follow-up', body }) });
    const quoting = national.answer('77', { text: `Belum selesai.\n${REFERENCE}` });
    expect(await probe(sent)).toEqual({ foundIds: [], nearIds: [quoting] });

    const own = national.answer('77', { text: `<p>Sudah.</p><p>${REFERENCE}</p>` });
    expect(await probe(sent)).toEqual({ foundIds: [own] });
  });

  it('finds the part that was sent, and no other', async () => {
    const { national, probe } = await start();
    const ids = [1, 2, 3].map((part) => national.answer('77', { text: `(${part}/3)\nBagian.\n${REFERENCE}` }));
    const delivery = makeDelivery({ kind: 'follow-up', body: { part: 2, parts: 3 } });
    expect(await probe(makeFollowUpWork({ delivery }))).toEqual({ foundIds: [ids[1]], parts: 3 });
  });

  it('leaves out what another delivery is bound to', async () => {
    const { national, probe } = await start();
    const text = `Sudah.\n${REFERENCE}`;
    const [first, second] = [national.answer('77', { text }), national.answer('77', { text })];
    const sibling = makeDelivery({ kind: 'follow-up', peerId: first });
    expect(await probe(makeFollowUpWork(), [sibling])).toEqual({ foundIds: [second] });
  });

  it.each([
    ['an answer on the other side', { side: 'local', kind: 'response' }],
    ['the report itself', { side: 'national', kind: 'create' }],
  ] as const)('does not take the id of %s for that of an answer there', async (_what, other) => {
    const { national, probe } = await start();
    const id = national.answer('77', { text: `Sudah.\n${REFERENCE}` });
    expect(await probe(makeFollowUpWork(), [makeDelivery({ ...other, peerId: id })])).toEqual({ foundIds: [id] });
  });

  it('gives the oldest of several first, and one without a time last', async () => {
    const { national, probe } = await start();
    const text = `Sudah.\n${REFERENCE}`;
    const times = [null, MONDAY_MS - 1000, MONDAY_MS - 3000, MONDAY_MS - 2000];
    const ids = times.map((createdAt) => national.answer('77', { text, createdAt }));
    expect(await probe(makeFollowUpWork())).toEqual({ foundIds: [ids[2], ids[3], ids[1], ids[0]] });
  });

  it('fails where not all of them could be read: it may be among those', async () => {
    const { national, watch, halt } = await start();
    const value: NationalAnswers = { answers: [], unreadable: 1 };
    const seeing = { ...national, answers: async () => ({ ok: true, value }) as const };
    const deps = { national: seeing, ledger: { deliveriesOf: async () => [] }, config: makeConfig(), watch };
    expect(await probeNational({ ...deps, halt: halt.signal }, makeFollowUpWork())).toBe('failed');
  });

  it('fails where the side does not answer', async () => {
    const { national, watch, probe } = await start();
    national.faults.always(['answers', 'ping'], 'html');
    expect(await probe(makeFollowUpWork())).toBe('failed');
    expect(watch.health().state).toBe('down');
  });

  it('says nothing of the side where only the answers of this report cannot be read', async () => {
    const { national, watch, probe } = await start();
    national.faults.next('answers', 'html');
    expect(await probe(makeFollowUpWork())).toBe('failed');
    expect(watch.health().state).toBe('up');
  });

  it.each<readonly [string, Partial<Work>]>([
    ['report', { case: makeCase({ nationalId: '77', localId: null }) }],
    ['message', { message: null }],
    ['answer', { message: makeMessage({ localId: null }) }],
  ])('has no way to look without a local %s', async (_name, given) => {
    const { probe } = await start();
    expect(await probe(makeFollowUpWork(given))).toBe('no-way');
  });

  it('says nothing of the side where it was broken off', async () => {
    const { national, watch, halt, probe } = await start();
    halt.abort();
    national.faults.next('answers', 'unreachable');
    expect(await probe(makeFollowUpWork())).toBe('failed');
    expect(watch.health().state).toBe('up');
  });
});
