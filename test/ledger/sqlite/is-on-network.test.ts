import { expect, it } from 'vitest';
import { isOnNetwork } from '../../../src/ledger/sqlite/is-on-network.ts';

it.each([
  ['NFS', 0x6969, true],
  ['SMB 2, with the sign of a kernel of 32 bits', 0xfe53_4d42 | 0, true],
  ['ext4', 0xef53, false],
  ['a file system in memory', 0x0102_1994, false],
])('isOnNetwork() of %s', (_name, type, expected) => {
  expect(isOnNetwork('/data/ledger.sqlite', (folder) => (folder === '/data' ? type : 0))).toBe(expected);
});
