import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { localInputOf } from '../../src/simulate/local-input-of.ts';
import { randomReport } from '../../src/simulate/random-report.ts';
import { seededRandom } from '../../src/simulate/seeded-random.ts';
import { openCity } from './city.ts';

type City = Awaited<ReturnType<typeof openCity>>;

const ledgerOf = (city: City) => join(city.folder, 'data', 'ledger.sqlite');

function fileOne(city: City, index: number) {
  const input = localInputOf(randomReport(index, seededRandom(index)));
  return city.local.world.fileReport({ ...input, lampiran: [], opd: 'DPUPR' });
}

function loseLedger(city: City): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${ledgerOf(city)}${suffix}`, { force: true });
}

/** Every file of the folder of the ledger, as closely as one can look. */
function filesOf(city: City): readonly unknown[] {
  const folder = join(city.folder, 'data');
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const file = join(folder, name);
      return [name, createHash('sha256').update(readFileSync(file)).digest('hex'), statSync(file).mtimeMs];
    });
}

const held = (out: string) =>
  JSON.parse(out).attention.filter((item: { reason: string }) => item.reason === 'ledger-lost');

describe('a ledger that was lost', () => {
  it('files nothing twice: what has a number is linked, what has none is held until somebody looked', async () => {
    const city = await openCity({ reports: 3 });
    await city.run('run', '--once');
    // Filed, but the number never came back: nothing in the city's application shows it.
    const [orphan] = city.local.world.reports();
    const unknown = fileOne(city, 50);
    if (orphan !== undefined) Object.assign(orphan, { lapor_id: null, lapor_status: null, lapor_url: null });
    loseLedger(city);
    const effects = city.effectCount();

    const first = await city.run('run', '--once', '--json');

    expect({ code: first.code, effects: city.effectCount() - effects }).toEqual({ code: 1, effects: 0 });
    expect(first.err).toContain('PERHATIAN');
    const ids = held(first.out).map((item: { localId: string }) => item.localId);
    expect(ids.sort()).toEqual([String(orphan?.id), String(unknown.id)].sort());

    // The city's times are whole seconds: one that is the ledger's own counts as before it.
    const second = Math.floor(Date.now() / 1000);
    while (Math.floor(Date.now() / 1000) === second) await wait(20);
    const later = fileOne(city, 51);
    await city.run('run', '--once');
    expect(city.numberOf(String(later.id))).not.toBeNull();

    const number = city.numberOf(String(orphan?.id)) ?? '';
    await city.run('resolve', String(orphan?.id), '--tracking', number);
    expect((await city.run('confirm')).code).toBe(0);
    expect((await city.run('run', '--once')).code).toBe(0);
    expect([...city.filings().values()]).toEqual(Array(5).fill(1));
  }, 60_000);

  it('is shown by a dry run as it would be, and nothing is written anywhere', async () => {
    const city = await openCity({ reports: 2 });
    await city.run('run', '--once');
    fileOne(city, 60);
    const before = filesOf(city);

    const planned = await city.run('run', '--dry-run', '--json');
    expect(JSON.parse(planned.out).plan).toHaveLength(1);
    expect(filesOf(city)).toEqual(before);

    loseLedger(city);
    const lost = await city.run('run', '--dry-run', '--json');
    expect(JSON.parse(lost.out).plan).toEqual([]);
    expect(held(lost.out)).toHaveLength(1);
  }, 60_000);
});

describe('a backup', () => {
  it('is restored without anything being filed or answered twice', async () => {
    const city = await openCity({ reports: 2 });
    await city.run('run', '--once');
    const waiting = fileOne(city, 70);
    // Known and not filed yet: the backup takes it for open.
    city.configure({ policy: 'settle: 200ms, mode: shadow' });
    await city.run('run', '--once');
    const backedUp = await city.run('backup', 'keep.sqlite');
    expect(backedUp).toMatchObject({ code: 0, out: expect.stringContaining('3 kasus') });
    expect(statSync(join(city.folder, 'keep.sqlite')).mode & 0o777).toBe(0o600);
    expect((await city.run('backup', 'keep.sqlite')).code).toBe(2);
    city.configure({ policy: 'settle: 200ms' });
    const [row] = city.local.world.reports();
    city.local.world.respond(row?.id ?? 0, { isi: 'Sudah kami perbaiki.', opd: 'DPUPR' });
    await city.run('run', '--once');
    const [filings, effects] = [city.filings(), city.national.world.effects.length];
    // Its number is not to be seen either.
    const filed = city.local.world.reports().find((one) => one.id === waiting.id);
    if (filed !== undefined) Object.assign(filed, { lapor_id: null, lapor_status: null, lapor_url: null });

    const restored = await city.run('restore', 'keep.sqlite');
    const runs = [await city.run('run', '--once', '--json'), await city.run('run', '--once', '--json')];

    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('before-') });
    expect(city.filings()).toEqual(filings);
    expect(city.national.world.effects).toHaveLength(effects);
    expect(held(runs[1]?.out ?? '')).toMatchObject([{ localId: String(waiting.id), state: 'held' }]);
  }, 60_000);

  it('is not put back by hand unnoticed: refused in the reader’s language, used with --recover', async () => {
    const city = await openCity({ reports: 2 });
    await city.run('run', '--once');
    const old = readFileSync(ledgerOf(city));
    fileOne(city, 80);
    await city.run('run', '--once');
    writeFileSync(ledgerOf(city), old);
    const requests = city.requestCount();

    const refused = await Promise.all([city.run('run', '--once'), city.run('status'), city.run('confirm')]);

    expect(refused.map(({ code }) => code)).toEqual([78, 78, 78]);
    expect(refused[0]?.err).toContain('--recover');
    expect(city.requestCount()).toBe(requests);
    const effects = city.effectCount();
    expect((await city.run('run', '--once', '--recover')).code).toBe(0);
    expect(city.effectCount()).toBe(effects);
  }, 60_000);

  it('is not restored while another instance holds the ledger, nor one that is none', async () => {
    const city = await openCity({ reports: 1 });
    await city.run('run', '--once');
    await city.run('backup', 'keep.sqlite');
    writeFileSync(join(city.folder, 'none.sqlite'), 'Ini bukan basis data. '.repeat(500));
    const before = filesOf(city);
    expect((await city.run('restore', 'none.sqlite')).code).toBe(78);
    expect((await city.run('restore', 'missing.sqlite')).code).toBe(78);
    expect(filesOf(city)).toEqual(before);

    const daemon = city.start('run');
    while (!daemon.errors().includes('"cycle"')) await wait(20);
    expect((await city.run('restore', 'keep.sqlite')).code).toBe(5);
    daemon.child.kill('SIGTERM');
    await daemon.ended;
  }, 60_000);
});
