import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../src/http/check-answer.ts';

const DIRECT = { secure: true, viaProxy: false, connected: true };
const BROKEN = { kind: 'doubt', cause: 'broken-answer' };

function answer(status: number, length?: string) {
  const headers = length === undefined ? {} : { 'content-length': length };
  return { kind: 'raw', status, headers, body: Buffer.from('12345') } as const;
}

describe('checkAnswer()', () => {
  it.each([
    [200, undefined],
    [200, '5'],
    [304, '9'],
    [204, '0'],
  ])('finds nothing wrong with %i and the length %s', (status, length) => {
    expect(checkAnswer(answer(status, length), DIRECT)).toBeNull();
  });

  it.each(['4', '6', '-5', 'x', '5, 6'])('calls a body of 5 with the length %s broken', (length) => {
    expect(checkAnswer(answer(200, length), DIRECT)).toEqual(BROKEN);
  });

  it('knows the words of a proxy that opened no tunnel, whatever they are', () => {
    const route = { secure: true, viaProxy: true, connected: false };
    expect(checkAnswer(answer(200), route)).toEqual({ kind: 'not-sent', cause: 'unreachable' });
  });

  it('knows a proxy that wants to be logged in to', () => {
    const route = { secure: false, viaProxy: true, connected: true };
    expect(checkAnswer(answer(407), route)).toEqual({ kind: 'doubt', cause: 'proxy' });
    expect(checkAnswer(answer(407), DIRECT)).toBeNull();
  });
});
