import { besideBare, type Load } from './beside-bare.ts';
import type { Figure } from './figure.ts';

/** E4 and then the write-back, beside a bare client that makes the same two calls for each report. */
export async function roundTrip(load: Load): Promise<readonly Figure[]> {
  return await besideBare(load, 'round trip');
}
