import { describe, expect, it } from 'vitest';
import type { NationalListed } from '../../src/national/national-system.ts';
import type { Report } from '../../src/report/report.ts';
import { createFakeBridge, type FakeBridge } from '../support/fake-bridge.ts';
import { makeConfig } from '../support/make-config.ts';

const LIST = { national: { list: { lagMs: 0 } } } as const;
const DAY_MS = 86_400_000;

const TEXT =
  'Lampu PJU di Jl. Seroja RT 03 RW 05 depan masjid Al Ikhlas mati sudah dua minggu, kalau malam gelap dan rawan begal.';
const KNOWN = { name: 'Rahmat Hidayat', email: 'rahmat.h@example.test', phone: '0812-3456-7890' };

const HERE: Partial<Report> = { localId: '1042', title: 'Lampu PJU mati', text: TEXT, incidentDate: '2026-08-01' };

/** The same as staff typed it at LAPOR!. */
function there(given: Partial<NationalListed> = {}): Partial<NationalListed> {
  return {
    title: 'LAMPU PJU MATI',
    text: `Yth. Admin, ${TEXT.replace('dua minggu', '2 mgg').replace('Jl.', 'jln')} Mohon ditindaklanjuti.`,
    incidentDate: '2026-08-01',
    reporter: KNOWN,
    ...given,
  };
}

/** In other words, so that a person has to look. */
function retold(): Partial<NationalListed> {
  return there({
    text: 'PJU depan masjid Al Ikhlas Jl Seroja padam. Rawan begal. Sudah lapor RT tapi lampu belum diganti.',
  });
}

async function twins({ ledger }: FakeBridge) {
  return (await ledger.readTwins()).map(({ state, localId, nationalId }) => [state, localId, nationalId]);
}

/** Number of reports that the bridge made here. */
function made({ local }: FakeBridge): number {
  return local.writes.filter(({ operation }) => operation === 'createReport').length;
}

async function state(bridge: FakeBridge, id: string, key: string): Promise<string> {
  const found = (await bridge.deliveriesOf(id)).find((one) => one.key === key);
  return found === undefined ? 'none' : `${found.state}${found.reason === null ? '' : `: ${found.reason}`}`;
}

/** A report that waits to be filed while LAPOR! is away, and what staff key in there meanwhile. */
async function keyedIn(
  given: Partial<NationalListed>,
  losesAnswers = false,
): Promise<{ bridge: FakeBridge; number: string }> {
  let away = true;
  const strike = async (operation: string) => {
    if (operation === 'addFollowUp' && losesAnswers) return 'lost-answer' as const;
    return away && operation !== 'list' ? ('unreachable' as const) : null;
  };
  const bridge = createFakeBridge({ national: { ...LIST.national, strike } });
  bridge.local.file(HERE);
  await bridge.cycle();
  expect(bridge.national.complaints.size).toBe(0);
  const number = bridge.national.adopt(undefined, given);
  away = false;
  bridge.clock.advance(DAY_MS / 4);
  await bridge.cycle({ once: true });
  return { bridge, number };
}

