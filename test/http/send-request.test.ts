import { describe, expect, it } from 'vitest';
import { ownField } from '../../src/http/own-field.ts';
import { sendRequest } from '../../src/http/send-request.ts';
import { makeAnswer } from './make-answer.ts';
import { makeFakeClient } from './make-fake-client.ts';
import { makeRequest } from './make-request.ts';

const RULES = { readValue: (json: unknown) => ownField(json, 'id') ?? undefined, now: Date.UTC(2026, 6, 1) };

describe('sendRequest()', () => {
  it.each([
    [makeAnswer(201, '{"id":7}'), { kind: 'done', value: 7, status: 201 }],
    [makeAnswer(201, '{"id":9007199254740993}'), { kind: 'done', value: '9007199254740993', status: 201 }],
    [makeAnswer(200, '<html>'), { kind: 'doubt', cause: 'html', status: 200 }],
    [
      makeAnswer(503, '<ams:fault xmlns:ams="a"><ams:code>303001</ams:code></ams:fault>'),
      { kind: 'not-reached', cause: 'suspended', status: 503, retryAfterMs: 30_000 },
    ],
    [{ kind: 'not-sent', cause: 'refused' } as const, { kind: 'not-sent', cause: 'refused' }],
    [{ kind: 'doubt', cause: 'timeout' } as const, { kind: 'doubt', cause: 'timeout', status: null }],
  ])('makes of %o', async (exchange, result) => {
    const client = makeFakeClient([exchange]);
    const request = makeRequest({ method: 'POST', body: { kind: 'json', value: { title: 'a' } } });
    expect(await sendRequest(client, request, RULES)).toEqual(result);
    expect(client.requests).toEqual([request]);
  });
});
