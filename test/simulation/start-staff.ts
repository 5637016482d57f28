import { fileByHand } from './file-by-hand.ts';
import { foundAs } from './found-as.ts';
import type { LocalRow } from './local-model.ts';
import type { Models } from './models.ts';
import type { SimWorld } from './sim-world.ts';

const HOUR_MS = 3_600_000;

/** What the city's staff do to one report, past the bridge. */
export function startStaff(world: SimWorld, models: Models, row: LocalRow): void {
  const { random, time, plan } = world;
  const later = (act: () => void) =>
    void time.at(time.mono() + random() * Math.max(0, plan.horizonMs - time.mono()), act);
  const change = (act: () => void) => models.local.change(row, world.trueWall(), act);

  if (world.strikes('edits', 0.7)) {
    later(() =>
      change(() => {
        row.text += ' (disunting)';
      }),
    );
  }
  if (world.strikes('vanish', 0.5)) later(() => vanish(world, models, row));
  if (world.strikes('id-reuse', 0.3)) later(() => reuse(world, models, row));
  if (world.strikes('keyed-in', 0.7)) later(() => keyIn(world, models, row));
}

/** A report goes from every list, and comes back as a row that was just saved. */
function vanish(world: SimWorld, { local }: Models, row: LocalRow): void {
  row.hiddenUntil = world.trueWall() + world.random() * 6 * HOUR_MS;
  world.time.at(world.time.mono() + row.hiddenUntil - world.trueWall() + 1, () =>
    local.change(row, world.trueWall(), () => undefined),
  );
}

const QUARTER_MS = 15 * 60_000;

/** The application gives the id of a report that it lost to another one. */
function reuse(world: SimWorld, { local }: Models, row: LocalRow): void {
  const at = world.trueWall();
  if (row.versions[0] === undefined || at - row.createdAt < HOUR_MS) return;
  local.change(row, at, () => {
    row.reusedAt = at;
    // Hours or days later, at a time that no time zone explains.
    row.createdAt += Math.floor((at - row.createdAt) / QUARTER_MS) * QUARTER_MS - 5 * 60_000;
    row.text = 'Laporan lain sama sekali.';
    row.responses = [];
    row.nationalId = null;
    row.nationalStatus = null;
  });
}

/** Somebody types the number of a report into its row: of the bridge's filing where it shows, else of one of their own. */
function keyIn(world: SimWorld, models: Models, row: LocalRow): void {
  if (row.nationalId !== null || row.reusedAt !== null) return;
  const at = world.trueWall();
  const number = foundAs(models.national, row) ?? fileByHand(world, models, row);
  models.local.change(row, at, () => {
    row.nationalId = number;
  });
}
