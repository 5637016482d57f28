import type { Vault } from '../../src/ledger/verbs/payload.ts';

/** A vault whose keys follow from the seed. */
export function createSimVault(random: () => number): Vault {
  const randomBytes = (size: number) => Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
  return { masterKey: new Uint8Array(32).fill(7), randomBytes };
}
