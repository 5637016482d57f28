import type { NotReachedCause } from './outcome.ts';

/** How long the gateway holds a back end suspended (fault 303001), milliseconds. */
export const SUSPENDED_MS = 30_000;

/**
 * Faults the gateway answers by itself, so that nothing reached LAPOR! (contract page, "Errors"). Every other code,
 * 101503 to 101505 included, tells nothing about that.
 */
const CAUSES: Readonly<Record<number, Exclude<NotReachedCause, 'wrong-path'>>> = {
  303001: 'suspended',
  700700: 'blocked',
  900800: 'throttled',
  900900: 'credentials',
  900901: 'credentials',
  900902: 'credentials',
};

export function faultCause(code: number | null): Exclude<NotReachedCause, 'wrong-path'> | null {
  return code === null ? null : (CAUSES[code] ?? null);
}