describe('a report that staff keyed into LAPOR! while the bridge could not file it', () => {
  it('is linked, not filed again and not made again', async () => {
    const { bridge, number } = await keyedIn(there());
    expect([...bridge.national.complaints.keys()]).toEqual([number]);
    expect(made(bridge)).toBe(0);
    expect(bridge.local.report('1042')).toMatchObject({ nationalId: number });
    expect(await twins(bridge)).toEqual([['linked', '1042', number]]);
    expect(await bridge.alarms()).toEqual([]);
  });

  it('waits with it for a person where that is not certain, and nothing is filed or made', async () => {
    const { bridge, number } = await keyedIn(retold());
    expect([...bridge.national.complaints.keys()]).toEqual([number]);
    expect(made(bridge)).toBe(0);
    expect(await twins(bridge)).toEqual([['proposed', '1042', number]]);
    expect(await state(bridge, '1042', 'create')).toBe('held: twin');
    expect((await bridge.ledger.readAttention()).stuck).toEqual([]);
    expect((await bridge.ledger.readAttention()).twins).toHaveLength(1);
  });

  it('is linked once a person says so', async () => {
    const { bridge, number } = await keyedIn(retold());
    expect(await bridge.ledger.linkTwin({ local: '1042', nationalId: number }, bridge.clock.now())).toMatchObject({
      ok: true,
    });
    await bridge.cycle({ once: true });
    expect([...bridge.national.complaints.keys()]).toEqual([number]);
    expect(made(bridge)).toBe(0);
    expect(bridge.local.report('1042')).toMatchObject({ nationalId: number });
  });

  it('is filed, and the other made here, once a person says that they are two', async () => {
    const { bridge, number } = await keyedIn(retold());
    await bridge.ledger.rejectTwin({ local: '1042', nationalId: number }, bridge.clock.now());
    await bridge.cycle({ once: true });
    expect(bridge.national.complaints.size).toBe(2);
    expect(made(bridge)).toBe(1);
    // Remembered: the list tells it again, and nobody is asked.
    bridge.national.relist(number, { updatedAt: bridge.clock.now() });
    await bridge.cycle({ once: true });
    expect(await twins(bridge)).toEqual([]);
    expect([bridge.national.complaints.size, made(bridge)]).toEqual([2, 1]);
  });

  it('waits a working day at most: then both go on, and the question stays', async () => {
    const { bridge, number } = await keyedIn(retold());
    bridge.clock.advance(2 * DAY_MS);
    await bridge.cycle({ once: true });
    expect([bridge.national.complaints.size, made(bridge)]).toEqual([2, 1]);
    expect(await twins(bridge)).toEqual([['proposed', '1042', number]]);
  });

  it('is made here once it is known that it is not the one in doubt, however late', async () => {
    const bridge = createFakeBridge(LIST);
    bridge.national.faults.next('create', 'lost-request');
    bridge.local.file(HERE);
    await bridge.cycle();
    const number = bridge.national.adopt(undefined, retold());
    await bridge.cycle();
    bridge.clock.advance(2 * DAY_MS);
    await bridge.cycle();
    expect([await state(bridge, '1042', 'create'), made(bridge)]).toEqual(['doubt: lost-answer', 0]);
    await bridge.ledger.resolve('1042', null, bridge.clock.now());
    await bridge.cycle({ once: true });
    await bridge.cycle({ once: true });
    expect([bridge.national.complaints.size, made(bridge)]).toEqual([2, 1]);
    expect(bridge.local.report('1042')?.nationalId).not.toBe(number);
  });

  it('does not wait where the configuration says so', async () => {
    const bridge = createFakeBridge(LIST);
    const { policy } = makeConfig();
    const quick = bridge.again({
      config: { ...makeConfig(), policy: { ...policy, twins: { workingDays: 0, staff: [] } } },
    });
    quick.national.adopt(undefined, retold());
    await quick.cycle({ once: true });
    quick.local.file(HERE);
    await quick.cycle({ once: true });
    expect(quick.national.complaints.size).toBe(2);
  });
});

