import { describe, expect, it } from 'vitest';
import { readExchange } from '../../src/http/read-exchange.ts';
import { makeAnswer } from './make-answer.ts';

const NOW = Date.UTC(2026, 6, 1);

describe('readExchange()', () => {
  it('gives the JSON of an answer', async () => {
    expect(await readExchange(makeAnswer(200, '{"results":[]}'), NOW)).toEqual({ ok: true, value: { results: [] } });
  });

  it.each([
    ['html', '<html>'],
    ['empty', ''],
    ['syntax', '{"results":['],
  ])('calls a 200 that is %s malformed', async (detail, text) => {
    const failure = { kind: 'malformed', status: 200, detail, retryAfterMs: null };
    expect(await readExchange(makeAnswer(200, text), NOW)).toEqual({ ok: false, failure });
  });

  it('goes by the status first, whatever the body is', async () => {
    const failure = { kind: 'not-found', status: 404, detail: 'not-found', retryAfterMs: null };
    expect(await readExchange(makeAnswer(404, '{"results":[]}'), NOW)).toEqual({ ok: false, failure });
    expect(await readExchange(makeAnswer(404, '<html>'), NOW)).toEqual({ ok: false, failure });
  });

  it('looks at the fault within the body', async () => {
    const read = await readExchange(makeAnswer(503, '{"fault":{"code":303001}}'), NOW);
    expect(read).toMatchObject({ failure: { kind: 'unreachable', detail: 'suspended', retryAfterMs: 30_000 } });
  });

  it('passes on what the network did', async () => {
    const failure = { kind: 'unreachable', status: null, detail: 'reset', retryAfterMs: null };
    expect(await readExchange({ kind: 'doubt', cause: 'reset' }, NOW)).toEqual({ ok: false, failure });
  });
});
