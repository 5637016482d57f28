import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { API_KEY, openOpen311Server } from '../local/open311/open311-server.ts';
import { openCity } from './city.ts';
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
});

describe('jembatan run --once --dry-run', () => {
  it('takes no longer than it is told: asking for every open case may take hours', async () => {
    const city = await openCity({ reports: 2, latencyMs: 50 });
    await city.run('run', '--once');

    const { code, out } = await city.run('run', '--once', '--dry-run', '--json', '--for', '1ms');

    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ intake: { national: { polled: 0 } } });
  }, 30_000);
});

describe('a city with a database', () => {
  it('is reached by the built program: one that does not answer is a side that is away, and no bug', async () => {
    const city = await openCity({ reports: 0 });
    const folder = mkdtempSync(join(tmpdir(), 'jembatan-mysql-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await runMain(['init', '--site', 'kota-uji'], { cwd: folder });
    writeFileSync(
      join(folder, 'config', 'jembatan.yaml'),
      [
        'site: kota-uji',
        'local: { kind: mysql, url: "mysql://j:x@127.0.0.1:9/pengaduan", preset: classic }',
        `national: { baseUrl: "${city.urls.national}", headers: { Authorization: "Bearer ${city.secrets.auth}", token: "${city.secrets.token}" } }`,
      ].join('\n'),
    );

    const { code, err } = await runMain(['run', '--once', '--json'], { cwd: folder });

    expect(err).not.toContain('TypeError');
    expect(code).toBe(4);
  }, 30_000);
});

describe('a city with an Open311 server', () => {
  it('is served by the built program: it gets the number', async () => {
    const city = await openCity({ reports: 0 });
    const server = await openOpen311Server({ now: Date.now });
    const request = server.add({ title: 'Jalan berlubang', description: 'Jalan berlubang di Jl. Seroja.' });
    const folder = mkdtempSync(join(tmpdir(), 'jembatan-open311-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await runMain(['init', '--site', 'kota-uji'], { cwd: folder });
    writeFileSync(
      join(folder, 'config', 'jembatan.yaml'),
      [
        'site: kota-uji',
        `local: { kind: open311, baseUrl: "${server.baseUrl}", apiKey: ${API_KEY} }`,
        `national: { baseUrl: "${city.urls.national}", headers: { Authorization: "Bearer ${city.secrets.auth}", token: "${city.secrets.token}" }, account: { userId: 7, institutionId: 151345, channel: 13 } }`,
      ].join('\n'),
    );

    await runMain(['run', '--once'], { cwd: folder });

    const numbers = city.national.world.complaints().map(({ id }) => String(id));
    expect(numbers).toHaveLength(1);
    const told = server.updates.filter(({ requestId }) => requestId === request.id);
    expect(told.map(({ description }) => description).join('\n')).toContain(numbers[0]);
  }, 30_000);
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

  it('says in words what is doubtful in a usable configuration, where a person reads it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jembatan-init-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await runMain(['init'], { cwd: folder });
    const file = join(folder, 'config', 'jembatan.yaml');
    // A ledger that this version cannot open: both runs end there, before anything is asked for.
    const text = readFileSync(file, 'utf8').replace('sqlite:../data/ledger.sqlite', 'postgres://127.0.0.1/jembatan');
    writeFileSync(file, text.replace('userId: 1234567', 'userId: 7654321'));
    const url = 'http://127.0.0.1:9/api';
    const env = { RABEG_BASE_URL: url, RABEG_TOKEN: 'a', LAPOR_BASE_URL: url, LAPOR_AUTH: 'b', LAPOR_TOKEN: 'c' };

    const byHand = await runMain(['run', '--once', '--dry-run'], { cwd: folder, env });
    const byProgram = await runMain(['run', '--once', '--dry-run', '--json'], { cwd: folder, env });

    const warning = /^ {2}.*(categories|institutions)\.yaml: entries with a placeholder id/gm;
    expect([...byHand.err.matchAll(warning)].map(([, map]) => map)).toEqual(['categories', 'institutions']);
    expect(byProgram.err).not.toMatch(warning);
    expect(byProgram.err).toContain('"event":"configuration-warning","file":"categories.yaml","path":""');
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
});