describe('a report that a citizen filed at both doors', () => {
  it('is not made here where it was filed from here already, and a person is told', async () => {
    const bridge = createFakeBridge(LIST);
    bridge.local.file(HERE);
    await bridge.cycle({ once: true });
    const number = bridge.national.adopt(undefined, there());
    await bridge.cycle({ once: true });
    expect(made(bridge)).toBe(0);
    expect(await twins(bridge)).toEqual([['linked', '1042', number]]);
    expect(await bridge.alarms()).toEqual(['twin']);
    expect((await bridge.ledger.readAttention()).stuck).toEqual([]);
  });

  it('is made here once that link is taken back', async () => {
    const bridge = createFakeBridge(LIST);
    bridge.local.file(HERE);
    await bridge.cycle({ once: true });
    const number = bridge.national.adopt(undefined, there());
    await bridge.cycle({ once: true });
    expect(await bridge.ledger.unlinkTwin(number, bridge.clock.now())).toMatchObject({ ok: true });
    await bridge.cycle({ once: true });
    expect([bridge.national.complaints.size, made(bridge)]).toEqual([2, 1]);
    expect(await bridge.alarms()).toEqual([]);
  });

  it('is not filed where it was made here already, and a person is told of every answer', async () => {
    const bridge = createFakeBridge(LIST);
    const number = bridge.national.adopt(undefined, there());
    await bridge.cycle({ once: true });
    expect(made(bridge)).toBe(1);
    bridge.local.file(HERE);
    await bridge.cycle({ once: true });
    expect([...bridge.national.complaints.keys()]).toEqual([number]);
    expect(await state(bridge, '1042', 'create')).toBe('held: twin');
    expect(await bridge.alarms()).toEqual(['twin']);
    await bridge.ledger.confirmOne('1042', bridge.clock.now());
    bridge.local.respond('1042');
    await bridge.cycle({ once: true });
    expect(await bridge.alarms()).toEqual(['twin']);
  });

  it('is one case where it is not made here yet', async () => {
    let away = true;
    const strike = async (operation: string) => (away && operation !== 'readPage' ? ('unreachable' as const) : null);
    const bridge = createFakeBridge({ ...LIST, local: { strike } });
    const number = bridge.national.adopt(undefined, there());
    await bridge.cycle({ once: true });
    expect(made(bridge)).toBe(0);
    bridge.local.file(HERE);
    await bridge.cycle({ once: true });
    away = false;
    bridge.clock.advance(DAY_MS / 2);
    await bridge.cycle({ once: true });
    expect([...bridge.national.complaints.keys()]).toEqual([number]);
    expect(made(bridge)).toBe(0);
    expect(bridge.local.report('1042')).toMatchObject({ nationalId: number });
  });

  it('waits with its filing where it is only near, and is never filed once a person says that they are one', async () => {
    const bridge = createFakeBridge(LIST);
    const number = bridge.national.adopt(undefined, retold());
    await bridge.cycle({ once: true });
    bridge.local.file(HERE);
    await bridge.cycle({ once: true });
    expect(await state(bridge, '1042', 'create')).toBe('held: twin');
    await bridge.ledger.linkTwin({ local: '1042', nationalId: number }, bridge.clock.now());
    bridge.clock.advance(10 * DAY_MS);
    await bridge.cycle({ once: true });
    expect([...bridge.national.complaints.keys()]).toEqual([number]);
    // Even where an operator lets it go by mistake.
    await bridge.ledger.release('1042', bridge.clock.now());
    await bridge.cycle({ once: true });
    expect([...bridge.national.complaints.keys()]).toEqual([number]);
  });
});

describe('unlink', () => {
  it('gives the number back: the local report waits for `retry`, the other one is made here', async () => {
    const { bridge, number } = await keyedIn(there());
    expect(await bridge.ledger.unlinkTwin('1042', bridge.clock.now())).toMatchObject({ ok: true });
    await bridge.cycle({ once: true });
    expect(bridge.national.complaints.size).toBe(1);
    expect(await state(bridge, '1042', 'create')).toBe('parked: unlinked');
    expect(made(bridge)).toBe(1);
    expect(await bridge.caseOf(number)).toMatchObject({ route: 'national' });

    await bridge.ledger.retry('1042', bridge.clock.now());
    await bridge.cycle({ once: true });
    expect(bridge.national.complaints.size).toBe(2);
    const [, own] = [...bridge.national.complaints.keys()];
    expect(bridge.local.report('1042')).toMatchObject({ nationalId: own });
    for (let round = 0; round < 3; round += 1) {
      bridge.clock.advance(DAY_MS);
      await bridge.cycle({ once: true });
    }
    expect([bridge.national.complaints.size, made(bridge)]).toEqual([2, 1]);
    expect(await bridge.alarms()).toEqual([]);
  });
});

