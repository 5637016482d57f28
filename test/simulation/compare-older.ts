import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Facts } from './check-always.ts';
import { foundAs } from './found-as.ts';

/** A report that an older ledger does not know to be filed: a person looks at LAPOR! before it is let go. */
export async function compareOlder(ledger: Ledger, { world, national }: Facts, localId: string): Promise<void> {
  const number = foundAs(national, { localId });
  if (number !== null) return void (await ledger.resolve(localId, number, world.wall()));
  world.filings.saidAbsent(localId);
  await ledger.release(localId, world.wall());
}
