import { expect, it } from 'vitest';
import { isReadOnly } from '../../src/config/is-read-only.ts';
import { makeConfig } from '../support/make-config.ts';

const DATABASE = { kind: 'mysql', url: 'mysql://baca:b@127.0.0.1/kota', preset: 'classic' };
const SERVER = { kind: 'open311', baseUrl: 'http://127.0.0.1:8080', apiKey: 'k' };

it.each([
  ['a database that is only read', { ...DATABASE, readOnly: true }, true],
  ['a database', DATABASE, false],
  ['an Open311 server that takes no updates', { ...SERVER, updates: false }, true],
  ['an Open311 server', SERVER, false],
])('knows %s by its configuration', (_, local, expected) => {
  expect(isReadOnly(makeConfig({ top: { local } }).local)).toBe(expected);
});

it('takes an application with an API for one that is written, too', () => {
  expect(isReadOnly(makeConfig().local)).toBe(false);
});
