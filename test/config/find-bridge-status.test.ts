import { describe, expect, it } from 'vitest';
import { findBridgeStatus } from '../../src/config/find-bridge-status.ts';
import { configOf } from './load-text.ts';

const { statuses } = configOf('', {
  maps: { 'statuses.yaml': 'national: { Sudah Terverifikasi: verified, SELESAI: closed }\nlocal: { closed: selesai }' },
}).maps;

describe('findBridgeStatus()', () => {
  it.each([
    ['Sudah Terverifikasi', 'verified'],
    ['SUDAH\u00a0TERVERIFIKASI ', 'verified'],
    ['Selesai', 'closed'],
    ['Status Baru', null],
    ['', null],
    ['constructor', null],
  ])('finds for %j: %j', (name, expected) => {
    expect(findBridgeStatus(statuses, name)).toBe(expected);
  });
});
