import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { BRIDGE_STATUSES } from '../src/report/status.ts';
import { configOf, ENV, loadText, problemsOf } from './config/load-text.ts';

const folder = new URL('../config/', import.meta.url).pathname;
const readFile = (path: string): string => readFileSync(path, 'utf8');

describe('loadConfig()', () => {
  it.each([
    ['site', 'kota-serang'],
    ['timezone', 'Asia/Jakarta'],
    ['locale', 'id'],
    ['reference', '[Ref: {site}-{id}]'],
    ['responseReference', '[Ref: {site}-{id}/{responseId}]'],
    ['ledger', { kind: 'sqlite', path: '/etc/data/ledger.sqlite' }],
    ['local.kind', 'rest'],
    ['local.baseUrl', ENV.RABEG_BASE_URL],
    ['local.headers', { Authorization: `Bearer ${ENV.RABEG_TOKEN}` }],
    ['local.login', null],
    ['local.data', 'data'],
    ['local.fields', {}],
    ['local.pageSize', 100],
    ['local.overlapMs', 15 * 60_000],
    ['local.attachmentHosts', []],
    ['local.caFile', null],
    ['local.limits.perMinute', 600],
    ['local.limits.concurrency', 4],
    ['local.limits.timeoutMs', 30_000],
    ['local.limits.pauseMs', 65_000],
    ['national.kind', 'lapor-v3'],
    ['national.environment', 'production'],
    ['national.baseUrl', ENV.LAPOR_BASE_URL],
    ['national.headers', { Authorization: `Bearer ${ENV.LAPOR_AUTH}`, token: ENV.LAPOR_TOKEN }],
    ['national.gateway', null],
    ['national.account.userId', 1_234_567],
    ['national.account.institutionId', 151_345],
    ['national.account.channel', 13],
    ['national.paths.create', '/complaints/complaint'],
    ['national.paths.list', null],
    ['national.list.fields', {}],
    ['national.list.lagMs', 10 * 60_000],
    ['national.create.locationId', 34],
    ['national.create.classifications', { pengaduan: null, aspirasi: null, permintaan_informasi: null }],
    ['national.create.attachments', 'json'],
    ['national.create.noAttachments', '[]'],
    ['national.create.tags', '#rabeg'],
    ['national.create.reporter', 'account'],
    ['national.followUp.templateCode', 'reply'],
    ['national.followUp.maxLength', 1000],
    ['national.followUp.maxFiles', 5],
    ['national.attachments.types', ['jpg', 'jpeg', 'png', 'pdf', 'doc', 'docx']],
    ['national.attachments.maxBytes', 5_242_880],
    ['national.attachments.maxFiles', 5],
    ['national.attachments.stripMetadata', true],
    ['national.caFile', null],
    ['national.limits.perMinute', 10],
    ['national.limits.concurrency', 1],
    ['national.limits.timeoutMs', 30_000],
    ['national.limits.pauseMs', 65_000],
    ['proxy', null],
    ['import.columns', {}],
    ['policy.mode', 'live'],
    ['policy.sinceMs', null],
    ['policy.writeBack', true],
    ['policy.foreign', 'reject'],
    ['policy.onUnknownOutcome', 'hold'],
    ['policy.resendAfterMs', 24 * 3_600_000],
    ['policy.settleMs', 20 * 60_000],
    ['policy.maskNik', true],
    ['policy.maxAttempts', 12],
    ['policy.guard.maxNewPerCycle', 500],
    ['schedule.intake', '*/2 * * * *'],
    ['schedule.reconcile', '15 1 * * *'],
    ['schedule.digest', '0 7 * * 1-5'],
    ['log.level', 'info'],
    ['log.file', null],
    ['web.host', '127.0.0.1'],
    ['web.port', 8417],
    ['web.token', null],
    ['web.hookSecret', null],
    ['notify', []],
    ['heartbeat', null],
    ['encryption.keyFile', null],
    ['retention.payloadMs', 30 * 86_400_000],
    ['retention.closedMs', 5 * 365.25 * 86_400_000],
  ])('has the default of %s', (path, expected) => {
    expect(at(configOf(''), path)).toEqual(expected);
  });

  it('has the same defaults where sections are there but empty', () => {
    const sections = 'ledger local national maps import policy schedule log web notify encryption retention'.split(' ');
    const inner =
      'local:\n  limits:\n  fields:\nnational:\n  account:\n  paths:\n  list:\n  create:\n  followUp:\n  attachments:\n  limits:\n';

    expect(configOf(sections.map((name) => `${name}:\n`).join(''))).toEqual(configOf(''));
    expect(configOf(inner)).toEqual(configOf(''));
  });

  it('reports every problem of every file at once', () => {
    const loaded = loadText('locale: jv\nlocal: { pagesize: 5 }\nweb: { port: -1, tokn: x }\n', {
      env: { ...ENV, RABEG_TOKEN: '', LAPOR_BASE_URL: '' },
      maps: {
        'categories.yaml': 'Sampah: { categoryId: 1, classificationId: 6 }',
        'institutions.yaml': 'default: [',
        'statuses.yaml': 'national: { Selesai: done }\nlocal: {}',
        'deadlines.yaml': '- { from: 2026-01-01, classification: default, step: finish }',
        'holidays.yaml': '2026: {}',
      },
    });

    expect(problemsOf(loaded)).toEqual([
      'local.headers.Authorization: the environment variable RABEG_TOKEN is not set',
      'national.baseUrl: the environment variable LAPOR_BASE_URL is not set',
      'locale: must be one of "id", "en"',
      'local.pagesize: unknown key "pagesize"; did you mean "pageSize"?',
      'web.port: must be at least 0',
      'web.tokn: unknown key "tokn"; did you mean "token"?',
      'categories.yaml default: is required',
      'institutions.yaml : line 1, column 11: wrong indentation, or a bracket that is not closed',
      'statuses.yaml national.Selesai: must be one of "received", "verified", "in-progress", "waiting-reporter", "closed", "archived", "rejected"',
      'deadlines.yaml [0].workingDays: is required',
      'holidays.yaml 2026.national: is required',
    ]);
  });

  it('reports files that cannot be read', () => {
    const loaded = loadConfig({ file: 'jembatan.yaml', env: ENV, readFile: () => raise({ code: 'EACCES' }) });

    expect(loaded).toEqual({
      ok: false,
      problems: [{ file: 'jembatan.yaml', path: '', message: 'cannot be read (EACCES)' }],
    });
    expect(problemsOf(loadText('maps: { holidays: libur.yaml }'))).toEqual(['libur.yaml : cannot be read (ENOENT)']);
  });

  it('does not hide a bug of the reader behind a problem', () => {
    expect(() => loadConfig({ file: 'jembatan.yaml', env: ENV, readFile: () => raise({}) })).toThrow('reader');
  });

  it('reports a syntax error with its line', () => {
    expect(problemsOf(loadText('site: a\nsite: b\n'))).toEqual([': line 2, column 1: this key occurs twice']);
  });

  it('never repeats a value in a problem', () => {
    const secret = 'hunter2';
    const loaded = loadText(
      `site: "${secret} x"\nproxy: ${secret}\nlocal: { baseUrl: "https://u:${secret}@h", limits: { timeout: ${secret} } }\nledger: { url: ${secret} }\n` +
        `web: { token: "${secret}\\n" }\nnotify: [{ kind: ${secret} }]\n`,
      {
        env: { ...ENV, LAPOR_TOKEN: `${secret}\r\n` },
        maps: { 'statuses.yaml': `national: { Selesai: ${secret} }\nlocal: {}` },
      },
    );

    expect(problemsOf(loaded)).toHaveLength(9);
    expect(JSON.stringify(loaded)).not.toContain(secret);
  });

  it('needs no token variable where the local side is logged in to', () => {
    const { RABEG_TOKEN: _, ...env } = ENV;

    expect(configOf('local: { login: { username: u, password: p } }', { env }).local).toMatchObject({ headers: {} });
  });

  it('needs no variables of the REST form for another form', () => {
    const { RABEG_TOKEN: _, RABEG_BASE_URL: __, ...env } = ENV;

    expect(configOf('local: { kind: folder, inbox: a, outbox: b, rejected: c }', { env }).local.kind).toBe('folder');
  });

  it('resolves paths against the folder of the file', () => {
    const config = configOf(`
ledger: { url: "sqlite:state/l.sqlite" }
local: { caFile: ca.pem }
national: { caFile: /srv/ca.pem }
log: { file: ../log/jembatan.log }
encryption: { keyFile: key }
`);

    expect([
      config.ledger,
      config.local.caFile,
      config.national.caFile,
      config.log.file,
      config.encryption.keyFile,
    ]).toEqual([
      { kind: 'sqlite', path: '/etc/jembatan/state/l.sqlite' },
      '/etc/jembatan/ca.pem',
      '/srv/ca.pem',
      '/etc/log/jembatan.log',
      '/etc/jembatan/key',
    ]);
  });

  it.each([
    ['sqlite:/var/lib/l.sqlite', { kind: 'sqlite', path: '/var/lib/l.sqlite' }],
    ['sqlite:///var/lib/l.sqlite', { kind: 'sqlite', path: '/var/lib/l.sqlite' }],
    ['postgres://u@db/ledger', { kind: 'postgres', url: 'postgres://u@db/ledger' }],
    ['postgresql://u@db/ledger', { kind: 'postgres', url: 'postgresql://u@db/ledger' }],
  ])('reads the ledger %s', (url, expected) => {
    expect(configOf(`ledger: { url: "${url}" }`).ledger).toEqual(expected);
  });

  it.each([
    ['production', null, true],
    ['production', false, false],
    ['sandbox', null, false],
    ['training', null, false],
    ['sandbox', true, true],
  ])('in %s with writeBack %s writes back: %s', (environment, writeBack, expected) => {
    const config = configOf(`national: { environment: ${environment} }\npolicy: { writeBack: ${writeBack} }`);

    expect(config.policy.writeBack).toBe(expected);
  });

  it.each([
    ['Asia/Jakarta', '2026-08-01', '2026-07-31T17:00:00Z'],
    ['Asia/Jayapura', '2026-08-01', '2026-07-31T15:00:00Z'],
    ['Asia/Jakarta', '2026-08-01T08:30', '2026-08-01T01:30:00Z'],
    ['Asia/Jakarta', '2026-08-01T08:30:00+09:00', '2026-07-31T23:30:00Z'],
  ])('reads in %s since %s as %s', (timezone, since, instant) => {
    expect(configOf(`timezone: ${timezone}\npolicy: { since: ${since} }`).policy.sinceMs).toBe(Date.parse(instant));
  });

  it('gives a result that nobody can change', () => {
    const open: string[] = [];
    collectOpen(configOf(''), 'config', open);

    expect(open).toEqual([]);
  });

  it.each([
    ['', ['national.account.userId', 'policy.since']],
    [
      'policy: { since: 2026-08-01 }\nnational: { account: { userId: 7654321 } }\nlocal: { kind: open311, baseUrl: "https://a.example.test" }',
      ['local.apiKey'],
    ],
    [
      'policy: { since: 2026-08-01 }\nnational: { account: { userId: 7654321 } }\nlocal: { kind: open311, baseUrl: "https://a.example.test", apiKey: x, updates: false }',
      ['local.updates'],
    ],
    [
      'policy: { since: 2026-08-01 }\nnational: { account: { userId: 7654321 } }\nlocal: { kind: open311, baseUrl: "https://a.example.test", apiKey: x }',
      [],
    ],
    [
      'policy: { since: 2026-08-01, writeBack: false }\nnational: { account: { userId: 7654321 } }\nlocal: { kind: open311, baseUrl: "https://a.example.test" }',
      [],
    ],
    ['policy: { since: 2026-08-01 }\nnational: { account: { userId: 7654321 } }', []],
    [
      'policy: { mode: shadow, onUnknownOutcome: resend }\nnational: { account: { userId: 7654321 } }',
      ['policy.onUnknownOutcome'],
    ],
    [
      'policy: { since: 2026-08-01 }\nnational: { account: { userId: 1 }, baseUrl: "http://latihan.example.test" }\nlocal: { baseUrl: "http://10.0.0.5/api" }',
      ['local.baseUrl', 'national.baseUrl', 'national.environment'],
    ],
    [
      'policy: { since: 2026-08-01 }\nnational: { account: { userId: 1 }, baseUrl: "http://[::1]:81" }\nlocal: { baseUrl: "http://127.0.0.1/api" }',
      [],
    ],
    [
      'policy: { since: 2026-08-01 }\nnational: { account: { userId: 1 } }\nweb: { host: 0.0.0.0, token: short, hookSecret: short }',
      ['web.host', 'web.token', 'web.hookSecret'],
    ],
  ])('warns for %j of %j', (text, paths) => {
    const loaded = loadText(text);

    expect(loaded.ok ? loaded.warnings.map(({ path }) => path) : loaded.problems).toEqual(paths);
  });

  it('warns of maps that leave something undone', () => {
    const loaded = loadText('policy: { since: 2026-08-01 }\nnational: { account: { userId: 1 } }', {
      maps: {
        'categories.yaml':
          'default: { categoryId: 436, classificationId: 6 }\nA: { categoryId: 9900001, classificationId: 6 }',
        'institutions.yaml': 'default: { id: 9910000, ours: true }\nA: { id: 9910001, ours: true, aliases: [B, C] }',
        'statuses.yaml': 'national: {}\nlocal: {}',
        'deadlines.yaml': '- { from: 2018-01-01, classification: default, step: verify, workingDays: 3 }',
      },
    });

    expect(loaded.ok ? loaded.warnings.map(({ file, message }) => [file, message]) : loaded.problems).toEqual([
      [
        '/etc/jembatan/categories.yaml',
        "entries with a placeholder id (99xxxxx): 1; fill in the ids of LAPOR!'s master",
      ],
      [
        '/etc/jembatan/institutions.yaml',
        "entries with a placeholder id (99xxxxx): 2; fill in the ids of LAPOR!'s master",
      ],
      ['/etc/jembatan/statuses.yaml', 'no status is ever written to the local application'],
      ['/etc/jembatan/deadlines.yaml', 'no line for the step first-follow-up: it is never late'],
      ['/etc/jembatan/deadlines.yaml', 'no line for the step finish: it is never late'],
    ]);
  });
});

