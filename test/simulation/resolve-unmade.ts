import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Facts } from './check-always.ts';
import { bornAs } from './reference-of.ts';

/** A report that was born at LAPOR! and may be here already: where it is, it is read, and known by its reference. */
export async function resolveUnmade(ledger: Ledger, { world, local }: Facts, nationalId: string): Promise<void> {
  const isHere = [...local.rows.values()].some(({ externalRef }) => externalRef === bornAs(nationalId));
  if (!isHere) await ledger.resolve(nationalId, null, world.wall());
}
