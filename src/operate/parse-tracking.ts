import { InvalidArgumentError } from 'commander';
import { isTrackingNumber } from './parse-resolutions.ts';

/** An argument that is a tracking number; throws `InvalidArgumentError`. */
export function parseTracking(text: string): string {
  if (!isTrackingNumber(text)) throw new InvalidArgumentError('a LAPOR! tracking number: digits only');
  return text;
}
