import { statSync } from 'node:fs';
import type { Bridge } from '../bridge.ts';
import { createMetrics, type RoundMeasured } from '../watch/create-metrics.ts';
import type { WebAnswer, WebRoute } from '../web/web-route.ts';
import { toAttention } from './attention.ts';
import type { Host } from './host.ts';
import { ledgerFile } from './open-bridge.ts';

export interface Monitor {
  /** A round came to its end. */
  observe(round: RoundMeasured): void;
  /** `/livez`, `/readyz` and `/metrics`: for machines that watch, without a word about a citizen. */
  readonly routes: readonly WebRoute[];
}

/** A round ended, and each side answered, within so long: then both lanes progress. Longer than a round may take. */
const READY_MS = 15 * 60_000;

export function createMonitor({
  host,
  bridge,
}: {
  readonly host: Pick<Host, 'clock' | 'version'>;
  readonly bridge: Pick<Bridge, 'config' | 'ledger'>;
}): Monitor {
  const { config, ledger } = bridge;
  const { clock } = host;
  const metrics = createMetrics({ version: host.version, site: config.site });
  let endedMono: number | null = null;

  async function sides() {
    return [await ledger.readSide('local'), await ledger.readSide('national')];
  }

  async function readiness(): Promise<WebAnswer> {
    const now = clock.now();
    const roundIsFresh = endedMono !== null && clock.mono() - endedMono < READY_MS;
    const waits = (await sides()).filter(({ lastOkAt }) => lastOkAt === null || now - lastOkAt >= READY_MS);
    const isReady = roundIsFresh && waits.length === 0;
    return {
      status: isReady ? 200 : 503,
      body: { ready: isReady, round: roundIsFresh, waitsFor: waits.map(({ name }) => name) },
    };
  }

  async function facts() {
    const { open, closed, deliveries } = await ledger.readTally();
    const waiting = toAttention(await ledger.readAttention(), config.locale).filter(({ needsPerson }) => needsPerson);
    return {
      cases: { open, closed, late: await ledger.countLate(clock.now()) },
      deliveries,
      attention: waiting.length,
      sides: await sides(),
      oldestReadyAt: await ledger.oldestReadyAt(),
      ledgerBytes: statSync(ledgerFile(config), { throwIfNoEntry: false })?.size ?? 0,
    };
  }

  const get = (path: string, handle: WebRoute['handle']): WebRoute => ({
    method: 'GET',
    path,
    bodyMaxBytes: 0,
    handle,
  });
  return {
    observe(round) {
      endedMono = clock.mono();
      metrics.observe(round);
    },
    routes: [
      get('/livez', () => ({ status: 200, body: { alive: true } })),
      get('/readyz', readiness),
      get('/metrics', async () => ({
        status: 200,
        body: await metrics.render(await facts()),
        contentType: metrics.contentType,
      })),
    ],
  };
}