describe('the shipped configuration', () => {
  const loaded = loadConfig({ file: `${folder}jembatan.yaml`, env: ENV, readFile });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { maps, ...rest } = loaded.config;

  it('says what the defaults are', () => {
    const empty = loadConfig({
      file: `${folder}jembatan.yaml`,
      env: ENV,
      readFile: (path) => (path.endsWith('jembatan.yaml') ? '' : readFile(path)),
    });

    expect(empty).toEqual(loaded);
    expect(rest.ledger).toEqual({ kind: 'sqlite', path: new URL('../data/ledger.sqlite', import.meta.url).pathname });
  });

  it('maps every national status to a bridge status and every bridge status from one', () => {
    expect(new Set(Object.values(maps.statuses.national))).toEqual(new Set(BRIDGE_STATUSES));
    expect(maps.statuses.local).toEqual({
      received: 'ignore',
      verified: 'menunggu',
      'in-progress': 'dalam proses',
      'waiting-reporter': 'ignore',
      closed: 'selesai',
      archived: 'ignore',
      rejected: 'ignore',
    });
  });

  it('holds placeholders in place of the ids that are not public', () => {
    const categories = [maps.categories.default, ...Object.values(maps.categories.byName)];
    const institutions = Object.values(maps.institutions.byName);
    const ids = [
      ...categories.flatMap((entry) => [entry.categoryId, entry.classificationId]),
      ...institutions.map(({ id }) => id),
    ];

    expect(ids.filter((id) => id < 9_900_000 || id > 9_999_999)).toEqual([]);
    expect(categories.length).toBeGreaterThan(40);
    expect(institutions.filter(({ ours }) => !ours).length).toBeGreaterThan(7);
  });

  it('has the days off of 2026 that the decree counts', () => {
    const { national, cutiBersama } = maps.holidays['2026'] ?? { national: {}, cutiBersama: {} };

    expect([Object.keys(national).length, Object.keys(cutiBersama).length]).toEqual([17, 8]);
  });

  it('has a deadline for every step', () => {
    expect(maps.deadlines.map(({ classification, step, workingDays }) => [classification, step, workingDays])).toEqual([
      ['default', 'verify', 3],
      ['default', 'first-follow-up', 5],
      ['permintaan_informasi', 'finish', 5],
      ['pengaduan', 'finish', 14],
      ['default', 'finish', 14],
    ]);
  });
});

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => Object.entries(inner ?? {}).find(([name]) => name === key)?.[1], value);
}

function raise(properties: object): never {
  throw Object.assign(new Error('the reader failed'), properties);
}

function collectOpen(value: unknown, path: string, open: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Object.isFrozen(value)) open.push(path);
  for (const [key, item] of Object.entries(value)) collectOpen(item, `${path}.${key}`, open);
}