describe('an answer of the city that may be under a number when that is taken back', () => {
  it('is sent under the new one where the bridge never sent it', async () => {
    const { bridge } = await keyedIn(there());
    bridge.local.respond('1042', { id: '7' });
    await bridge.cycle({ once: true });
    expect(await state(bridge, '1042', 'follow-up:7:1')).toBe('doubt: linked');
    await bridge.ledger.unlinkTwin('1042', bridge.clock.now());
    await bridge.cycle({ once: true });
    expect(await state(bridge, '1042', 'follow-up:7:1')).toBe('held: unlinked');
    expect((await bridge.ledger.readAttention()).stuck).toMatchObject([{ key: 'create', reason: 'unlinked' }]);

    await bridge.ledger.retry('1042', bridge.clock.now());
    await bridge.cycle({ once: true });
    const [, own] = [...bridge.national.complaints.values()];
    expect(bridge.national.complaints.size).toBe(2);
    expect(own?.followUps).toHaveLength(1);
  });

  it('waits for a person where it was sent: nobody can look for it under the new one', async () => {
    const { bridge, number } = await keyedIn(there(), true);
    bridge.local.respond('1042', { id: '7' });
    for (let round = 0; round < 2; round += 1) {
      await bridge.cycle({ once: true });
      bridge.clock.advance(DAY_MS / 24);
    }
    await bridge.cycle({ once: true });
    expect(await state(bridge, '1042', 'follow-up:7:1')).toBe('doubt: lost-answer');
    await bridge.ledger.unlinkTwin(number, bridge.clock.now());
    expect(await state(bridge, '1042', 'follow-up:7:1')).toBe('parked: outcome-unknown');
  });
});

describe('a report of LAPOR! that waits because the city’s has the number of another', () => {
  /** The city's is held for two that it may be; a person links it to one, and the other one is read again. */
  async function waiting(): Promise<{ bridge: FakeBridge; first: string; other: string }> {
    const { bridge, number: first } = await keyedIn(retold());
    const other = bridge.national.adopt(undefined, retold());
    await bridge.cycle({ once: true });
    await bridge.ledger.linkTwin({ local: '1042', nationalId: first }, bridge.clock.now());
    bridge.clock.advance(60_000);
    bridge.national.relist(other, { updatedAt: bridge.clock.now() });
    await bridge.cycle({ once: true });
    expect(await state(bridge, other, 'report')).toBe('held: twin');
    return { bridge, first, other };
  }

  it('is made here once that number is taken back', async () => {
    const { bridge, first } = await waiting();
    await bridge.ledger.unlinkTwin(first, bridge.clock.now());
    await bridge.cycle({ once: true });
    expect(made(bridge)).toBe(2);
  });

  it('is made here even where a person calls it one with the city’s, which is not filed any more', async () => {
    const { bridge, first, other } = await waiting();
    await bridge.ledger.unlinkTwin(first, bridge.clock.now());
    const linked = await bridge.ledger.linkTwin({ local: '1042', nationalId: other }, bridge.clock.now());
    expect(linked).toMatchObject({ ok: true });
    await bridge.cycle({ once: true });
    expect(made(bridge)).toBe(2);
    expect(await state(bridge, '1042', 'create')).toBe('held: twin');
    expect(bridge.national.complaints.size).toBe(2);
  });
});

describe('a pair that a person is asked about, while staff type its number into the row', () => {
  it('is linked by that, asks nobody any more, and can be parted', async () => {
    const { bridge, number } = await keyedIn(retold());
    expect(await twins(bridge)).toEqual([['proposed', '1042', number]]);
    bridge.clock.advance(60_000);
    bridge.local.change('1042', { nationalId: number });
    await bridge.cycle({ once: true });
    expect(await twins(bridge)).toEqual([['linked', '1042', number]]);

    expect(await bridge.ledger.unlinkTwin('1042', bridge.clock.now())).toMatchObject({ ok: true });
    await bridge.cycle({ once: true });
    expect(made(bridge)).toBe(1);
    // It was tried, and nobody said that it did not arrive.
    expect(await state(bridge, '1042', 'create')).toBe('parked: outcome-unknown');
  });
});

