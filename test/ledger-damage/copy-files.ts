import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { decideOwedNational } from '../../src/forward/decide-owed-national.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeRow } from '../support/make-ledger.ts';

const SUFFIXES = ['', '-wal', '-shm'] as const;
const CONFIG = makeConfig();

/** One report seen, planned, begun and settled in turn: every step is one commit, some of them without a line of history. */
export async function oneCommit(ledger: Ledger, step: number): Promise<void> {
  const at = 1_000_000_000_000 + step;
  const turn = Math.floor(step / 5);
  const [due] = await ledger.dueDeliveries({ side: 'national', now: at, limit: 1, creates: true });
  switch (step % 5) {
    case 0: {
      const row = makeRow({ localId: String(turn + 1), createdAt: at });
      const page = { rows: [row], rejected: [], position: null, at, dueAt: () => null };
      await ledger.recordLocalPage(page, () => [{ type: 'open', route: 'file', nationalId: null }]);
      return;
    }
    case 1:
      await ledger.planOwed('national', { limit: 9, at }, (facts) =>
        decideOwedNational(facts, CONFIG, { guarded: false }),
      );
      return;
    case 2:
      if (due !== undefined) await ledger.postponeDelivery(due.delivery.id, at - 1);
      return;
    case 3:
      if (due !== undefined)
        await ledger.beginDelivery({ deliveryId: due.delivery.id, at, contentHash: 'a', body: {} });
      return;
    default:
      await ledger.settleDelivery(turn + 1, { event: 'answered', peerId: String(9_000 + turn), status: 200 }, at);
  }
}

/** Copies a ledger's files, as they lie on the disk, into a folder; or puts them back. */
export function copyFiles(from: string, to: string): void {
  mkdirSync(join(to, '..'), { recursive: true });
  for (const suffix of SUFFIXES) {
    rmSync(`${to}${suffix}`, { force: true });
    if (existsSync(`${from}${suffix}`)) copyFileSync(`${from}${suffix}`, `${to}${suffix}`);
  }
}
