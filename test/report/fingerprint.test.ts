import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/report/fingerprint.ts';

describe('fingerprint()', () => {
  it('is the SHA-256 of the canonical JSON', () => {
    expect(fingerprint({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('is equal for equal content in another order or normal form', () => {
    expect(fingerprint({ a: 'é', b: undefined, c: [1] })).toBe(fingerprint({ c: [1], a: 'e\u0301' }));
  });

  it('differs when anything differs', () => {
    const values = [{ a: 1 }, { a: '1' }, { a: null }, { a: [1] }, { b: 1 }, [{ a: 1 }], [1, 2], [2, 1]];
    expect(new Set(values.map(fingerprint)).size).toBe(values.length);
  });
});
