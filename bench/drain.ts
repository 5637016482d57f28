import { besideBare, type Load } from './beside-bare.ts';
import type { Figure } from './figure.ts';

/** From `ready` to `done` of E4 alone, beside a bare client that posts the same bodies. */
export async function drain(load: Load): Promise<readonly Figure[]> {
  return await besideBare(load, 'drain');
}
