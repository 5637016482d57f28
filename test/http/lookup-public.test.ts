import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { lookupPublic } from '../../src/http/lookup-public.ts';

describe('lookupPublic()', () => {
  it.each([{ all: true }, { all: false }])('refuses a name of this machine, asked with %o', async (options) => {
    const lookup = promisify(lookupPublic);
    await expect(lookup('localhost', options)).rejects.toMatchObject({ code: 'ERR_FORBIDDEN_ADDRESS' });
  });

  it('passes on that a name leads nowhere', async () => {
    const lookup = promisify(lookupPublic);
    await expect(lookup('nothing.invalid', {})).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:ENOTFOUND|EAI_AGAIN)$/),
    });
  });

  // Numbers are resolved without asking anybody.
  it('gives a public address in either form', async () => {
    const lookup = promisify(lookupPublic);
    expect(await lookup('8.8.8.8', { all: true })).toEqual([{ address: '8.8.8.8', family: 4 }]);
    expect(await lookup('8.8.8.8', {})).toBe('8.8.8.8');
  });
});
