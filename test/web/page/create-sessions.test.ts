import { describe, expect, it } from 'vitest';
import { createSessions } from '../../../src/web/page/create-sessions.ts';
import { seededBytes } from '../../support/make-ledger.ts';

const TOKEN = 'token-kota-serang';
const HOUR_MS = 3_600_000;

function signIn(sessions = createSessions(TOKEN, seededBytes()), atMono = 0) {
  const opened = sessions.open(TOKEN, atMono);
  if (typeof opened === 'string') throw new Error(opened);
  return { sessions, cookie: opened.cookie, said: opened.cookie.split(';')[0] ?? '' };
}

describe('createSessions()', () => {
  it('gives who has the token a cookie that no script and no other site can use', () => {
    const { sessions, cookie, said } = signIn();
    expect(cookie).toMatch(/^jembatan-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(sessions.find(`a=b; ${said}`, HOUR_MS)?.csrf).toMatch(/^[\w-]{43}$/);
  });

  it('gives every session a secret of its own', () => {
    const { sessions, said } = signIn();
    const other = signIn(sessions);
    expect(sessions.find(said, 0)?.csrf).not.toBe(sessions.find(other.said, 0)?.csrf);
  });

  it.each([
    ['', undefined],
    ['another', 'jembatan-session=abc'],
  ])('knows nobody by %j', (_name, cookies) => {
    expect(signIn().sessions.find(cookies, 0)).toBeNull();
  });

  it('ends after twelve hours, or when it is told to', () => {
    const { sessions, said } = signIn();
    expect(sessions.find(said, 12 * HOUR_MS - 1)).not.toBeNull();
    expect(sessions.find(said, 12 * HOUR_MS)).toBeNull();
    expect(sessions.close(said)).toBe('jembatan-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict');
    expect(sessions.find(said, 0)).toBeNull();
  });

  it('lets nobody in by another token, nor anybody where there is none', () => {
    expect(createSessions(TOKEN, seededBytes()).open('token-kota-serand', 0)).toBe('wrong');
    expect(createSessions(null, seededBytes()).open('', 0)).toBe('wrong');
  });

  it('lets five be tried in a minute, the right one too', () => {
    const sessions = createSessions(TOKEN, seededBytes());
    for (let count = 0; count < 5; count += 1) expect(sessions.open('guess', 0)).toBe('wrong');
    expect(sessions.open(TOKEN, 1_000)).toBe('too-many');
    expect(sessions.open(TOKEN, 61_000)).toHaveProperty('cookie');
  });
});
