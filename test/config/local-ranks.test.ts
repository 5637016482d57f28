import { describe, expect, it } from 'vitest';
import { localRanks } from '../../src/config/local-ranks.ts';
import { makeConfig } from '../support/make-config.ts';

const NAMES = makeConfig().maps.statuses.local;

describe('localRanks()', () => {
  it.each([
    ['selesai', [3, 3]],
    [' SELESAI', [3, 3]],
    ['menunggu', [1]],
    ['dibaca', []],
    ['ignore', []],
    [null, []],
  ] as const)('gives for %s: %o', (status, ranks) => {
    expect(localRanks(status, NAMES)).toEqual(ranks);
  });

  it('gives every rank that a name stands for', () => {
    expect(localRanks('proses', { ...NAMES, verified: 'proses', closed: 'Proses' })).toEqual([1, 3]);
  });
});
