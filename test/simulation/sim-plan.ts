import type { Config } from '../../src/config/to-config.ts';
import { seededRandom } from '../../src/simulate/seeded-random.ts';
import {
  type Family,
  FIRST_FAMILIES,
  LATER_FAMILIES,
  LIST_FAMILY,
  RETURN_FAMILY,
  SECOND_FAMILY,
  TWINS_FAMILY,
} from './families.ts';

export interface SimPlan {
  readonly seed: number;
  readonly rates: Readonly<Partial<Record<Family, number>>>;
  readonly reports: number;
  /** Length of the phase with faults, ms. */
  readonly horizonMs: number;
  readonly cycleMs: number;
  readonly settleMs: number;
  readonly concurrency: number;
  readonly perMinute: number;
  readonly maxAttempts: number;
  /** `policy.onUnknownOutcome: resend`. */
  readonly resends: boolean;
  /** Lives on for days after all came to rest. */
  readonly isPatient: boolean;
  /** What else differs from the shipped policy. */
  readonly policy?: Partial<Config['policy']>;
}

const HOUR_MS = 3_600_000;
const CALM = 0.1;
const ON = 0.25;
/** As the daemon runs by default, every minute; the others wait long, so that much happens between two rounds. */
const QUICK = 0.1;
/** Sets the later stream apart from the first. */
const LATER = 0x5eed;
/** The same for the list; so chosen that none of the seeds that were kept before it draws it. */
const LIST = 0x41d3;
/** And for reports given back. */
const RETURN = 0x6b0c;
/** And for second thoughts. */
const SECOND = 0xd231;
/** And for twins: none of the seeds that were kept before draws them. */
const TWINS = 0x184ea0;
/** Most twins are seen in LAPOR!'s list alone; of the others a person must know. */
const TWINS_LISTED = 0.8;

/** Draws what a seed is about. `without` leaves families out, for shrinking. */
export function drawPlan(seed: number, random: () => number, without: ReadonlySet<Family> = new Set()): SimPlan {
  const calm = random() < CALM;
  const later = seededRandom(seed ^ LATER);
  const rates: Partial<Record<Family, number>> = {};
  const draw = (family: Family, chance: () => number) => {
    const [on, rate] = [chance() < ON, chance()];
    if (on && !calm && !without.has(family)) rates[family] = rate;
  };
  for (const family of FIRST_FAMILIES) draw(family, random);
  for (const family of LATER_FAMILIES) draw(family, later);
  draw(LIST_FAMILY, seededRandom(seed ^ LIST));
  draw(RETURN_FAMILY, seededRandom(seed ^ RETURN));
  draw(SECOND_FAMILY, seededRandom(seed ^ SECOND));
  const twins = seededRandom(seed ^ TWINS);
  draw(TWINS_FAMILY, twins);
  if (rates.twins !== undefined && !without.has(LIST_FAMILY) && twins() < TWINS_LISTED) rates.list ??= rates.twins;
  const isQuick = random() < QUICK;
  return {
    seed,
    rates,
    reports: 2 + Math.floor(random() * 6),
    horizonMs: (isQuick ? 1 + random() * 2 : 5 + random() * 15) * HOUR_MS,
    cycleMs: (isQuick ? 1 : 15 + Math.floor(random() * 30)) * 60_000,
    settleMs: (5 + Math.floor(random() * 20)) * 60_000,
    concurrency: 1 + Math.floor(random() * 4),
    perMinute: random() < 0.3 ? 10 : 10_000,
    maxAttempts: random() < 0.3 ? 2 : 12,
    resends: random() < 0.1,
    isPatient: random() < 0.03,
  };
}
