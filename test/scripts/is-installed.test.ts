import { describe, expect, it } from 'vitest';
import { isInstalled } from '../../scripts/is-installed.mjs';

const A = { version: '1.0.0', integrity: 'sha512-a' };

describe('isInstalled()', () => {
  it.each([
    ['nothing was ever installed', null],
    ['a package is missing', {}],
    ['a package has another version', { a: { ...A, version: '1.0.1' } }],
    ['a package has other contents', { a: { ...A, integrity: 'sha512-b' } }],
    ['a package is there that nobody asked for', { a: A, b: A }],
  ])('says no where %s', (_, packages) => {
    const installed = packages === null ? null : { packages };
    expect(isInstalled({ packages: { '': { version: '0.1.0' }, a: A } }, installed)).toBe(false);
  });

  it('says yes where all is there, but for what is optional and of another platform', () => {
    const wanted = { packages: { '': { version: '0.1.0' }, a: A, b: { ...A, optional: true } } };
    expect(isInstalled(wanted, { packages: { a: A } })).toBe(true);
  });
});
