import { statSync } from 'node:fs';
import type { Bridge } from '../bridge.ts';
import { isReadOnly } from '../config/is-read-only.ts';
import { nextStroke } from '../config/next-stroke.ts';
import type { Side } from '../ledger/delivery.ts';
import { createMetrics, type RoundMeasured } from '../watch/create-metrics.ts';
import { mayMeasure } from '../web/may-measure.ts';
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

/**
 * So long after the stroke of the schedule that follows the last round, or the last answer of a side, the next is over: then
 * both lanes progress. Longer than a round may take.
 */
const READY_MS = 15 * 60_000;

export function createMonitor({
  host,
  bridge,
}: {
  readonly host: Pick<Host, 'clock' | 'version'>;
  readonly bridge: Pick<Bridge, 'config' | 'ledger'>;
}): Monitor {
  const { config, ledger } = bridge;
  const { timezone } = config;
  const { clock } = host;
  const strokes = new Map<Side | 'round', { readonly after: number; readonly next: number }>();
  const metrics = createMetrics({ version: host.version, site: config.site });
  let endedMono: number | null = null;

  async function sides() {
    return [await ledger.readSide('local'), await ledger.readSide('national')];
  }

  /** Whether what was at `at` need not have been again by now. */
  function isFresh(what: Side | 'round', at: number, now: number): boolean {
    if (now - at < READY_MS) return true;
    const known = strokes.get(what);
    // Looking for a stroke that comes once a week takes a while: it is done once.
    const next = known?.after === at ? known.next : nextStroke({ expression: config.schedule.intake, timezone }, at);
    strokes.set(what, { after: at, next });
    return now - next < READY_MS;
  }

  async function readiness(): Promise<WebAnswer> {
    const now = clock.now();
    const roundIsFresh = endedMono !== null && isFresh('round', now - (clock.mono() - endedMono), now);
    const waits = (await sides()).filter(({ name, lastOkAt }) => lastOkAt === null || !isFresh(name, lastOkAt, now));
    const isReady = roundIsFresh && waits.length === 0;
    return {
      status: isReady ? 200 : 503,
      body: { ready: isReady, round: roundIsFresh, waitsFor: waits.map(({ name }) => name) },
    };
  }

  async function facts() {
    const { open, closed, deliveries } = await ledger.readTally();
    const waiting = toAttention(await ledger.readAttention(), config.locale, isReadOnly(config.local)).filter(
      ({ needsPerson }) => needsPerson,
    );
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
      get('/metrics', async ({ headers }) =>
        mayMeasure(config.web, headers.authorization)
          ? { status: 200, body: await metrics.render(await facts()), contentType: metrics.contentType }
          : { status: 401, body: { error: 'unauthorized' } },
      ),
    ],
  };
}
