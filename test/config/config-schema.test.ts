import { describe, expect, it } from 'vitest';
import { configOf, loadText, problemsOf } from './load-text.ts';

const DURATION = 'must be a duration such as 500ms, 30s, 10m, 2h, 3d or 5y';
const TEXT = 'must be text (in quotes if it looks like a number)';

describe('local.columns', () => {
  it('takes the names of the contract alone', () => {
    const local = (name: string) =>
      `local: { kind: folder, inbox: a, outbox: b, rejected: c, columns: { No: ${name} } }`;
    expect(problemsOf(loadText(local('nomor_tiket')))).toEqual([]);
    expect(problemsOf(loadText(local('nomer')))).toMatchObject([
      expect.stringContaining('local.columns.No: must be one of "id"'),
    ]);
  });
});

describe('configSchema', () => {
  it.each([
    ['sites: x', 'sites', 'unknown key "sites"; did you mean "site"?'],
    ['site: kota serang', 'site', 'must be a short name such as kota-serang'],
    ['site: true', 'site', TEXT],
    ['timezone: WIB+7', 'timezone', 'must be an IANA time zone such as Asia/Jakarta'],
    ['timezone: "+07:00"', 'timezone', 'must be an IANA time zone such as Asia/Jakarta'],
    ['locale: jv', 'locale', 'must be one of "id", "en"'],
    ['reference: "[Ref: {site}]"', 'reference', 'must contain {id}'],
    ['reference: "[{site}-{id}-{year}]"', 'reference', '{year} is no placeholder; known here: {site}, {id}'],
    ['reference: "{site}\\n{id}"', 'reference', 'must be a single line without control characters'],
    ['responseReference: "[{site}-{id}]"', 'responseReference', 'must contain {responseId}'],
    ['ledger: { url: "sqlite::memory:" }', 'ledger.url', 'must be sqlite:<path of a file> or a postgres:// URL'],
    ['ledger: { url: "sqlite://data/x" }', 'ledger.url', 'must be sqlite:<path of a file> or a postgres:// URL'],
    ['ledger: { url: "mysql://h/d" }', 'ledger.url', 'must be sqlite:<path of a file> or a postgres:// URL'],
    ['local: { kind: soap }', 'local.kind', 'must be one of "rest", "mysql", "folder", "open311"'],
    [
      'local: { kind: folder, inbox: a, outbox: a, rejected: c }',
      'local.inbox',
      'must be another folder than outbox and rejected, and these two differ',
    ],
    ['local: []', 'local', 'must be a section (key: value)'],
    ['local: { baseUrl: ftp://h }', 'local.baseUrl', 'must be an http:// or https:// URL'],
    ['local: { baseUrl: "https://" }', 'local.baseUrl', 'must be an http:// or https:// URL'],
    ['local: { baseUrl: "https://u:p@h" }', 'local.baseUrl', 'must not hold a user or password; use headers'],
    ['local: { baseUrl: "https://h?a=1" }', 'local.baseUrl', 'must not have a query or fragment'],
    ['local: { headers: { "a b": x } }', 'local.headers.a b', 'is not an HTTP header name'],
    ['local: { headers: { a: 5 } }', 'local.headers.a', TEXT],
    ['local: { headers: { a: "x\\r\\ny" } }', 'local.headers.a', 'must be a single line without control characters'],
    ['local: { login: { username: u } }', 'local.login.password', 'is required'],
    ['local: { pageSize: 0 }', 'local.pageSize', 'must be at least 1'],
    ['local: { pageSize: 1.5 }', 'local.pageSize', 'must be a whole number'],
    ['local: { overlap: 15 }', 'local.overlap', DURATION],
    [
      'local: { attachmentHosts: ["https://h"] }',
      'local.attachmentHosts[0]',
      'must be host or host:port, without https:// or a path',
    ],
    [
      'local: { limits: { perMinut: 5 } }',
      'local.limits.perMinut',
      'unknown key "perMinut"; did you mean "perMinute"?',
    ],
    ['local: { limits: { timeout: 0s } }', 'local.limits.timeout', 'must be at least 1ms'],
    ['local: { limits: { timeout: 30d } }', 'local.limits.timeout', 'must be at most 1d'],
    ['local: { kind: mysql }', 'local.url', 'is required'],
    ['local: { kind: mysql, url: "mysql://h/d" }', 'local.sql.reports', 'is required where there is no preset'],
    ['local: { kind: mysql, url: "mysql://h/d", preset: x }', 'local.preset', 'must be one of "classic", "laravel"'],
    ['local: { kind: folder, inbox: a, outbox: b }', 'local.rejected', 'is required'],
    ['local: { kind: open311 }', 'local.baseUrl', 'is required'],
    ['national: 5', 'national', 'must be a section (key: value)'],
    ['national: { kind: lapor-v2 }', 'national.kind', 'must be "lapor-v3"'],
    ['national: { environment: test }', 'national.environment', 'must be one of "production", "sandbox", "training"'],
    [
      'national: { gateway: { tokenUrl: "https://h", clientId: a, clientSecret: b } }',
      'national.gateway.header',
      'is required',
    ],
    ['national: { account: { userId: 0123x } }', 'national.account.userId', 'must be a whole number'],
    [
      'national: { account: { userId: 9007199254740993 } }',
      'national.account.userId',
      'must be at most 9007199254740991',
    ],
    ['national: { paths: { create: complaints } }', 'national.paths.create', 'must start with /'],
    [
      'national: { create: { classifications: { keluhan: 5 } } }',
      'national.create.classifications.keluhan',
      'unknown key "keluhan"; known here: pengaduan, aspirasi, permintaan_informasi',
    ],
    [
      'national: { list: { fields: { is_anonimous: hidden } } }',
      'national.list.fields.is_anonimous',
      'unknown key "is_anonimous"; did you mean "is_anonymous"?',
    ],
    ['national: { create: { noAttachments: true } }', 'national.create.noAttachments', 'must be one of "[]", false'],
    [
      'national: { attachments: { types: [.PDF] } }',
      'national.attachments.types[0]',
      'must be a file extension in lower case, such as pdf',
    ],
    ['proxy: proxy.example.test:3128', 'proxy', 'must be an http:// or https:// URL, or environment'],
    [
      'maps: { category: x }',
      'maps.category',
      'unknown key "category"; known here: categories, institutions, statuses, deadlines, holidays',
    ],
    ['policy: { since: 2026-02-30 }', 'policy.since', 'is a date that does not exist'],
    ['policy: { since: kemarin }', 'policy.since', 'must be a date, YYYY-MM-DD'],
    ['policy: { writeBack: "yes" }', 'policy.writeBack', 'must be true or false'],
    ['policy: { maxAttempts: 0 }', 'policy.maxAttempts', 'must be at least 1'],
    [
      'schedule: { intake: "60 * * * *" }',
      'schedule.intake',
      'must be a cron expression such as */2 * * * * (minute hour day month weekday)',
    ],
    [
      'schedule: { digest: "" }',
      'schedule.digest',
      'must be a cron expression such as */2 * * * * (minute hour day month weekday)',
    ],
    ['log: { level: loud }', 'log.level', 'must be one of "trace", "debug", "info", "warn", "error", "fatal"'],
    ['web: { port: 65536 }', 'web.port', 'must be at most 65535'],
    ['notify: [{ kind: sms }]', 'notify[0].kind', 'must be one of "webhook", "telegram", "smtp"'],
    ['notify: [{ kind: webhook, url: x }]', 'notify[0].url', 'must be an http:// or https:// URL'],
    ['notify: [{ kind: telegram, chatId: -5 }]', 'notify[0].token', 'is required'],
    ['notify: [{ kind: smtp, host: h, from: f, to: [] }]', 'notify[0].to', 'must not be an empty list'],
    [
      'notify: [{ kind: webhook, url: "https://h", on: [all] }]',
      'notify[0].on[0]',
      'must be one of "parked", "late", "silent"',
    ],
    ['heartbeat: { every: 5m }', 'heartbeat.url', 'is required'],
    ['retention: { payload: forever }', 'retention.payload', DURATION],
    ['[]', '', 'must be a section (key: value)'],
    ['text', '', 'must be a section (key: value)'],
  ])('refuses %s', (text, path, message) => {
    expect(problemsOf(loadText(text))).toEqual([`${path}: ${message}`]);
  });

  it('takes ids and whole numbers as digits, because that is what a variable leaves', () => {
    const env = {
      RABEG_BASE_URL: 'https://h',
      RABEG_TOKEN: 'a',
      LAPOR_BASE_URL: 'https://h',
      LAPOR_AUTH: 'b',
      LAPOR_TOKEN: 'c',
    };
    const text = `
site: 3673
national: { account: { userId: "\${USER_ID}", institutionId: "151345" } }
web: { port: "\${PORT}" }
`;
    const config = configOf(text, { env: { ...env, USER_ID: '7654321', PORT: '9000' } });

    expect([config.site, config.national.account, config.web.port]).toEqual([
      '3673',
      { userId: 7_654_321, institutionId: 151_345, channel: 13 },
      9000,
    ]);
  });

  it('refuses fields that nobody reads: a row would go out as if it were not mapped', () => {
    const text =
      'local: { kind: rest, baseUrl: "https://h", fields: { anonym: hidden, tanggapan.isi: text, isi: "" } }';
    expect(problemsOf(loadText(text))).toEqual([
      'local.fields.isi: must not be empty',
      'local.fields.anonym: unknown key "anonym"; did you mean "anonim"?',
    ]);
  });

  it('takes the fields of a MySQL database', () => {
    const text =
      'local: { kind: mysql, url: "mysql://u:p@db/rabeg", sql: { reports: SELECT 1 }, photoBase: https://h/foto, readOnly: true }';

    expect(configOf(text).local).toEqual({
      kind: 'mysql',
      url: 'mysql://u:p@db/rabeg',
      preset: null,
      sql: {
        reports: 'SELECT 1',
        responses: null,
        attachments: null,
        writeStatus: null,
        insertResponse: null,
        insertReport: null,
        findByExternalRef: null,
      },
      photoBase: 'https://h/foto',
      readOnly: true,
      ...COMMON,
    });
  });

  it('takes the fields of a folder, relative to the configuration file', () => {
    const text =
      'local: { kind: folder, inbox: in, outbox: /srv/out, rejected: ../bad, format: xlsx, columns: { Nomor: id } }';

    expect(configOf(text).local).toEqual({
      kind: 'folder',
      inbox: '/etc/jembatan/in',
      outbox: '/srv/out',
      rejected: '/etc/bad',
      format: 'xlsx',
      columns: { Nomor: 'id' },
      ...COMMON,
    });
  });

  it('takes the fields of an Open311 server', () => {
    expect(configOf('local: { kind: open311, baseUrl: "https://h/v2", apiKey: k }').local).toEqual({
      kind: 'open311',
      baseUrl: 'https://h/v2',
      jurisdictionId: null,
      apiKey: 'k',
      updates: true,
      ...COMMON,
    });
  });

  it('fills in what a log-in, a gateway, notices and the heartbeat leave out', () => {
    const config = configOf(`
local: { login: { username: u, password: p } }
national: { gateway: { tokenUrl: "https://g/token", clientId: i, clientSecret: s, header: X-Gateway } }
notify:
  - { kind: webhook, url: "https://h/hook" }
  - { kind: telegram, token: t, chatId: -1001234, on: [silent] }
  - { kind: smtp, host: mail, from: a@h, to: [b@h] }
heartbeat: { url: "https://h/beat" }
`);
    const on = ['parked', 'late', 'silent'];

    expect([
      config.local.kind === 'rest' && config.local.login,
      config.national.gateway,
      config.notify,
      config.heartbeat,
    ]).toEqual([
      { path: '/login', username: 'u', password: 'p', tokenPath: 'data.token' },
      { tokenUrl: 'https://g/token', clientId: 'i', clientSecret: 's', header: 'X-Gateway' },
      [
        { kind: 'webhook', url: 'https://h/hook', headers: {}, on },
        { kind: 'telegram', token: 't', chatId: '-1001234', baseUrl: 'https://api.telegram.org', on: ['silent'] },
        {
          kind: 'smtp',
          host: 'mail',
          port: 587,
          tls: 'starttls',
          username: null,
          password: null,
          from: 'a@h',
          to: ['b@h'],
          on,
        },
      ],
      { url: 'https://h/beat', everyMs: 300_000 },
    ]);
  });

  it('takes attachment hosts with and without a port, in lower case', () => {
    const text = 'local: { attachmentHosts: [CDN.example.test, "10.0.0.5:8080", "[fd00::5]:81"] }';

    expect(configOf(text).local.attachmentHosts).toEqual(['cdn.example.test', '10.0.0.5:8080', '[fd00::5]:81']);
  });

  it.each(['environment', 'http://proxy.example.test:3128', 'http://u:p@proxy.example.test'])(
    'takes the proxy %s',
    (proxy) => {
      expect(configOf(`proxy: ${proxy}`).proxy).toBe(proxy);
    },
  );
});

const COMMON = {
  pageSize: 100,
  overlapMs: 900_000,
  attachmentHosts: [],
  caFile: null,
  limits: { perMinute: 600, concurrency: 4, timeoutMs: 30_000, pauseMs: 65_000 },
};
