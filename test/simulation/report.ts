import { DELIVERY_STATES } from '../../src/ledger/delivery.ts';
import { DELIVERY_EVENTS, LIFECYCLE } from '../../src/ledger/lifecycle.ts';
import { FAULTS_OF } from './families.ts';
import type { Outcome } from './run-seeds.ts';

const ENOUGH = 20;

/** Every edge of the lifecycle that a simulation can take, as `state event`. */
const EDGES = DELIVERY_STATES.flatMap((state) =>
  DELIVERY_EVENTS.filter((event) => LIFECYCLE[state][event] !== null).map((event) => `${state} ${event}`),
);

const FAULTS = [...new Set<string>(Object.values(FAULTS_OF).flat())].sort(
  (a, b) => Number(a.slice(1)) - Number(b.slice(1)),
);

/** How often each fault struck and each edge was taken. */
export function report({ hits }: Outcome): string {
  const line = (names: readonly string[]) => names.map((name) => `${name}: ${hits[name] ?? 0}`).join('  ');
  return `faults  ${line(FAULTS)}\nedges   ${line(EDGES)}`;
}

/** What was met fewer than twenty times. */
export function missing({ hits }: Outcome): readonly string[] {
  return [...FAULTS, ...EDGES].filter((name) => (hits[name] ?? 0) < ENOUGH);
}
