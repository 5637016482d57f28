import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/http/outcome.ts';
import { saysNotFound } from '../../../src/national/lapor-v3/says-not-found.ts';

function answered(status: number, body: string): Exchange {
  return { kind: 'answered', status, headers: {}, body: Buffer.from(body) };
}

describe('saysNotFound()', () => {
  it("believes LAPOR!'s own words", async () => {
    expect(await saysNotFound(answered(404, '{"message":"Data tidak ditemukan"}'))).toBe(true);
  });

  it.each([
    ['another status', answered(200, '{"message":"Data tidak ditemukan"}')],
    ['a page', answered(404, '<html><body>404 Not Found</body></html>')],
    ['nothing', answered(404, '')],
    ['a text', answered(404, 'Not Found')],
    ['JSON of another kind', answered(404, '[]')],
    ['a JSON fault', answered(404, '{"fault":{"code":404,"message":"Not Found"},"message":"x"}')],
    [
      'an XML fault',
      answered(404, '<am:fault xmlns:am="http://wso2.org/apimanager"><am:code>404</am:code></am:fault>'),
    ],
    ['a status report', answered(404, '{"code":"404","type":"Status report","message":"Not Found"}')],
    ['no answer', { kind: 'doubt', cause: 'reset' } as const],
  ])('does not believe %s', async (_name, exchange) => {
    expect(await saysNotFound(exchange)).toBe(false);
  });
});
