import { statSync } from 'node:fs';
import type { Config } from '../config/to-config.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { SideHealth } from '../ledger/side.ts';
import { ledgerFile } from './open-bridge.ts';

interface StatusFacts {
  readonly config: Config;
  readonly now: number;
  readonly version: string;
}

/** What `jembatan status` tells of the ledger: how much there is, how each side is, how large the file. */
export async function readStatus(ledger: Ledger, { config, now, version }: StatusFacts) {
  const tally = await ledger.readTally();
  const oldest = await ledger.oldestOpenAt();
  const path = ledgerFile(config);
  return {
    cases: { open: tally.open, closed: tally.closed, late: await ledger.countLate(now) },
    deliveries: tally.deliveries,
    sides: {
      local: sideOf(await ledger.readSide('local')),
      national: sideOf(await ledger.readSide('national')),
    },
    oldestOpenHours: oldest === null ? null : Math.round((now - oldest) / 360_000) / 10,
    ledger: {
      path,
      sizeBytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
      head: (await ledger.historyHead())?.hash ?? null,
    },
    version,
  };
}

export type Status = Awaited<ReturnType<typeof readStatus>>;

function sideOf(side: SideHealth) {
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  return { lastOk: iso(side.lastOkAt), lastNew: iso(side.lastNewAt), state: side.state };
}
