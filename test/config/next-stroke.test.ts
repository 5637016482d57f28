import { expect, it } from 'vitest';
import { nextStroke } from '../../src/config/next-stroke.ts';

it.each([
  ['*/2 * * * *', '2026-08-03T01:00:00Z', '2026-08-03T01:02:00Z'],
  ['*/2 * * * *', '2026-08-03T01:00:59.999Z', '2026-08-03T01:02:00Z'],
  ['0 8 * * 1', '2026-08-03T00:59:59Z', '2026-08-03T01:00:00Z'],
  ['0 8 * * 1', '2026-08-03T01:00:00Z', '2026-08-10T01:00:00Z'],
  ['30 5 * * * *', '2026-08-03T01:00:00Z', '2026-08-03T01:05:30Z'],
])('finds the stroke of %s after %s', (expression, after, next) => {
  const found = nextStroke({ expression, timezone: 'Asia/Jakarta' }, Date.parse(after));
  expect(new Date(found).toISOString()).toBe(new Date(next).toISOString());
});

it('gives eight days later where none comes before', () => {
  const after = Date.parse('2026-08-03T01:00:00Z');
  expect(nextStroke({ expression: '0 0 1 1 *', timezone: 'UTC' }, after)).toBe(after + 8 * 86_400_000);
});
