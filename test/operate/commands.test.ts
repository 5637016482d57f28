import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import { systemClock } from '../../src/system-clock.ts';
import { openCityHere } from './open-city-here.ts';

type City = Awaited<ReturnType<typeof openCityHere>>;

const ONCE = ['run', '--once'];
const LOST_CREATE = { side: 'national', operation: 'create', kind: 'lost-answer' } as const;

/** Does not wait long before it asks a side again. */
const HURRIED: Clock = {
  ...systemClock,
  sleep: (ms, signal) => systemClock.sleep(ms < 60_000 ? ms / 100 : ms, signal),
};

const ledgerOf = (city: City) => join(city.folder, 'data', 'ledger.sqlite');

function loseLedger(city: City): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${ledgerOf(city)}${suffix}`, { force: true });
}

describe('jembatan run', () => {
  it('exits 4 where a side cannot be reached, which beats 1, and goes on by itself later', async () => {
    const city = await openCityHere({ reports: 3, faults: [LOST_CREATE] });
    expect((await city.run(ONCE)).code).toBe(1);
    await city.local.stop();

    const { code, out } = await city.run([...ONCE, '--json'], { clock: HURRIED });

    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({ exit: 4, attention: [{ state: 'parked' }] });
    expect(city.events()).toContain('side-changed');
  });

  it('logs from where to where it ran, and warns whoever is root', async () => {
    const city = await openCityHere();
    await city.run(ONCE, { isRoot: true });
    const expected = ['running-as-root', 'started', 'cycle', 'stopped'];
    expect(city.events().filter((event) => event !== 'configuration-warning')).toEqual(expected);
  });

  it('says on every start that an earlier ledger was lost, until the local side was read whole', async () => {
    const city = await openCityHere({ reports: 1 });
    await city.run(ONCE);
    loseLedger(city);

    const [first, second] = [await city.run(ONCE), await city.run(ONCE)];

    expect(first.err).toContain('PERHATIAN: buku besar yang dipakai di sini hilang');
    expect(second.err).not.toContain('PERHATIAN');
    expect(city.events().filter((event) => event === 'ledger-gap')).toHaveLength(1);
    expect([...city.filings().values()]).toEqual([1]);
  });

  it('shows with --dry-run what it would send, in words too, and leaves no file', async () => {
    const city = await openCityHere({ reports: 2 });

    const planned = await city.run([...ONCE, '--dry-run']);
    const asData = await city.run([...ONCE, '--dry-run', '--json']);

    expect(planned).toMatchObject({ code: 0, out: expect.stringContaining('Rencana (tidak ada yang dikirim)') });
    expect(JSON.parse(asData.out).plan).toMatchObject([{ kind: 'create' }, { kind: 'create' }]);
    expect([city.effectCount(), existsSync(join(city.folder, 'data'))]).toEqual([0, false]);
  });

  it('tells with --dry-run of a side that is down, and not of what waits for a person', async () => {
    const city = await openCityHere({ reports: 2, faults: [LOST_CREATE] });
    await city.run(ONCE);
    expect((await city.run([...ONCE, '--dry-run'])).code).toBe(0);
    await city.national.stop();
    expect(await city.run([...ONCE, '--dry-run'], { clock: HURRIED })).toMatchObject({
      code: 4,
      out: expect.stringContaining('LAPOR! tidak dapat dihubungi'),
    });
  });

  it('ends a round by hand when its time is over', async () => {
    const city = await openCityHere({ reports: 1 });
    expect((await city.run([...ONCE, '--for', '0ms'])).code).toBe(0);
    expect(city.filings().size).toBe(0);
  });

  it('breaks nothing off at a stop signal, and forgets it with the end', async () => {
    const city = await openCityHere({ reports: 3, latencyMs: 20 });
    let stop: ((signal: string) => void) | null = null;
    const ended = city.run(ONCE, {
      stderrIsTerminal: true,
      onStopSignal(listener) {
        stop = listener;
        return () => {
          stop = null;
        };
      },
    });
    const told = new Promise<void>((resolve) => {
      const look = () => (city.requestCount() > 0 && stop !== null ? resolve(stop('SIGTERM')) : setImmediate(look));
      look();
    });
    await told;

    const { code, err } = await ended;

    expect({ code, stop }).toEqual({ code: 0, stop: null });
    expect(err).toContain('\n');
    expect(city.events()).toContain('stopping');
    expect(city.filings().size).toBeLessThan(3);
  });
});

describe('the commands for looking', () => {
  it('show the same report under its local id, its ticket and its number', async () => {
    const city = await openCityHere({ reports: 1 });
    await city.run(ONCE);
    const [row] = city.local.world.reports();

    const names = [row?.id, row?.nomor_tiket, row?.lapor_id].map(String);
    const shown = await Promise.all(names.map((name) => city.run(['explain', name, '--json'])));

    const [first, ...others] = shown.map(({ out }) => JSON.parse(out));
    expect(shown.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(others).toEqual([first, first]);
    expect(first).toMatchObject({
      case: { localId: String(row?.id), nationalId: String(row?.lapor_id) },
      messages: [],
      attention: [],
    });
    expect(first.deliveries).toContainEqual(expect.objectContaining({ kind: 'create', state: 'done' }));
    expect(Object.keys(first.history[0])).toEqual(expect.arrayContaining(['at', 'event', 'actor', 'hash']));
    expect(await city.run(['explain', 'tidak-ada'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('tidak-ada'),
    });
  });

  it('tell in words what happened to a report and its answers', async () => {
    const city = await openCityHere({ reports: 1 });
    const id = city.local.world.reports()[0]?.id ?? 0;
    city.local.world.respond(id, { isi: 'Sudah kami perbaiki.', opd: 'DPUPR' });
    await city.run(ONCE);

    const { out } = await city.run(['explain', String(id)]);

    expect(out).toContain(`Laporan ${id}, nomor LAPOR! ${city.numberOf(String(id))}`);
    expect(out).toContain('Anonim: tidak; rahasia: tidak');
    expect(out).toMatch(/^DPUPR +1 +-$/m);
    expect(out).toMatch(/^laporan ke LAPOR! +create +selesai/m);
    expect(out).toMatch(/^.+ {2}laporan dikenal$/m);
    expect(out).toContain('laporan ke LAPOR! [create]: mulai dikirim (percobaan ke-1)');
    expect(out).not.toContain('Yang perlu dilakukan');
    expect(out).not.toContain('Sudah kami perbaiki');
  });

  it('name what waits, why, and what settles it', async () => {
    const city = await openCityHere({ reports: 1, faults: [{ side: 'national', operation: 'create', kind: 'html' }] });
    await city.run(ONCE);

    const parked = JSON.parse((await city.run(['parked', '--json'])).out);
    const status = JSON.parse((await city.run(['status', '--json'])).out);
    const texts = [await city.run(['parked']), await city.run(['status'])];
    const explained = JSON.parse((await city.run(['explain', parked[0].localId, '--json'])).out);

    const [row] = city.local.world.reports();
    const next = `jembatan resolve ${row?.id} --tracking`;
    expect(parked).toEqual([
      {
        localId: String(row?.id),
        nationalId: null,
        kind: 'create',
        state: 'parked',
        reason: 'outcome-unknown',
        next: expect.stringContaining(next),
      },
    ]);
    expect(explained.attention).toEqual(parked);
    expect(status).toEqual({
      cases: { open: 1, closed: 0, late: expect.any(Number) },
      deliveries: { ready: 0, sending: 0, doubt: 0, parked: 1, held: 0, done: 0 },
      sides: {
        local: { lastOk: expect.any(String), lastNew: expect.any(String), state: 'up' },
        national: { lastOk: expect.anything(), lastNew: null, state: 'up' },
      },
      oldestOpenHours: expect.any(Number),
      ledger: { path: ledgerOf(city), sizeBytes: expect.any(Number), head: expect.any(String) },
      version: expect.any(String),
    });
    for (const text of texts) expect(text).toEqual({ code: 1, out: expect.stringContaining(next), err: '' });
    expect(texts[1]?.out).toContain('kabar terakhir belum pernah');
  });

  it('tell by OPD what is late', async () => {
    const city = await openCityHere({ reports: 2 });
    await city.run(ONCE);
    const clock = { ...systemClock, now: () => Date.now() + 60 * 86_400_000 };

    const { out } = await city.run(['status'], { clock });

    expect(out).toMatch(/Tenggat per OPD\nOPD +Terlambat +Hari ini +Hari kerja berikutnya\n─.*\nDPUPR +2 +0 +0\n/);
  });

  it('say so where nothing waits', async () => {
    const city = await openCityHere();
    await city.run(ONCE);
    expect(await city.run(['parked'])).toMatchObject({ code: 0, out: expect.stringContaining('Tidak ada kiriman') });
    expect(await city.run(['status'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Tidak ada yang menunggu'),
    });
    expect(JSON.parse((await city.run(['status', '--json'])).out).oldestOpenHours).toBeNull();
  });

  it('leave the ledger as it is, and so does --dry-run', async () => {
    const city = await openCityHere({ reports: 2 });
    await city.run(ONCE);
    const [row] = city.local.world.reports();
    city.local.world.respond(row?.id ?? 0, { isi: 'Sudah kami perbaiki.', opd: 'DPUPR' });
    const hash = () =>
      createHash('sha256')
        .update(readFileSync(ledgerOf(city)))
        .digest('hex');
    const [before, effects] = [hash(), city.effectCount()];

    for (const args of [['status'], ['parked'], ['explain', String(row?.id)]]) await city.run(args);
    const planned = await city.run(['run', '--dry-run', '--json']);

    expect(JSON.parse(planned.out).plan).toEqual([expect.objectContaining({ kind: 'follow-up' })]);
    expect([hash(), city.effectCount()]).toEqual([before, effects]);
  });
});

describe('the commands that settle', () => {
  it('resolve several by a file: what was found is linked, what is absent is sent, once', async () => {
    const city = await openCityHere({
      reports: 4,
      faults: [LOST_CREATE, { side: 'national', operation: 'create', kind: 'lost-request' }],
    });
    await city.run(ONCE);
    const parked = JSON.parse((await city.run(['parked', '--json'])).out) as readonly { readonly localId: string }[];
    const lines = parked.map(({ localId }) => `${localId} ${city.numberOf(localId) ?? 'absent'}`);
    writeFileSync(join(city.folder, 'found.txt'), `# dari layar admin\n${lines.join('\r\n')}\n`);

    const resolved = await city.run(['resolve', '--file', 'found.txt', '--force']);
    const last = await city.run(ONCE);

    expect(lines.map((line) => line.endsWith('absent')).sort()).toEqual([false, true]);
    expect([resolved.code, last.code]).toEqual([0, 0]);
    expect([...city.filings().values()]).toEqual([1, 1, 1, 1]);
    expect(city.local.world.reports().map(({ id, lapor_id }) => [id, String(lapor_id)])).toEqual(
      city.local.world.reports().map(({ id }) => [id, city.numberOf(String(id))]),
    );
  });

  it('resolve one by its number, and tell of each that they cannot', async () => {
    const city = await openCityHere({ reports: 1, faults: [LOST_CREATE] });
    await city.run(ONCE);
    const id = String(city.local.world.reports()[0]?.id);

    const resolved = await city.run(['resolve', id, '--tracking', city.numberOf(id) ?? '']);
    const again = await city.run(['resolve', id, 'tidak-ada', '--absent']);

    expect(resolved).toMatchObject({ code: 0, out: expect.stringContaining(`${id}: diselesaikan`) });
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err.trimEnd().split('\n')).toEqual([
      expect.stringContaining(`${id}: tidak ada yang bisa dilakukan`),
      expect.stringContaining('tidak-ada: tidak dikenal'),
    ]);
  });

  it('resolve nothing as absent that may still turn up, unless they are forced to', async () => {
    const city = await openCityHere({ reports: 1, faults: [LOST_CREATE], policy: 'settle: 20m' });
    await city.run(ONCE);
    const id = String(city.local.world.reports()[0]?.id);

    expect(await city.run(['resolve', id, '--absent'])).toEqual({
      code: 1,
      out: '',
      err: expect.stringContaining('sampai 20 menit sesudahnya'),
    });
    expect(await city.run(['resolve', id, '--absent', '--force'])).toMatchObject({ code: 0, err: '' });
  });

  it('retry what was refused, as often as it is refused', async () => {
    const city = await openCityHere({
      reports: 1,
      faults: [{ side: 'national', operation: 'create', kind: 'reject', times: 2 }],
    });
    const [row] = city.local.world.reports();
    const codes: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      codes.push((await city.run(ONCE)).code);
      codes.push((await city.run(['retry', String(row?.id)])).code);
    }

    codes.push((await city.run(ONCE)).code);

    expect(codes).toEqual([1, 0, 1, 0, 0]);
    expect([...city.filings().values()]).toEqual([1]);
  });

  it('hold a report back until it is released', async () => {
    const city = await openCityHere({ reports: 2, policy: 'mode: shadow' });
    const [row] = city.local.world.reports();
    await city.run(ONCE);
    city.configure({ policy: 'mode: live' });

    await city.run(['hold', String(row?.id)]);
    await city.run(ONCE);
    const heldBack = city.filings().size;
    await city.run(['release', String(row?.id)]);
    await city.run(ONCE);

    expect([heldBack, city.filings().size]).toEqual([1, 2]);
  });

  it('confirm what the guard held', async () => {
    const city = await openCityHere({ reports: 4, policy: 'guard: { maxNewPerCycle: 3 }' });

    const first = await city.run(ONCE);
    const heldBack = city.filings().size;
    const none = await city.run(['confirm', 'tidak-ada']);
    const confirmed = await city.run(['confirm']);
    const second = await city.run(ONCE);

    expect([first.code, none.code, confirmed.code, second.code]).toEqual([1, 1, 0, 0]);
    expect(confirmed.out).toContain('4 kiriman');
    expect([heldBack, city.filings().size]).toEqual([0, 4]);
  });
});

