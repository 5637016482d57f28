import { parseArgs } from 'node:util';
import type { Side } from '../../src/ledger/delivery.ts';
import type { CatchUp } from './measure-catch-up.ts';
import { missedBounds } from './missed-bounds.ts';
import { simulateOutage } from './simulate-outage.ts';

/**
 * `npm run outage -- [--side national|local] [--queued N] [--per-minute N]`: how the bridge catches up after a side, or one
 * after the other, was away for 72 hours. Fails where a bound is missed.
 */
const { values } = parseArgs({
  options: {
    side: { type: 'string' },
    queued: { type: 'string', default: '3000' },
    'per-minute': { type: 'string', default: '60' },
  },
});

const SIDES: readonly Side[] = ['national', 'local'];
const sides = SIDES.filter((side) => values.side === undefined || values.side === side);
if (sides.length === 0) throw new Error('--side is national or local');
const [queued, perMinute] = [Number(values.queued), Number(values['per-minute'])];

for (const side of sides) {
  const started = performance.now();
  const caughtUp = await simulateOutage({ side, queued, perMinute });
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(
    `${side} away for 72 h, ${queued} changes, ${perMinute} requests a minute: ${told(caughtUp)}; ${seconds} s\n`,
  );
  for (const missed of missedBounds(caughtUp, queued)) {
    process.stdout.write(`  missed: ${missed}\n`);
    process.exitCode = 1;
  }
}

function told({ noticedMs, tookMs, used, repeated, beyondFifth, outOfPlace }: CatchUp): string {
  return [
    `asked again after ${(noticedMs / 60_000).toFixed(1)} min`,
    `caught up in ${(tookMs / 3_600_000).toFixed(2)} h`,
    `${(used * 100).toFixed(1)} % of the allowed rate`,
    `${(repeated * 100).toFixed(2)} % repeated`,
    `${beyondFifth.toFixed(1)} beyond a fifth in the worst ten minutes`,
    `at most ${outOfPlace} places before an older one`,
  ].join(', ');
}
