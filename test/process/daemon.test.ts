import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { openCity } from './city.ts';

describe('jembatan run', () => {
  it('carries what comes, ends cleanly on SIGTERM, and repeats nothing when it starts again', async () => {
    // Both systems run in this process: the answer is there before any case is asked for.
    const city = await openCity({ reports: 5, latencyMs: 200 });
    const first = city.start('run');
    await vi.waitFor(() => expect(city.filings().size).toBe(5), { timeout: 20_000 });
    const [complaint] = city.national.world.complaints();
    city.national.world.answer(complaint?.id ?? 0, '<p>Sudah &amp; selesai.</p>');
    const answersHere = () => city.local.world.reports().flatMap((one) => one.tanggapan.map(({ isi }) => isi));
    await vi.waitFor(() => expect(answersHere()).toContain('Sudah & selesai.'), { timeout: 20_000 });

    first.child.kill('SIGTERM');
    const ended = await first.ended;
    const rest = await city.run('run', '--once', '--json');
    const effects = city.effectCount();
    const again = await city.run('run', '--once', '--json');

    expect(ended).toMatchObject({ code: 0, signal: null });
    expect([rest.code, again.code]).toEqual([0, 0]);
    expect(city.effectCount()).toBe(effects);
    expect([...city.filings().values()]).toEqual([1, 1, 1, 1, 1]);
    expect(answersHere().filter((text) => text === 'Sudah & selesai.')).toHaveLength(1);
  }, 60_000);

  it('lets what is in flight settle after SIGTERM and begins nothing new', async () => {
    const city = await openCity({
      reports: 4,
      // Side by side go those after one that was answered.
      faults: [{ side: 'national', operation: 'create', kind: 'never-answered', after: 1, times: 9, forMs: 60_000 }],
      timeout: '3s',
    });
    const { child, ended } = city.start('run');
    await vi.waitFor(() => expect(city.filings().size).toBe(4), { timeout: 20_000 });
    for (let index = 0; index < 3; index += 1) city.local.world.fileReport({ judul: 'Baru', isi: 'Sesudah itu.' });

    child.kill('SIGTERM');

    expect(await ended).toMatchObject({ code: 0, signal: null });
    expect(city.filings().size).toBe(4);
    const { deliveries } = JSON.parse((await city.run('status', '--json')).out);
    expect(deliveries.sending).toBe(0);
    expect(deliveries.doubt + deliveries.parked).toBe(3);
  }, 60_000);

  it('ends at once on a second signal, and knows afterwards what it does not know', async () => {
    const city = await openCity({
      reports: 1,
      faults: [{ side: 'national', operation: 'create', kind: 'never-answered', forMs: 60_000 }],
      timeout: '60s',
    });
    const { child, ended, errors } = city.start('run');
    await vi.waitFor(() => expect(city.filings().size).toBe(1), { timeout: 20_000 });

    child.kill('SIGTERM');
    // The system hands over two signals at once as one.
    await vi.waitFor(() => expect(errors()).toContain('"event":"stopping"'), { timeout: 10_000 });
    child.kill('SIGTERM');
    expect((await ended).code).toBe(143);
    const next = JSON.parse((await city.run('run', '--once', '--json')).out);

    expect(next.exit).toBe(1);
    expect(next.attention).toEqual([
      expect.objectContaining({ kind: 'create', state: 'parked', reason: 'outcome-unknown' }),
    ]);
    expect([...city.filings().values()]).toEqual([1]);
  }, 60_000);

  it('refuses a second instance at once and says who holds the ledger', async () => {
    const city = await openCity({ reports: 1 });
    const { child } = city.start('run');
    await once(child.stderr ?? child, 'data');
    await vi.waitFor(() => expect(existsSync(join(city.folder, 'data', 'ledger.sqlite.holder'))).toBe(true), {
      timeout: 10_000,
    });

    const second = await city.run('run', '--once');

    expect(second.code).toBe(5);
    expect(second.err).toContain(`pid ${child.pid}`);
    expect((await city.run('status')).code).toBe(0);
  }, 60_000);
});

describe('jembatan reconcile', () => {
  it('compares through the daemon that holds the ledger, and proves that nothing was skipped', async () => {
    const city = await openCity({ reports: 3 });
    const daemon = city.start('run');
    await vi.waitFor(() => expect(city.filings().size).toBe(3), { timeout: 20_000 });

    const { code, out, err } = await city.run('reconcile', '--json', '--for', '40s');

    expect(err).toContain('Daemon sedang berjalan');
    expect(JSON.parse(out)).toMatchObject({ complete: true, national: { numbers: 3, compared: 3 } });
    expect(code).toBe(0);
    expect(daemon.errors()).toContain('"event":"reconciled"');
  }, 60_000);
});

