import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { healthySide, type SideState } from '../../src/ledger/side.ts';
import type { LogEvent } from '../../src/logger.ts';
import { createTeller } from '../../src/operate/create-teller.ts';
import { createPeerWatch } from '../../src/watch/create-peer-watch.ts';
import { createFakeBridge } from '../support/fake-bridge.ts';
import { makeConfig } from '../support/make-config.ts';
import { useNock } from '../support/nock.ts';
import { makeHost } from './make-host.ts';

useNock();

const HOOK = 'http://127.0.0.1:9';
const NEVER = new AbortController().signal;
const MINUTE_MS = 60_000;

/** A city whose sides a test sets, rounds every two minutes, and everything that a webhook was told. */
function open(notify: readonly Record<string, unknown>[], more: Record<string, unknown> = {}) {
  const config = makeConfig({ top: { notify, ...more } });
  const bridge = createFakeBridge({ config });
  const { host } = makeHost({ clock: bridge.clock });
  const logged: LogEvent[] = [];
  const peers = createPeerWatch();
  const teller = createTeller({
    host,
    bridge: { config, ledger: bridge.ledger, peers },
    log: (event) => logged.push(event),
  });
  let lastOkAt = bridge.clock.now();
  return {
    ...bridge,
    teller,
    peers,
    logged,
    /** Two minutes later LAPOR! is in this state. */
    async round(state: SideState) {
      bridge.clock.advance(2 * MINUTE_MS);
      if (state === 'up') lastOkAt = bridge.clock.now();
      const now = bridge.clock.now();
      await bridge.ledger.writeSide({ ...healthySide('local'), lastOkAt: now }, now);
      await bridge.ledger.writeSide({ ...healthySide('national'), state, lastOkAt }, now);
      await teller.afterRound(NEVER);
    },
  };
}

/** Answers the next posts with these statuses, and keeps what they said. */
function hear(statuses: readonly number[], path = '/hook') {
  const heard: Record<string, unknown>[] = [];
  for (const status of statuses) {
    nock(HOOK)
      .post(path)
      .reply((_, body) => {
        heard.push(body as Record<string, unknown>);
        return [status, {}];
      });
  }
  return heard;
}

describe('createTeller()', () => {
  it('raises one alert within two rounds when a side is away, and clears it when it answers again', async () => {
    const city = open([{ kind: 'webhook', url: `${HOOK}/hook` }]);
    const heard = hear([200, 200]);

    await city.round('up');
    await city.round('down');
    expect(heard).toHaveLength(0);
    for (let round = 0; round < 5; round += 1) await city.round('down');
    expect(heard).toHaveLength(1);
    await city.round('up');
    await city.round('up');

    expect(heard).toHaveLength(2);
    expect(heard[0]).toMatchObject({
      subject: 'Jembatan kota-serang: 1 hal perlu dilihat',
      standing: [{ key: 'side:national', event: 'silent', subject: null }],
      over: [],
    });
    expect(heard[0]?.text).toContain('- LAPOR! tidak dapat dihubungi sejak 4 menit');
    expect(heard[1]).toMatchObject({ standing: [], over: [{ key: 'side:national' }] });
    expect(heard[1]?.text).toContain('LAPOR! menjawab lagi');
  });

  it('tells of what waits for a person with the command that settles it, and in none of a citizen’s words', async () => {
    const city = open([{ kind: 'telegram', token: '7:secret', chatId: '-100', baseUrl: HOOK, on: ['parked'] }]);
    const heard = hear([200], '/bot7:secret/sendMessage');
    city.local.file({ localId: '1042', title: 'Judul qorbenak', text: 'Isi vixamura.' });
    await city.cycle();
    const { id: caseId } = await city.caseOf('1042');
    const at = city.clock.now();
    await city.ledger.raiseAlarm({ kind: 'privacy-raised', caseId, detail: null, at });
    await city.ledger.raiseAlarm({ kind: 'unknown-status', caseId: null, detail: 'Dilimpahkan', at });

    await city.round('up');

    expect(heard).toMatchObject([{ chat_id: '-100' }]);
    expect(heard[0]?.text).toContain('1042');
    expect(heard[0]?.text).not.toMatch(/qorbenak|vixamura/);
    expect(heard[0]?.text).toMatch(/nama status tidak dikenal: Dilimpahkan → tambahkan .*maps\.statuses/);
  });

  it('tells again at the next round what a channel did not take, and logs no address', async () => {
    const city = open([{ kind: 'webhook', url: `${HOOK}/hook?key=secret` }]);
    const heard = hear([500, 200], '/hook?key=secret');
    await city.ledger.raiseAlarm({ kind: 'unknown-status', caseId: null, detail: 'Dilimpahkan', at: 1 });

    await city.round('up');
    await city.round('up');
    await city.round('up');

    expect(heard).toHaveLength(2);
    expect(city.logged).toEqual([{ event: 'notice-failed', channel: 'webhook' }]);
  });

  it('raises one alert while a clock is wrong or a certificate ends, and clears it when it is not', async () => {
    const city = open([{ kind: 'webhook', url: `${HOOK}/hook` }]);
    const heard = hear([200, 200]);
    const show = (aheadMs: number, days: number) => {
      const now = city.clock.now();
      city.peers.observe('national', { clockMs: now + aheadMs, certificateEndsAt: now + days * 86_400_000 }, now);
    };

    for (let round = 0; round < 3; round += 1) {
      show(10 * MINUTE_MS, 5);
      await city.round('up');
    }
    for (let round = 0; round < 3; round += 1) {
      show(0, 365);
      await city.round('up');
    }

    expect(heard).toHaveLength(2);
    expect(heard[0]?.text).toContain('jam LAPOR! dan jam kita berbeda 10.01 menit');
    expect(heard[0]?.text).toContain('sertifikat LAPOR! berakhir dalam 5 hari');
    expect(heard[1]).toMatchObject({
      standing: [],
      over: [{ key: 'certificate:national' }, { key: 'clock:national' }],
    });
    expect(heard[1]?.text).toContain('LAPOR! mempunyai sertifikat baru');
  });

  it('tells that a city is quiet by what usually comes at these hours, and that it is over', async () => {
    const city = open([{ kind: 'webhook', url: `${HOOK}/hook`, on: ['silent'] }]);
    const heard = hear([200, 200]);
    const file = async (localId: string) => {
      city.local.file({ localId });
      await city.cycle();
    };
    for (let time = 0; time < 16 * 4; time += 1) {
      await file(`${time + 1}`);
      city.clock.advance(6 * 60 * MINUTE_MS);
    }
    await city.round('up');
    expect(heard).toHaveLength(0);

    for (let day = 0; day < 2; day += 1) {
      city.clock.advance(24 * 60 * MINUTE_MS);
      await city.round('up');
    }
    expect(heard).toMatchObject([{ standing: [{ key: 'quiet:local' }] }]);
    await file('9999');
    await city.round('up');

    expect(heard).toHaveLength(2);
    expect(heard[1]?.text).toContain('laporan baru datang lagi');
  }, 20_000);

  it('visits the outside monitor no more often than it was told, and not while a side is away', async () => {
    const city = open([], { heartbeat: { url: `${HOOK}/beat`, every: '5m' } });
    let beats = 0;
    nock(HOOK)
      .get('/beat')
      .times(2)
      .reply(() => {
        beats += 1;
        return [200];
      });
    await city.round('up');
    await city.round('up');
    expect(beats).toBe(1);
    await city.round('up');
    await city.round('up');
    expect(beats).toBe(2);
    for (let round = 0; round < 5; round += 1) await city.round('down');
  });
});
