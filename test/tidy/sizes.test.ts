import { describe, expect, it } from 'vitest';
import { sizes } from './checks/sizes.ts';

describe('sizes()', () => {
  it('refuses one line more than allowed', () => {
    expect(sizes([{ path: 'a.ts', text: 'x\n'.repeat(201) }], 200)).toEqual(['a.ts has 201 lines, 200 are the most']);
  });

  it('lets pass as many lines as allowed, ended or not', () => {
    const full = 'x\n'.repeat(200);
    expect(
      sizes(
        [
          { path: 'a.ts', text: full },
          { path: 'b.ts', text: full.trimEnd() },
        ],
        200,
      ),
    ).toEqual([]);
  });
});
