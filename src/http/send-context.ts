import type { Permit } from './gate.ts';

/**
 * What a write is sent with: the permit it was admitted with before its intent was committed, and the signal that
 * breaks it off. A write broken off is classified like any other: `not-sent` only where its socket never connected.
 */
export interface SendContext {
  readonly permit: Permit;
  readonly stop: AbortSignal;
}