describe('POST /hooks/local', () => {
  /** The example of the README, as somebody types it. */
  function example(): string {
    const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
    return [...readme.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, code]) => code ?? '').find(isOfHooks) ?? '';
  }
  const isOfHooks = (code: string) => code.includes('/hooks/local');

  it('has a report filed at once that the schedule would read next year, as the README shows', async () => {
    const hookSecret = 'a-secret-of-the-city-and-the-bridge';
    const city = await openCity({ reports: 0, intake: '0 0 1 1 *', hookSecret });
    const daemon = city.start('run');
    await vi.waitFor(() => expect(daemon.errors()).toMatch(/"event":"cycle"/), { timeout: 20_000 });
    const port = /"port":(\d+)/.exec(daemon.errors())?.[1] ?? '';
    const { id } = city.local.world.fileReport({ judul: 'Jalan rusak', isi: 'Berlubang di depan pasar.' });

    const typed = example().replace('8417', port).replace('1042', String(id));
    const env = { PATH: process.env.PATH, HOOK_SECRET: hookSecret };
    const sent = spawnSync('bash', ['-euo', 'pipefail', '-c', typed], { env, encoding: 'utf8' });

    expect([sent.status, sent.stdout]).toEqual([0, '{"accepted":true}\n']);
    await vi.waitFor(() => expect(city.filings().size).toBe(1), { timeout: 20_000 });
  }, 60_000);
});

describe('what writes nothing', () => {
  it('is --dry-run: no effect on either side, no file', async () => {
    const city = await openCity({ reports: 4 });

    const ended = await city.run('run', '--once', '--dry-run', '--json');

    const { plan } = JSON.parse(ended.out);
    expect(ended.code).toBe(0);
    expect(plan.map((item: { kind: string }) => item.kind)).toEqual(['create', 'create', 'create', 'create']);
    expect(city.effectCount()).toBe(0);
    expect(existsSync(join(city.folder, 'data'))).toBe(false);
  }, 30_000);

  it('is shadow mode: the ledger is kept, nothing is sent', async () => {
    const city = await openCity({ reports: 4, policy: 'mode: shadow' });

    const ended = await city.run('run', '--once', '--json');

    expect(JSON.parse(ended.out)).toMatchObject({ intake: { local: { new: 4 } }, deliveries: { ready: 4, done: 0 } });
    expect(city.effectCount()).toBe(0);
  }, 30_000);

  it('is a sandbox towards the citizens’ application', async () => {
    const city = await openCity({ reports: 2, environment: 'sandbox' });

    await city.run('run', '--once');

    expect(city.filings().size).toBe(2);
    expect(city.local.world.effects).toEqual([]);
  }, 30_000);

  it('is, towards LAPOR!, a run after the ledger was lost', async () => {
    const city = await openCity({ reports: 6 });
    await city.run('run', '--once');
    const before = city.national.world.effects.length;
    rmSync(join(city.folder, 'data'), { recursive: true });

    const ended = await city.run('run', '--once');

    expect(ended.code).toBe(0);
    expect(city.national.world.effects.length).toBe(before);
  }, 30_000);
});

describe('what the bridge leaves behind', () => {
  it('can be read by nobody else, and its log holds nothing of a citizen and no secret', async () => {
    const city = await openCity({ reports: 0 });
    const words = ['Zukrafil', 'Wexanto', 'qorbenak', 'vixamura', '9911223344556677'];
    city.local.world.fileReport({
      judul: 'Judul qorbenak',
      isi: 'Isi vixamura NIK 9911223344556677',
      opd: 'DPUPR',
      anonim: true,
      pelapor: {
        nama: 'Zukrafil Wexanto',
        email: 'zukrafil@example.org',
        telepon: '0800-0000-1234',
        nik: '9911223344556677',
      },
    });

    const { err } = await city.run('run', '--once');

    const files = readdirSync(join(city.folder, 'data')).map((name) => join(city.folder, 'data', name));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(statSync(file).mode & 0o077).toBe(0);
    expect(err).toContain('"event":"cycle"');
    for (const secret of [...words, 'simulasi-splp', 'simulasi-rabeg', '00000000-0000-4000'])
      expect(err).not.toContain(secret);
    const sent = Buffer.concat(city.national.requests.map((request) => Buffer.from(request.body))).toString('utf8');
    expect(sent).toContain('qorbenak');
    for (const identity of ['Zukrafil', 'Wexanto', '9911223344556677', '0800-0000-1234', 'zukrafil@example.org']) {
      expect(sent).not.toContain(identity);
    }
  }, 30_000);
});
