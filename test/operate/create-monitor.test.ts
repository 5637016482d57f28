import { describe, expect, it } from 'vitest';
import { createMonitor } from '../../src/operate/create-monitor.ts';
import { createFakeBridge } from '../support/fake-bridge.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeHost } from './make-host.ts';

const MINUTE_MS = 60_000;
const DONE = { create: 1, reject: 0, 'follow-up': 0, report: 0, 'write-back': 1, response: 0 };
const ROUND = { durationMs: 800, requests: { local: 3, national: 4 }, done: DONE };

function open() {
  const config = makeConfig();
  const city = createFakeBridge({ config });
  const { host } = makeHost({ clock: city.clock });
  const monitor = createMonitor({ host, bridge: { config, ledger: city.ledger } });
  const get = async (path: string) => {
    const route = monitor.routes.find((one) => one.path === path);
    if (route === undefined) throw new Error(`no ${path}`);
    return await route.handle({ query: new URLSearchParams(), headers: {}, body: new Uint8Array() });
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
    city.clock.advance(15 * MINUTE_MS);
    expect(await city.get('/readyz')).toMatchObject({ status: 503, body: { ready: false, round: false } });

    city.monitor.observe(ROUND);

    expect(await city.get('/readyz')).toMatchObject({
      status: 503,
      body: { round: true, waitsFor: ['local', 'national'] },
    });
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
