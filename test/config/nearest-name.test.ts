import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/config/nearest-name.ts';

const KNOWN = ['perMinute', 'concurrency', 'timeout', 'pause'];

describe('nearestName()', () => {
  it.each([
    ['perMinut', 'perMinute'],
    ['per_minute', 'perMinute'],
    ['TIMEOUT', 'timeout'],
    ['timeoutMs', 'timeout'],
    ['pauze', 'pause'],
    ['colour', null],
    ['', null],
  ])('finds for %j: %j', (name, nearest) => {
    expect(nearestName(name, KNOWN)).toBe(nearest);
  });

  it('finds nothing where nothing is known', () => {
    expect(nearestName('a', [])).toBeNull();
  });
});
