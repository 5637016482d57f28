import { openGap } from '../../src/ledger/verbs/ledger-gap.ts';
import { recoverRolledBack } from '../../src/ledger/verbs/recover-rolled-back.ts';
import { alarmsTold } from './check-ledger.ts';
import type { SimWorld } from './sim-world.ts';

/** Copies of the ledger that somebody keeps, of which one takes its place when its disk is lost (F56), unless all are gone. */
export interface Backups {
  /** To be called after each round. `lose` ends the process whose disk is lost. */
  strike(lose: () => void): void;
  /** Puts back a copy where the ledger was lost, as `restore` and `run --recover` do, or begins a new one. */
  putBack(): void;
}

const KEPT_MAX = 4;
const ALL_GONE = 0.2;

export function createBackups(world: SimWorld): Backups {
  const { plan, random, time } = world;
  const blank = plan.rates['rolled-back'] === undefined ? () => undefined : world.backUp();
  const kept: (() => void)[] = [];
  let isLost = false;
  /** In the midst of the next round, or of the sleep before it. */
  const soon = () => time.mono() + plan.cycleMs + (random() - 0.2) * 2_000;

  function keep(): void {
    if (kept.length === KEPT_MAX) kept.splice(Math.floor(random() * KEPT_MAX), 1);
    kept.push(world.backUp());
  }

  /** Whoever sets a machine up anew sets its clock. */
  function setUpAnew(): number {
    world.setRight();
    return world.wall();
  }

  return {
    strike(lose) {
      if (plan.rates['rolled-back'] === undefined || world.isHealed()) return;
      if (random() < 0.5) time.at(soon(), keep);
      if (kept.length === 0 || !world.strikes('rolled-back', 0.1)) return;
      time.at(soon(), () => {
        if (world.isHealed()) return;
        isLost = true;
        world.trace('the disk of the ledger is lost');
        lose();
      });
    },
    putBack() {
      if (!isLost) return;
      isLost = false;
      world.toldBefore.push(...alarmsTold(world));
      const at = setUpAnew();
      if (random() < ALL_GONE) {
        blank();
        world.transact(() => openGap('lost', at));
      } else {
        kept[Math.floor(random() * kept.length)]?.();
        world.transact(() => recoverRolledBack(at));
      }
      world.trace('an older ledger is there, or a new one');
    },
  };
}
