import type { Config } from '../../src/config/to-config.ts';

/** Families of faults: a seed turns each on with probability one in four and draws its rate. */
export const FAMILIES = [
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
  'crash',
  'crash-in-recovery',
  'long-downtime',
  'sigterm',
  'clock-jump',
  'ledger-full',
  'ledger-busy',
  'swizzle',
] as const;
export type Family = (typeof FAMILIES)[number];

/** The faults of the reliability page that a family stands for. */
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
  'index-lag': ['F16', 'F35', 'F36'],
  twice: ['F17'],
  'never-answered': ['F18', 'F19'],
  'read-unreachable': ['F2', 'F9'],
  'read-malformed': ['F21', 'F22'],
  'read-throttled': ['F14'],
  'read-slow': ['F18'],
  'late-rows': ['F24'],
  crash: ['F39', 'F43'],
  'crash-in-recovery': ['F40'],
  'long-downtime': ['F41'],
  sigterm: ['F42'],
  'clock-jump': ['F68'],
  'ledger-full': ['F50'],
  'ledger-busy': ['F58'],
  swizzle: ['F2', 'F41'],
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
  readonly resends: boolean;
  /** What differs from the shipped policy. */
  readonly policy?: Partial<Config['policy']>;
}

const HOUR_MS = 3_600_000;
const CALM = 0.1;
const ON = 0.25;

/** Draws what a seed is about. `without` leaves families out, for shrinking. */
export function drawPlan(seed: number, random: () => number, without: ReadonlySet<Family> = new Set()): SimPlan {
  const calm = random() < CALM;
  const rates: Partial<Record<Family, number>> = {};
  for (const family of FAMILIES) {
    const [on, rate] = [random() < ON, random()];
    if (on && !calm && !without.has(family)) rates[family] = rate;
  }
  return {
    seed,
    rates,
    reports: 2 + Math.floor(random() * 7),
    horizonMs: (6 + random() * 18) * HOUR_MS,
    cycleMs: (10 + Math.floor(random() * 30)) * 60_000,
    settleMs: (5 + Math.floor(random() * 20)) * 60_000,
    concurrency: 1 + Math.floor(random() * 4),
    perMinute: random() < 0.3 ? 10 : 10_000,
    resends: false,
  };
}
