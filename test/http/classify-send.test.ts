import { describe, expect, it } from 'vitest';
import { classifySend, type SendRules } from '../../src/http/classify-send.ts';
import type { SendResult } from '../../src/http/outcome.ts';
import { ownField } from '../../src/http/own-field.ts';
import type { AnswerReading } from '../../src/http/read-answer.ts';
import { makeAnswer } from './make-answer.ts';

const NOW = Date.UTC(2026, 6, 1);

/** Wants `complaint_id`. */
const CREATE: SendRules<string> = {
  readValue(json) {
    const id = ownField(json, 'complaint_id');
    return typeof id === 'number' ? String(id) : undefined;
  },
  now: NOW,
};

/** Goes by the status alone. */
const REJECT: SendRules<null> = { readValue: () => null, now: NOW };

function json(value: unknown): AnswerReading {
  return { json: { ok: true, value }, faultCode: null };
}

function noJson(
  reason: 'empty' | 'html' | 'syntax' | 'charset' | 'duplicate-key',
  faultCode: number | null = null,
): AnswerReading {
  return { json: { ok: false, reason }, faultCode };
}

function notReached(cause: 'throttled' | 'suspended' | 'credentials' | 'blocked', retryAfterMs: number | null = null) {
  return { kind: 'not-reached', cause, retryAfterMs } as const;
}

function refused(cause: 'content' | 'not-found' | 'too-large') {
  return { kind: 'refused', cause } as const;
}

function doubt(cause: Extract<SendResult<never>, { kind: 'doubt' }>['cause']) {
  return { kind: 'doubt', cause } as const;
}

describe('classifySend()', () => {
  it.each([200, 201, 202, 299])('calls %i with an id done', (status) => {
    const result = classifySend(makeAnswer(status), json({ complaint_id: 9165816 }), CREATE);
    expect(result).toEqual({ kind: 'done', value: '9165816', status });
  });

  it.each([
    ['an empty body', noJson('empty')],
    ['any JSON', json({ success: true })],
  ])('calls a write that names nothing done with %s', (_, reading) => {
    expect(classifySend(makeAnswer(200), reading, REJECT)).toEqual({ kind: 'done', value: null, status: 200 });
  });

  it.each([
    ['without an id', json({ results: {} }), 'no-id'],
    ['with the id of a list', json([]), 'no-id'],
    ['that is empty', noJson('empty'), 'no-id'],
    ['that is a page', noJson('html'), 'html'],
    ['that is cut off', noJson('syntax'), 'unreadable'],
    ['in no charset', noJson('charset'), 'unreadable'],
    ['that says two things', noJson('duplicate-key'), 'unreadable'],
  ] as const)('calls a 200 %s doubt', (_, reading, cause) => {
    expect(classifySend(makeAnswer(200), reading, CREATE)).toEqual({ kind: 'doubt', cause, status: 200 });
  });

  it('calls a page with 200 doubt also where nothing is to be named', () => {
    expect(classifySend(makeAnswer(200), noJson('html'), REJECT)).toMatchObject({ kind: 'doubt', cause: 'html' });
  });

  it.each([
    [199, doubt('unexpected-status')],
    [301, doubt('redirect')],
    [302, doubt('redirect')],
    [307, doubt('redirect')],
    [400, refused('content')],
    [401, notReached('credentials')],
    [403, notReached('credentials')],
    [404, refused('not-found')],
    [405, refused('not-found')],
    [407, doubt('unexpected-status')],
    [408, doubt('unexpected-status')],
    [409, doubt('already-exists')],
    [410, refused('content')],
    [413, refused('too-large')],
    [415, refused('content')],
    [422, refused('content')],
    [425, notReached('throttled')],
    [429, notReached('throttled')],
    [499, refused('content')],
    [500, doubt('server-error')],
    [502, doubt('server-error')],
    [503, doubt('server-error')],
    [504, doubt('server-error')],
    [599, doubt('server-error')],
    [600, doubt('unexpected-status')],
    [999, doubt('unexpected-status')],
  ])('classes %i as %o, page or not', (status, expected) => {
    for (const reading of [noJson('html'), json({ complaint_id: 1 }), noJson('empty')]) {
      expect(classifySend(makeAnswer(status), reading, CREATE)).toEqual({ ...expected, status });
    }
  });

  it.each([
    [500, 900900, notReached('credentials')],
    [401, 900901, notReached('credentials')],
    [401, 900902, notReached('credentials')],
    [429, 900800, notReached('throttled')],
    [503, 900800, notReached('throttled')],
    [503, 700700, notReached('blocked')],
    [404, 700700, notReached('blocked')],
    [503, 303001, notReached('suspended', 30_000)],
    [500, 101503, doubt('server-error')],
    [504, 101504, doubt('server-error')],
    [500, 101505, doubt('server-error')],
    [400, 900422, refused('content')],
  ])('classes %i with fault %i as %o', (status, faultCode, expected) => {
    expect(classifySend(makeAnswer(status), noJson('syntax', faultCode), CREATE)).toEqual({ ...expected, status });
  });

  it.each([404, 405])('takes %i for a wrong path where the path is configured', (status) => {
    const result = classifySend(makeAnswer(status), noJson('html'), { ...CREATE, wrongPathWhen404: true });
    expect(result).toEqual({ kind: 'not-reached', cause: 'wrong-path', status, retryAfterMs: null });
  });

  it('passes on how long a side asks to wait', () => {
    const seconds = makeAnswer(429, '', { 'retry-after': '65' });
    const date = makeAnswer(429, '', { 'retry-after': 'Wed, 01 Jul 2026 00:00:10 GMT' });
    expect(classifySend(seconds, noJson('empty'), CREATE)).toMatchObject({ retryAfterMs: 65_000 });
    expect(classifySend(date, noJson('empty'), CREATE)).toMatchObject({ retryAfterMs: 10_000 });
  });
});
