import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MAIN, openCity } from './city.ts';
import { runMain } from './run-main.ts';

describe('jembatan run --once --json', () => {
  it('prints one object with the names of the contract, and nothing else on stdout', async () => {
    const city = await openCity({ reports: 2 });

    const { code, out } = await city.run('run', '--once', '--json');

    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      intake: {
        local: { seen: 2, new: 2, changed: 0, quarantined: 0 },
        national: { polled: 2, changed: 2, new: 0 },
      },
      forward: { reports: 2, followUps: 0, rejects: 0 },
      mirror: { reports: 0, statuses: expect.any(Number), followUps: 0 },
      deliveries: { ready: 0, sending: 0, doubt: 0, parked: 0, held: 0, done: expect.any(Number) },
      attention: [],
      requests: { local: expect.any(Number), national: expect.any(Number) },
      durationMs: expect.any(Number),
      exit: 0,
    });
  }, 30_000);

  it('exits 4 where a side cannot be reached, which beats 1, and goes on by itself later', async () => {
    const city = await openCity({
      reports: 3,
      faults: [{ side: 'national', operation: 'create', kind: 'lost-answer' }],
    });
    await city.run('run', '--once');
    await city.local.stop();

    const { code, out } = await city.run('run', '--once', '--json');

    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({ exit: 4, attention: [{ state: 'parked' }] });
  }, 30_000);
});

