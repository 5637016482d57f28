import { describe, expect, it } from 'vitest';
import { createGatewayFaults } from '../../src/simulate/gateway-fault.ts';

describe('createGatewayFaults()', () => {
  it('answers by turns in JSON and in XML', () => {
    const render = createGatewayFaults();
    const first = render('throttled', { 'retry-after': '7' });
    const second = render('throttled', { 'retry-after': '7' });
    expect(first.status).toBe(429);
    expect(first.headers).toEqual({ 'content-type': 'application/json', 'retry-after': '7' });
    expect(JSON.parse(String(first.body))).toMatchObject({ fault: { code: 900800 } });
    expect(second.status).toBe(429);
    expect(second.headers['retry-after']).toBe('7');
    expect(second.body).toContain('<ams:code>900800</ams:code>');
  });

  it.each([
    ['missing-credentials', 401, 900902],
    ['invalid-credentials', 401, 900901],
    ['suspended', 503, 303001],
    ['send-timeout', 504, 101504],
  ] as const)('knows %s as %i with code %i', (fault, status, code) => {
    const answer = createGatewayFaults()(fault);
    expect(answer.status).toBe(status);
    expect(JSON.parse(String(answer.body))).toMatchObject({ fault: { code } });
  });
});
