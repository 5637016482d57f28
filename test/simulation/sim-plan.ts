import type { Config } from '../../src/config/to-config.ts';
import { seededRandom } from '../../src/simulate/seeded-random.ts';

/** Families of faults: a seed turns each on with probability one in four and draws its rate. */
const FIRST_FAMILIES = [
  'not-sent',
  'lost-request',
  'lost-answer',
  'late-effect',
  'error-before',
  'error-after',
  'gateway-timeout',
  'html',
  'no-id',
  'conflict',
  'throttled',
  'credentials',
  'suspended',
  'refused',
  'index-lag',
  'twice',
  'never-answered',
  'read-unreachable',
  'read-malformed',
  'read-throttled',
  'read-slow',
  'late-rows',
  'paging-shift',
  'endless-pages',
  'empty-list',
  'vanish',
  'id-reuse',
  'duplicate-rows',
  'flap',
  'disorder',
  'schema-drift',
  'stale-reads',
  'edits',
  'privacy-raise',
  'keyed-in',
  'empty-text',
  'operator',
  'wrong-command',
  'crash',
  'crash-in-recovery',
  'long-downtime',
  'sigterm',
  'port-bug',
  'freeze',
  'suspend',
  'config-change',
  'clock-jump',
  'clock-leap',
  'ledger-full',
  'ledger-busy',
  'swizzle',
] as const;

/** Came later, and are drawn from a stream of their own: seeds that were kept stay what they were. */
const LATER_FAMILIES = ['rolled-back', 'slow-disk'] as const;

/** LAPOR! offers its list, and reports are born there: a stream of its own again. */
const LIST_FAMILY = 'list';

/** Institutions give reports back: a stream of its own once more. */
const RETURN_FAMILY = 'given-back';

/** People change their minds after all was sent: reports deleted, restored and reopened, answers edited and taken back. */
const SECOND_FAMILY = 'second-thoughts';

export const FAMILIES = [...FIRST_FAMILIES, ...LATER_FAMILIES, LIST_FAMILY, RETURN_FAMILY, SECOND_FAMILY] as const;
export type Family = (typeof FAMILIES)[number];

/** The faults of the table in `docs/lifecycle.md` that a family stands for; what people do by right stands for none. */
export const FAULTS_OF = {
  'not-sent': ['F1', 'F2', 'F3', 'F20'],
  'lost-request': ['F4', 'F19'],
  'lost-answer': ['F5', 'F6', 'F10'],
  'late-effect': ['F7'],
  'error-before': ['F8'],
  'error-after': ['F8'],
  'gateway-timeout': ['F9'],
  html: ['F12', 'F21'],
  'no-id': ['F11'],
  conflict: ['F13'],
  throttled: ['F14'],
  credentials: ['F15'],
  suspended: ['F14'],
  refused: ['F13'],
  'index-lag': ['F16'],
  twice: ['F17'],
  'never-answered': ['F18', 'F19'],
  'read-unreachable': ['F2', 'F9'],
  'read-malformed': ['F21', 'F22'],
  'read-throttled': ['F14'],
  'read-slow': ['F18'],
  'late-rows': ['F24'],
  'paging-shift': ['F23'],
  'endless-pages': ['F26'],
  'empty-list': ['F27'],
  vanish: ['F28', 'F29'],
  'id-reuse': ['F30'],
  'duplicate-rows': ['F31'],
  flap: ['F32'],
  disorder: ['F33'],
  'schema-drift': ['F34'],
  'stale-reads': ['F35', 'F36'],
  edits: ['F37'],
  'privacy-raise': ['F38'],
  'keyed-in': [],
  'empty-text': [],
  operator: [],
  'wrong-command': ['F72'],
  crash: ['F39', 'F43'],
  'crash-in-recovery': ['F40'],
  'long-downtime': ['F41'],
  sigterm: ['F42'],
  'port-bug': ['F46'],
  freeze: ['F44'],
  suspend: ['F44', 'F69'],
  'config-change': ['F49'],
  'clock-jump': ['F68'],
  'clock-leap': ['F68'],
  'ledger-full': ['F50'],
  'ledger-busy': ['F58'],
  swizzle: ['F2', 'F41'],
  'rolled-back': ['F56'],
  'slow-disk': ['F60'],
  list: [],
  'second-thoughts': [],
  'given-back': [],
} as const satisfies Record<Family, readonly string[]>;

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
