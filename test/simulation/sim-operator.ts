import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Vault } from '../../src/ledger/verbs/payload.ts';
import type { Surroundings } from './create-life.ts';
import { createSimProcess, OPERATOR, SimLedgerError } from './sim-process.ts';
import type { SimWorld } from './sim-world.ts';

const EVERY_MS = 1_800_000;

export interface OperatorOptions {
  readonly vault: Vault;
  /** What LAPOR!'s page does not show is left to the policy. */
  readonly leavesAbsent?: boolean;
}

/** A person at the command line who settles what is parked by what LAPOR!'s own page shows, every half hour. */
export function createSimOperator(
  world: SimWorld,
  around: Surroundings,
  { vault, leavesAbsent = false }: OperatorOptions,
): { start(): void } {
  const { time, plan } = world;

  async function act(): Promise<void> {
    const { ledger } = createSimProcess(world, OPERATOR, vault);
    const { stuck } = await ledger.readAttention();
    for (const one of stuck) {
      if (one.localId === null || one.state !== 'parked') continue;
      const at = world.wall();
      // Whoever looks before LAPOR! had time to show what it accepted would see too little.
      if (one.endedAt !== null && at - one.endedAt < plan.settleMs) continue;
      if (one.reason === 'refused') await ledger.retry(one.localId, at);
      else if (one.kind === 'create') await settleCreate(ledger, one.localId, at);
      else await ledger.resolve(one.localId, null, at);
    }
  }

  async function settleCreate(ledger: Ledger, localId: string, at: number): Promise<void> {
    const tracking = foundAs(localId);
    if (tracking !== null || !leavesAbsent) await ledger.resolve(localId, tracking, at);
  }

  function foundAs(localId: string): string | null {
    return around.national.find(`[Ref: kota-simulasi-${localId}]`)[0]?.id ?? null;
  }

  function again(): void {
    void act().catch((error: unknown) => {
      // What the ledger could not write is done next time.
      if (error instanceof SimLedgerError) return;
      around.fail(`the operator threw ${error instanceof Error ? error.stack : ''}`);
    });
    time.at(time.mono() + EVERY_MS, again);
  }

  return {
    start: () => void time.at(time.mono() + plan.settleMs + 60_000, again),
  };
}
