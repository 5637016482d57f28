import { expect, it } from 'vitest';
import { peerClockMs } from '../../src/http/peer-clock-ms.ts';

const DATE = 'Mon, 03 Aug 2026 01:00:00 GMT';

it('reads the clock of who answered, and not of a store on the way', () => {
  expect(peerClockMs({ date: DATE })).toBe(Date.UTC(2026, 7, 3, 1));
  expect(peerClockMs({ date: DATE, age: '0' })).toBe(Date.UTC(2026, 7, 3, 1));
  expect(peerClockMs({ date: DATE, age: '30' })).toBeNull();
  expect(peerClockMs({ date: 'now' })).toBeNull();
  expect(peerClockMs({})).toBeNull();
});
