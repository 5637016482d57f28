import { describe, expect, it } from 'vitest';
import { classifySqlRead, classifySqlWrite, connectCause } from '../../../src/local/mysql/classify-sql.ts';

const lost = { errno: null, code: 'PROTOCOL_CONNECTION_LOST' };

describe('a write that failed in its session', () => {
  it.each([
    [1213, 'not-reached', 'throttled'],
    [1205, 'not-reached', 'throttled'],
    [1142, 'refused', 'read-only'],
    [1290, 'refused', 'read-only'],
    [1153, 'refused', 'too-large'],
    [1452, 'refused', 'content'],
  ])('was certainly not done where the server answers %i', (errno, kind, cause) => {
    expect(classifySqlWrite({ errno, code: '' }, 'revocable')).toMatchObject({ kind, cause });
  });

  it('is in doubt where its end was sent, unless the server took it back for another', () => {
    expect(classifySqlWrite(lost, 'commit')).toEqual({ kind: 'doubt', cause: 'reset', status: null });
    expect(classifySqlWrite({ errno: 1105, code: '' }, 'commit')).toMatchObject({
      kind: 'doubt',
      cause: 'server-error',
    });
    expect(classifySqlWrite({ errno: 1213, code: '' }, 'commit')).toMatchObject({ kind: 'not-reached' });
  });

  it('was not sent where a lost session takes it back, and is in doubt where it may not', () => {
    expect(classifySqlWrite(lost, 'revocable')).toMatchObject({ kind: 'not-sent' });
    expect(classifySqlWrite(lost, 'irrevocable')).toMatchObject({ kind: 'doubt' });
    expect(classifySqlWrite({ errno: 1452, code: '' }, 'irrevocable')).toMatchObject({ kind: 'doubt' });
    expect(classifySqlWrite({ errno: null, code: 'PROTOCOL_SEQUENCE_TIMEOUT' }, 'irrevocable')).toMatchObject({
      cause: 'timeout',
    });
  });
});

it.each([
  [1045, 'unauthorized'],
  [1142, 'unauthorized'],
  [1040, 'throttled'],
  [1146, 'malformed'],
  [null, 'unreachable'],
] as const)('takes the answer %s to a question for %s', (errno, kind) => {
  expect(classifySqlRead({ errno, code: 'ECONNRESET' })).toMatchObject({ kind });
});

it.each([
  ['ECONNREFUSED', 'refused'],
  ['ENOTFOUND', 'dns'],
  ['ETIMEDOUT', 'connect-timeout'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['EHOSTUNREACH', 'unreachable'],
])('tells why no session came about: %s is %s', (code, cause) => {
  expect(connectCause({ errno: null, code })).toBe(cause);
});