describe('the commands for looking', () => {
  it('show the same report under its local id, its ticket and its number', async () => {
    const city = await openCity({ reports: 1 });
    await city.run('run', '--once');
    const [row] = city.local.world.reports();

    const names = [String(row?.id), String(row?.nomor_tiket), String(row?.lapor_id)];
    const shown = await Promise.all(names.map((name) => city.run('explain', name, '--json')));

    const [first, ...others] = shown.map(({ out }) => JSON.parse(out));
    expect(shown.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(others).toEqual([first, first]);
    expect(first).toMatchObject({
      case: { localId: String(row?.id), nationalId: String(row?.lapor_id) },
      messages: [],
    });
    expect(first.deliveries).toContainEqual(expect.objectContaining({ kind: 'create', state: 'done' }));
    expect(Object.keys(first.history[0])).toEqual(expect.arrayContaining(['at', 'event', 'actor', 'hash']));
    expect((await city.run('explain', 'tidak-ada')).code).toBe(1);
  }, 30_000);

  it('name what waits, why, and what settles it', async () => {
    const city = await openCity({ reports: 1, faults: [{ side: 'national', operation: 'create', kind: 'html' }] });
    await city.run('run', '--once');

    const parked = JSON.parse((await city.run('parked', '--json')).out);
    const status = JSON.parse((await city.run('status', '--json')).out);

    const [row] = city.local.world.reports();
    expect(parked).toEqual([
      {
        localId: String(row?.id),
        nationalId: null,
        kind: 'create',
        state: 'parked',
        reason: 'outcome-unknown',
        next: expect.stringContaining(`jembatan resolve ${row?.id} --tracking`),
      },
    ]);
    expect(status).toEqual({
      cases: { open: 1, closed: 0, late: expect.any(Number) },
      deliveries: { ready: 0, sending: 0, doubt: 0, parked: 1, held: 0, done: 0 },
      sides: {
        local: { lastOk: expect.any(String), lastNew: expect.any(String), state: 'up' },
        national: { lastOk: expect.anything(), lastNew: null, state: 'up' },
      },
      oldestOpenHours: expect.any(Number),
      ledger: {
        path: expect.stringMatching(/ledger\.sqlite$/),
        sizeBytes: expect.any(Number),
        head: expect.any(String),
      },
      version: expect.any(String),
    });
  }, 30_000);

  it('leave the ledger as it is, and so does --dry-run', async () => {
    const city = await openCity({ reports: 2 });
    await city.run('run', '--once');
    const [row] = city.local.world.reports();
    city.local.world.respond(row?.id ?? 0, { isi: 'Sudah kami perbaiki.', opd: 'DPUPR' });
    const hash = () =>
      createHash('sha256')
        .update(readFileSync(join(city.folder, 'data', 'ledger.sqlite')))
        .digest('hex');
    const [before, effects] = [hash(), city.effectCount()];

    for (const args of [['status'], ['parked'], ['explain', String(row?.id)]]) await city.run(...args);
    const planned = await city.run('run', '--dry-run', '--json');

    expect(JSON.parse(planned.out).plan).toEqual([expect.objectContaining({ kind: 'follow-up' })]);
    expect(hash()).toBe(before);
    expect(city.effectCount()).toBe(effects);
  }, 30_000);
});

describe('the commands that settle', () => {
  it('resolve several by a file: what was found is linked, what is absent is sent, once', async () => {
    const city = await openCity({
      reports: 4,
      faults: [
        { side: 'national', operation: 'create', kind: 'lost-answer' },
        { side: 'national', operation: 'create', kind: 'lost-request' },
      ],
    });
    await city.run('run', '--once');
    const parked = JSON.parse((await city.run('parked', '--json')).out) as readonly { readonly localId: string }[];
    const lines = parked.map(({ localId }) => `${localId} ${city.numberOf(localId) ?? 'absent'}`);
    writeFileSync(join(city.folder, 'found.txt'), `# dari layar admin\n${lines.join('\r\n')}\n`);

    const resolved = await city.run('resolve', '--file', 'found.txt');
    const last = await city.run('run', '--once');

    expect(lines.map((line) => line.endsWith('absent')).sort()).toEqual([false, true]);
    expect([resolved.code, last.code]).toEqual([0, 0]);
    expect([...city.filings().values()]).toEqual([1, 1, 1, 1]);
    expect(city.local.world.reports().map(({ id, lapor_id }) => [id, String(lapor_id)])).toEqual(
      city.local.world.reports().map(({ id }) => [id, city.numberOf(String(id))]),
    );
  }, 30_000);

  it.each([
    ['no word on where it is', ['resolve', '1']],
    ['one number for two', ['resolve', '1', '2', '--tracking', '7']],
    ['a file that is not there', ['resolve', '--file', 'none.txt']],
    ['a file with half a line', ['resolve', '--file', 'half.txt']],
    ['a number that is none', ['resolve', '1', '--tracking', 'abc']],
  ])('refuse %s as misuse', async (_, args) => {
    const city = await openCity({ reports: 0 });
    writeFileSync(join(city.folder, 'half.txt'), '1 7\n2\n');
    expect((await city.run(...args)).code).toBe(2);
  });

  it('retry what was refused, as often as it is refused', async () => {
    const city = await openCity({
      reports: 1,
      faults: [{ side: 'national', operation: 'create', kind: 'reject', times: 2 }],
    });
    const [row] = city.local.world.reports();
    const codes: (number | null)[] = [];
    for (let round = 0; round < 2; round += 1) {
      codes.push((await city.run('run', '--once')).code);
      codes.push((await city.run('retry', String(row?.id))).code);
    }

    codes.push((await city.run('run', '--once')).code);

    expect(codes).toEqual([1, 0, 1, 0, 0]);
    expect([...city.filings().values()]).toEqual([1]);
  }, 30_000);

  it('hold a report back until it is released', async () => {
    const city = await openCity({ reports: 2, policy: 'mode: shadow' });
    const [row] = city.local.world.reports();
    await city.run('run', '--once');
    city.configure({ policy: 'mode: live' });

    await city.run('hold', String(row?.id));
    await city.run('run', '--once');
    const heldBack = city.filings().size;
    await city.run('release', String(row?.id));
    await city.run('run', '--once');

    expect([heldBack, city.filings().size]).toEqual([1, 2]);
  }, 30_000);

  it('confirm what the guard held', async () => {
    const city = await openCity({ reports: 4, policy: 'guard: { maxNewPerCycle: 3 }' });

    const first = await city.run('run', '--once');
    const heldBack = city.filings().size;
    const confirmed = await city.run('confirm');
    const second = await city.run('run', '--once');

    expect([first.code, confirmed.code, second.code]).toEqual([1, 0, 0]);
    expect([heldBack, city.filings().size]).toEqual([0, 4]);
  }, 30_000);
});

describe('the ledger file', () => {
  it.each([
    ['emptied', ''],
    ['overwritten', 'x'.repeat(8192)],
  ])(
    'is refused with 78 when it was %s, and nothing is sent',
    async (_, content) => {
      const city = await openCity({ reports: 1 });
      await city.run('run', '--once');
      for (const tail of ['-wal', '-shm']) rmSync(join(city.folder, 'data', `ledger.sqlite${tail}`), { force: true });
      writeFileSync(join(city.folder, 'data', 'ledger.sqlite'), content);
      const before = city.effectCount();

      expect((await city.run('run', '--once')).code).toBe(78);
      expect(city.effectCount()).toBe(before);
    },
    30_000,
  );
});

describe('setting up', () => {
  it('goes from `init` over the numbers of the city to the first round', async () => {
    const city = await openCity({ reports: 2 });
    const folder = mkdtempSync(join(tmpdir(), 'jembatan-init-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const env = {
      RABEG_BASE_URL: city.urls.local,
      RABEG_TOKEN: city.secrets.local,
      LAPOR_BASE_URL: city.urls.national,
      LAPOR_AUTH: city.secrets.auth,
      LAPOR_TOKEN: city.secrets.token,
    };

    const made = await runMain(['init', '--site', 'kota-uji'], { cwd: folder });
    const file = join(folder, 'config', 'jembatan.yaml');
    const untouched = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      untouched.replace('userId: 1234567', 'userId: 7654321').replace(/(perMinute:) 10\b/, '$1 9999'),
    );
    const again = await runMain(['init'], { cwd: folder });
    const missing = await runMain(['run', '--once'], { cwd: folder });
    const round = await runMain(['run', '--once', '--json'], { cwd: folder, env });

    expect([made.code, again.code]).toEqual([0, 0]);
    expect(missing.code).toBe(3);
    for (const name of Object.keys(env)) expect(missing.err).toContain(name);
    expect(JSON.parse(round.out)).toMatchObject({ exit: 0, forward: { reports: 2 } });
    expect(existsSync(join(folder, '.env.example'))).toBe(true);
    const bodies = city.national.requests.filter(({ operation }) => operation === 'create').map(({ body }) => body);
    expect(bodies.map((body) => JSON.parse(body.toString('utf8')).user_id)).toEqual([7654321, 7654321]);
  }, 30_000);

  it('tells every problem of the configuration at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jembatan-bad-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'jembatan.yaml'), 'site: "A B"\nlocale: fr\npolicy: { mode: maybe }\n');

    const { code, err } = await runMain(['run', '--once', '--config', 'jembatan.yaml'], { cwd: folder });

    expect(code).toBe(3);
    for (const path of ['site', 'locale', 'policy.mode', 'local', 'national']) expect(err).toContain(`: ${path}`);
  });

  it.each([[['frobnicate']], [['run', '--for', 'long']], [['explain']]])('answers misuse %j with 2', async (args) => {
    expect((await runMain(args, { cwd: tmpdir() })).code).toBe(2);
  });

  it('`simulate` prints both addresses and credentials as one line once it listens', async () => {
    const child = spawn(process.execPath, [MAIN, 'simulate', '--reports', '3', '--quiet-people']);
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = new Promise((resolve) => child.on('close', resolve));
    const line = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))));

    const { local, national } = JSON.parse(line);
    const answer = await fetch(`${local.baseUrl}/pengaduan`, { headers: { Authorization: `Bearer ${local.token}` } });
    const refused = await fetch(`${national.baseUrl}/masters/templates`);
    child.kill('SIGTERM');

    expect(line.trimEnd()).not.toContain('\n');
    expect(await answer.json()).toMatchObject({ data: [{}, {}, {}] });
    expect(refused.status).toBe(401);
    expect(await ended).toBe(0);
  }, 30_000);
});
