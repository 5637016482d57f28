import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/to-config.ts';
import { type Access, decideAccess } from '../../../src/web/page/decide-access.ts';

const HERE: Config['web'] = { host: '127.0.0.1', port: 8417, token: null, hosts: [], hookSecret: null };
const SHARED = { ...HERE, token: 'token' };
const NAMED = { ...SHARED, hosts: ['jembatan.serangkota.go.id'] };
const OPEN = { ...NAMED, host: '0.0.0.0' };

describe('decideAccess()', () => {
  it.each<[string, IncomingHttpHeaders, Config['web'], boolean, Access]>([
    ['reads at this machine', { host: 'localhost:8417' }, HERE, false, 'read'],
    ['reads by its address', { host: '127.0.0.1:8417' }, HERE, false, 'read'],
    ['reads by its IPv6 address', { host: '[::1]:8417' }, { ...HERE, host: '::1' }, false, 'read'],
    ['acts once signed in', { host: 'localhost:8417' }, SHARED, true, 'act'],
    ['refuses a name that is not ours', { host: 'evil.example' }, HERE, false, 'refuse'],
    ['refuses it to who signed in, too', { host: 'evil.example' }, SHARED, true, 'refuse'],
    ['refuses a name that only ends like ours', { host: 'localhost.evil.example' }, HERE, false, 'refuse'],
    ['refuses without a name', {}, HERE, false, 'refuse'],
    ['refuses what is no name', { host: 'a b' }, HERE, false, 'refuse'],
    ['asks who comes by a name to sign in', { host: 'jembatan.serangkota.go.id' }, NAMED, false, 'sign-in'],
    [
      'asks who was passed on to sign in',
      { host: 'localhost', 'x-forwarded-for': '10.0.0.1' },
      SHARED,
      false,
      'sign-in',
    ],
    ['refuses who was passed on where nobody can', { host: 'localhost', forwarded: 'for=a' }, HERE, false, 'refuse'],
    ['asks everybody where all can reach it', { host: 'localhost:8417' }, OPEN, false, 'sign-in'],
    ['refuses everybody there without a token', { host: '0.0.0.0:8417' }, { ...OPEN, token: null }, false, 'refuse'],
  ])('%s', (_name, headers, web, isSignedIn, access) => {
    expect(decideAccess(headers, web, isSignedIn)).toBe(access);
  });
});