describe('the ledger file', () => {
  it.each([
    ['emptied', ''],
    ['overwritten', 'x'.repeat(8192)],
  ])('is refused with 78 when it was %s, and nothing is sent', async (_, content) => {
    const city = await openCityHere({ reports: 1 });
    await city.run(ONCE);
    for (const tail of ['-wal', '-shm']) rmSync(`${ledgerOf(city)}${tail}`, { force: true });
    writeFileSync(ledgerOf(city), content);
    const before = city.effectCount();

    expect((await city.run(ONCE)).code).toBe(78);
    expect(city.effectCount()).toBe(before);
  });

  it('is backed up under a name of its own and put back, which the next run says', async () => {
    const city = await openCityHere({ reports: 1 });
    await city.run(ONCE);

    const backedUp = await city.run(['backup']);
    const file = /Cadangan (\S+):/.exec(backedUp.out)?.[1] ?? '';
    const taken = await city.run(['backup', file]);
    const restored = await city.run(['restore', file]);
    const next = await city.run(ONCE);

    expect(backedUp).toMatchObject({ code: 0, err: '' });
    expect(backedUp.out).toContain(`${ledgerOf(city)}.key`);
    expect(file).toMatch(/data\/backup\/ledger-\d{8}T\d{6}Z\.sqlite$/);
    expect([taken.code, restored.code, next.code]).toEqual([2, 0, 0]);
    expect(restored.out).toContain('ledger.sqlite.before-');
    expect(next.err).toContain('PERHATIAN: buku besar dari cadangan dipakai');
    expect([...city.filings().values()]).toEqual([1]);
  });

  it('is put back where there is none any more', async () => {
    const city = await openCityHere({ reports: 1 });
    await city.run(ONCE);
    await city.run(['backup', 'keep.sqlite']);
    loseLedger(city);

    const { code, out } = await city.run(['restore', 'keep.sqlite']);

    expect(code).toBe(0);
    expect(out).not.toContain('before-');
  });

  it.each([
    ['in a file of its own', {}, /data\/ledger\.sqlite\.key/],
    ['in the environment', { JEMBATAN_KEY: 'ab'.repeat(32) }, /JEMBATAN_KEY/],
  ])('has its key %s, and a backup says where', async (_name, more, expected) => {
    const city = await openCityHere();
    const env = { RABEG_TOKEN: 'a', LAPOR_AUTH: 'b', LAPOR_TOKEN: 'c', ...more };
    await city.run(ONCE, { env });
    expect((await city.run(['backup', 'keep.sqlite'], { env })).out).toMatch(expected);
  });
});

describe('a configuration', () => {
  it('that names a ledger of another kind is refused as not supported yet', async () => {
    const city = await openCityHere();
    city.change((yaml) => yaml.replace('sqlite:data/ledger.sqlite', 'postgres://localhost/jembatan'));
    expect(await city.run(ONCE)).toMatchObject({ code: 3, err: expect.stringContaining('ledger.url') });
  });

  it('that asks for English gets it, also where it cannot be used', async () => {
    const city = await openCityHere();
    city.change((yaml) => `locale: en\n${yaml}`);
    await city.run(ONCE);
    expect((await city.run(['status'])).out).toContain('Nothing waits for a person');
    city.change((yaml) => yaml.replace('kota-uji', 'Kota Uji'));
    expect(await city.run(['status'])).toMatchObject({ code: 3, err: expect.stringContaining('problem') });
  });
});
