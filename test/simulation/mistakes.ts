import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Operated } from '../../src/ledger/verbs/operate.ts';
import type { Stuck } from '../../src/ledger/verbs/overview.ts';
import { byReport } from './by-report.ts';
import type { Models } from './models.ts';
import type { SimWorld } from './sim-world.ts';

/** What a person at the command line does for no good reason; what is wrong must be refused, whatever the ledger holds (F72). */
export function createMistakes(world: SimWorld, { local }: Models) {
  const { random } = world;

  async function hold(ledger: Ledger): Promise<void> {
    const ids = [...local.rows.keys()];
    const localId = ids[Math.floor(random() * ids.length)];
    if (localId !== undefined) await ledger.hold(localId, world.wall());
  }

  async function typeWrong(ledger: Ledger, stuck: readonly Stuck[]): Promise<void> {
    const at = world.wall();
    refuses(await ledger.resolve('9', '8', at), 'an unknown report');
    const { number, other } = await twoReports(ledger);
    if (number !== null && other !== null)
      refuses(await ledger.resolve(other, number, at), 'a number of another report');
    for (const [localId, items] of byReport(stuck)) {
      if (items.every(({ state, reason }) => state === 'parked' && reason === 'outcome-unknown')) {
        refuses(await ledger.retry(localId, at), 'to retry what may have arrived');
      }
    }
  }

  /** The number of one report, and another report. */
  async function twoReports(ledger: Ledger) {
    const cases = await Promise.all([...local.rows.keys()].map((localId) => ledger.findCase(localId)));
    const bound = cases.find((one) => one !== null && one.nationalId !== null) ?? null;
    const other = cases.find((one) => one !== null && one !== bound) ?? null;
    return { number: bound?.nationalId ?? null, other: other?.localId ?? null };
  }

  function refuses(result: Operated, what: string): void {
    if (result.ok) world.fail(`F72 the command took ${what}`);
  }

  return {
    async make(ledger: Ledger, stuck: readonly Stuck[]): Promise<void> {
      if (world.strikes('operator', 0.5)) await hold(ledger);
      if (world.strikes('wrong-command', 0.5)) await typeWrong(ledger, stuck);
    },
  };
}
