import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../src/ledger/seal.ts';

const KEY = new Uint8Array(32).fill(7);
const NONCE = new Uint8Array(12).fill(1);

describe('seal()', () => {
  it('gives back with the same key what was sealed, and shows nothing of it', () => {
    const bytes = fc.uint8Array({ minLength: 8, maxLength: 300 });
    fc.assert(
      fc.property(bytes, (plain) => {
        const sealed = seal(KEY, NONCE, plain);
        expect(Buffer.from(sealed).includes(Buffer.from(plain))).toBe(false);
        expect(Buffer.from(unseal(KEY, sealed) ?? [])).toEqual(Buffer.from(plain));
      }),
    );
  });

  it('seals what is empty, too', () => {
    expect(unseal(KEY, seal(KEY, NONCE, new Uint8Array()))).toHaveLength(0);
  });
});

describe('unseal()', () => {
  it('opens nothing with another key', () => {
    expect(unseal(new Uint8Array(32).fill(8), seal(KEY, NONCE, Buffer.from('teks')))).toBeNull();
  });

  it('opens nothing of which one bit was changed', () => {
    const sealed = seal(KEY, NONCE, Buffer.from('teks'));
    for (const index of sealed.keys()) {
      const changed = Uint8Array.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(unseal(KEY, changed)).toBeNull();
    }
  });

  it.each([0, 11, 12, 27])('opens nothing of %i bytes', (length) => {
    expect(unseal(KEY, seal(KEY, NONCE, Buffer.from('teks')).subarray(0, length))).toBeNull();
  });
});
