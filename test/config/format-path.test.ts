import { describe, expect, it } from 'vitest';
import { formatPath } from '../../src/config/format-path.ts';

describe('formatPath()', () => {
  it.each([
    [[], ''],
    [['national', 'limits', 'perMinute'], 'national.limits.perMinute'],
    [['notify', 0, 'url'], 'notify[0].url'],
    [[2, 'from'], '[2].from'],
  ])('writes %j as %j', (path, text) => {
    expect(formatPath(path)).toBe(text);
  });
});
