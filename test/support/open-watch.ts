import type { Clock } from '../../src/clock.ts';
import type { SideWatch } from '../../src/lane/side-watch.ts';
import { createSideWatch } from '../../src/lane/side-watch.ts';
import type { Side } from '../../src/ledger/delivery.ts';
import { healthySide } from '../../src/ledger/side.ts';

/** The watch of a side that was well, which nobody writes down. */
export async function openWatch(side: Side, clock: Clock): Promise<SideWatch> {
  return await createSideWatch(side, {
    ledger: { readSide: async (name) => healthySide(name), writeSide: async () => undefined },
    clock,
    random: () => 0.5,
    pauseMs: 65_000,
    impatient: false,
  });
}
