import { describe, expect, it } from 'vitest';
import { createMonitor } from '../../src/operate/create-monitor.ts';
import { createFakeBridge } from '../support/fake-bridge.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeHost } from './make-host.ts';

const MINUTE_MS = 60_000;
const DONE = { create: 1, reject: 0, 'follow-up': 0, report: 0, 'write-back': 1, response: 0 };
const ROUND = { durationMs: 800, requests: { local: 3, national: 4 }, done: DONE };

function open(top: Record<string, unknown> = {}) {
  const config = makeConfig({ top });
  const city = createFakeBridge({ config });
  const { host } = makeHost({ clock: city.clock });
  const monitor = createMonitor({ host, bridge: { config, ledger: city.ledger } });
  const get = async (path: string, headers = {}) => {
    const route = monitor.routes.find((one) => one.path === path);
    if (route === undefined) throw new Error(`no ${path}`);
    return await route.handle({ query: new URLSearchParams(), headers, body: new Uint8Array() });
  };
  return { ...city, monitor, get };
}

describe('createMonitor()', () => {
  it('is alive at once, and ready once a round ended in which both sides answered', async () => {
    const city = open();
    expect(await city.get('/livez')).toEqual({ status: 200, body: { alive: true } });
    expect(await city.get('/readyz')).toEqual({
      status: 503,
      body: { ready: false, round: false, waitsFor: ['local', 'national'] },
    });

    city.local.file({ localId: '1042' });
    await city.cycle();
    city.monitor.observe(ROUND);

    expect(await city.get('/readyz')).toEqual({ status: 200, body: { ready: true, round: true, waitsFor: [] } });
  });

  it('is not ready once a lane no longer progresses', async () => {
    const city = open();
    city.local.file({ localId: '1042' });
    await city.cycle();
    city.monitor.observe(ROUND);
    // The next stroke is two minutes later; a quarter of an hour after it the round should be over.
    city.clock.advance(17 * MINUTE_MS);
    expect(await city.get('/readyz')).toMatchObject({ status: 503, body: { ready: false, round: false } });

    city.monitor.observe(ROUND);

    expect(await city.get('/readyz')).toMatchObject({
      status: 503,
      body: { round: true, waitsFor: ['local', 'national'] },
    });
  });

  it.each([
    ['every hour', '0 * * * *', 60],
    ['on Monday mornings', '0 8 * * 1', 7 * 24 * 60],
  ])(
    'is ready between the strokes of a schedule %s, and not when one came and nothing followed',
    async (_, intake, minutes) => {
      const city = open({ schedule: { intake } });
      city.clock.advance(MINUTE_MS);
      city.local.file({ localId: '1042' });
      await city.cycle();
      city.monitor.observe(ROUND);

      city.clock.advance((minutes + 13) * MINUTE_MS);
      expect(await city.get('/readyz')).toMatchObject({ status: 200 });
      city.clock.advance(2 * MINUTE_MS);

      expect(await city.get('/readyz')).toMatchObject({
        status: 503,
        body: { round: false, waitsFor: ['local', 'national'] },
      });
    },
  );

  it('shows its measures beyond this machine only to who has the token', async () => {
    const token = 'token-yang-panjang-sekali';
    const city = open({ web: { host: '10.1.2.3', token } });
    expect(await city.get('/metrics')).toEqual({ status: 401, body: { error: 'unauthorized' } });
    expect(await city.get('/metrics', { authorization: 'Bearer lain' })).toMatchObject({ status: 401 });
    expect(await city.get('/metrics', { authorization: `Bearer ${token}` })).toMatchObject({ status: 200 });

    const open10 = open({ web: { host: '10.1.2.3' } });
    expect(await open10.get('/metrics')).toMatchObject({ status: 401 });
    expect(await open10.get('/livez')).toMatchObject({ status: 200 });
  });

  it('measures what stands in the ledger and what the rounds did', async () => {
    const city = open();
    city.local.file({ localId: '1042' });
    await city.cycle();
    city.monitor.observe(ROUND);

    const { body, contentType } = await city.get('/metrics');

    expect(contentType).toContain('openmetrics-text');
    for (const line of [
      'jembatan_cases{state="open"} 1',
      'jembatan_side_up{side="national"} 1',
      'jembatan_requests_total{side="national"} 4',
      'jembatan_delivered_total{kind="create"} 1',
      'jembatan_build_info{version="1.2.3",site="kota-serang"} 1',
    ])
      expect(body).toContain(line);
    expect(body).not.toContain('1042');
  });
});
