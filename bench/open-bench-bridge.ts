import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBridge } from '../src/bridge.ts';
import { planForward, runForward } from '../src/forward/run-forward.ts';
import { decideLocalNews } from '../src/intake/decide-local-news.ts';
import { createSideWatch } from '../src/lane/side-watch.ts';
import type { DeliveryState, Side } from '../src/ledger/delivery.ts';
import { openLedger } from '../src/ledger/open-ledger.ts';
import { toLocalRow } from '../src/ledger/to-local-row.ts';
import { planMirror, runMirror } from '../src/mirror/run-mirror.ts';
import type { Report } from '../src/report/report.ts';
import { systemClock } from '../src/system-clock.ts';
import { benchConfig } from './bench-config.ts';

/** A bridge on a ledger of its own: a file, in a folder that goes with it. */
export type BenchBridge = Awaited<ReturnType<typeof openBenchBridge>>;

const PAGE = 500;
const NEVER = new AbortController().signal;

/** Opens one with an empty ledger, for both systems at `baseUrl`; in `own`, which stays, or in a folder that goes with it. */
export async function openBenchBridge(baseUrl: string, own?: string) {
  const folder = own ?? mkdtempSync(join(tmpdir(), 'jembatan-bench-'));
  const ledgerFile = join(folder, 'ledger.sqlite');
  const config = benchConfig(baseUrl);
  const binding = { site: config.site, environment: config.national.environment };
  const key = { credentialsFolder: undefined, keyFile: null, text: undefined, randomBytes };
  const ledger = await openLedger({ file: ledgerFile, binding, key, now: systemClock.now }, { create: true });
  const world = { clock: systemClock, random: Math.random, version: 'bench', environmentProxy: null };
  const bridge = createBridge({ config, ledger }, world);
  const deps = { ...world, ...bridge, halt: NEVER, stop: NEVER, onDone: () => undefined };
  const watch = (side: Side) => createSideWatch(side, { ...deps, pauseMs: 0, impatient: true });

  /** E4 for everything that is ready. */
  async function forward(): Promise<void> {
    await untilNothing(async () => runForward({ ...deps, watch: await watch('national'), localIsUp: () => true }));
  }

  return {
    bridge,
    ledgerFile,

    /** Takes the reports in, as a reading of the city's application would, and plans that each is filed. */
    async take(reports: readonly Report[]): Promise<void> {
      for (let start = 0; start < reports.length; start += PAGE) {
        const rows = reports.slice(start, start + PAGE).map(toLocalRow);
        const page = { rows, rejected: [], position: null, at: systemClock.now(), dueAt: () => null };
        await ledger.recordLocalPage(page, (row, facts) =>
          decideLocalNews(row, facts, { sinceMs: null, names: config.maps.statuses.local }),
        );
      }
      await planForward(deps);
    },

    forward,

    /** E4 for everything that is ready, then the write-back of each number. */
    async roundTrip(): Promise<void> {
      await forward();
      await planMirror(deps);
      await untilNothing(async () => runMirror({ ...deps, watch: await watch('local') }));
    },

    /** Throws unless so many deliveries are done and none is anywhere else: a rate without that would mean nothing. */
    async expectDone(count: number): Promise<void> {
      const { deliveries } = await ledger.readTally();
      const wanted: Record<DeliveryState, number> = { ready: 0, sending: 0, doubt: 0, parked: 0, held: 0, done: count };
      if (JSON.stringify(deliveries) !== JSON.stringify(wanted)) throw new Error(`left ${JSON.stringify(deliveries)}`);
    },

    async close(): Promise<void> {
      await bridge.close();
      if (own === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A lane ends with its slice, on a slow machine before all is sent. */
async function untilNothing(run: () => Promise<number>): Promise<void> {
  while ((await run()) > 0);
}