describe('a filing in doubt that a person settled by a link', () => {
  it('is in doubt again once the link is taken back, and is not for `retry`', async () => {
    let loses = true;
    const strike = async (operation: string) => (loses && operation === 'create' ? ('lost-request' as const) : null);
    const bridge = createFakeBridge({ national: { ...LIST.national, strike } });
    bridge.local.file(HERE);
    await bridge.cycle();
    expect(await state(bridge, '1042', 'create')).toMatch(/^doubt/);
    loses = false;
    const ids = { local: '1042', nationalId: '7700001' };
    expect(await bridge.ledger.linkTwin(ids, bridge.clock.now())).toMatchObject({ ok: true });
    expect(await bridge.ledger.unlinkTwin('1042', bridge.clock.now())).toMatchObject({ ok: true });
    expect(await state(bridge, '1042', 'create')).toBe('parked: outcome-unknown');
    expect(await bridge.ledger.retry('1042', bridge.clock.now())).toMatchObject({ refusal: 'outcome-unknown' });
  });
});

describe('an answer of the city under a number that was taken back', () => {
  it('stays there, and never comes back as if LAPOR! had given it', async () => {
    const { bridge, number } = await keyedIn(there());
    bridge.local.respond('1042');
    // Somebody else filed it: that the answer is not there yet is looked up first.
    for (let round = 0; round < 4; round += 1) {
      await bridge.cycle({ once: true });
      bridge.clock.advance(DAY_MS / 24);
    }
    const answers = () => bridge.national.complaints.get(number)?.answers.length;
    expect(answers()).toBe(1);

    await bridge.ledger.unlinkTwin('1042', bridge.clock.now());
    for (let round = 0; round < 3; round += 1) {
      await bridge.cycle({ once: true });
      bridge.clock.advance(DAY_MS / 24);
    }
    expect(made(bridge)).toBe(1);
    const own = (await bridge.caseOf(number))?.localId ?? '';
    expect(bridge.local.report(own)?.responses).toEqual([]);
    expect(answers()).toBe(1);
  });
});

describe('a report of the city that took over the case of one of LAPOR!', () => {
  it('may be edited once that is taken back, and is still the same report', async () => {
    let away = true;
    const strike = async (operation: string) => (away && operation !== 'readPage' ? ('unreachable' as const) : null);
    const bridge = createFakeBridge({ ...LIST, local: { strike } });
    const number = bridge.national.adopt(undefined, there());
    await bridge.cycle({ once: true });
    bridge.clock.advance(DAY_MS / 10);
    bridge.local.file({ ...HERE, createdAt: bridge.clock.now() });
    await bridge.cycle({ once: true });
    away = false;
    expect(await bridge.ledger.unlinkTwin(number, bridge.clock.now())).toMatchObject({ ok: true });
    bridge.clock.advance(DAY_MS / 2);
    bridge.local.change('1042', { text: `${TEXT} Sudah tiga minggu.` });
    await bridge.cycle({ once: true });
    expect(await bridge.alarms()).not.toContain('id-reused');
    // Never sent before, and nobody's twin any more: it is filed, once.
    expect(bridge.national.complaints.size).toBe(2);
    expect(bridge.local.report('1042').nationalId).not.toBe(number);
  });
});

describe('a report that was only in part like another', () => {
  it('goes its way: other people, other places, other days', async () => {
    const bridge = createFakeBridge(LIST);
    bridge.local.file(HERE);
    await bridge.cycle({ once: true });
    bridge.national.adopt(undefined, there({ text: 'Sampah menumpuk di pasar, sudah seminggu tidak diangkut.' }));
    await bridge.cycle({ once: true });
    expect([bridge.national.complaints.size, made(bridge)]).toEqual([2, 1]);
    expect(await twins(bridge)).toEqual([]);
  });
});
