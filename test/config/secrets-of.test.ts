import { describe, expect, it } from 'vitest';
import { secretsOf } from '../../src/config/secrets-of.ts';
import { configOf } from './load-text.ts';

describe('secretsOf()', () => {
  it('lists the credentials of the shortest configuration', () => {
    expect(secretsOf(configOf(''))).toEqual([
      'Bearer local-token',
      'local-token',
      'Bearer national-auth',
      'national-auth',
      '{NATIONAL-TOKEN}',
    ]);
  });

  it('lists every kind of credential there is', () => {
    const config = configOf(`
ledger: { url: "postgres://jembatan:pg%40pass@db/ledger" }
local: { login: { username: u, password: login-pass } }
national:
  headers: {}
  gateway: { tokenUrl: "https://g/token", clientId: i, clientSecret: gateway-secret, header: X-Gateway }
proxy: http://u:proxy-pass@proxy.example.test
web: { token: page-token, hookSecret: hook-secret }
notify:
  - { kind: webhook, url: "https://h/hook-key", headers: { X-Key: hook-header } }
  - { kind: telegram, token: bot-token, chatId: 1 }
  - { kind: smtp, host: mail, password: mail-pass, from: a@h, to: [b@h] }
heartbeat: { url: "https://h/beat-key" }
`);

    expect(secretsOf(config)).toEqual([
      'login-pass',
      'gateway-secret',
      'pg%40pass',
      'pg@pass',
      'proxy-pass',
      'page-token',
      'hook-secret',
      'https://h/hook-key',
      'hook-header',
      'bot-token',
      'mail-pass',
      'https://h/beat-key',
    ]);
  });

  it.each([
    ['local: { kind: mysql, url: "mysql://u:db-pass@h/d", preset: laravel }', ['db-pass']],
    ['local: { kind: mysql, url: "mysql://u:100%zz@h/d", preset: laravel }', ['100%zz']],
    ['local: { kind: open311, baseUrl: "https://h", apiKey: api-key }', ['api-key']],
    ['local: { kind: folder, inbox: a, outbox: b, rejected: c }', []],
  ])('finds the credentials of %s', (text, expected) => {
    expect(secretsOf(configOf(`${text}\nnational: { headers: {} }`))).toEqual(expected);
  });
});
