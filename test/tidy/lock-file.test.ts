import { describe, expect, it } from 'vitest';
import { lockFile } from './checks/lock-file.ts';

describe('lockFile()', () => {
  it('refuses a package with the address it came from', () => {
    const text = JSON.stringify({ packages: { '': {}, a: { resolved: 'https://example.org/a.tgz' }, b: {} } });
    expect(lockFile({ path: 'package-lock.json', text })).toEqual([
      'package-lock.json: a names the registry it came from',
    ]);
  });

  it('lets pass packages without one', () => {
    const text = JSON.stringify({ packages: { '': {}, a: { version: '1.0.0' } } });
    expect(lockFile({ path: 'package-lock.json', text })).toEqual([]);
  });
});
