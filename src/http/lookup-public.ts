import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './is-public-address.ts';

/** Error code of a host whose name leads to an address that is not public. */
export const FORBIDDEN_ADDRESS = 'ERR_FORBIDDEN_ADDRESS';

/**
 * Resolves a host name for `net.connect` and refuses it when any of its addresses is not public. The addresses checked
 * are the ones connected to, so a name that changes its address in between (DNS rebinding) gains nothing.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, []);
    const refusal = refusalOf(addresses);
    if (refusal !== null) return callback(refusal, []);
    if (options.all === true) return callback(null, addresses);
    const first = addresses[0];
    return callback(null, first?.address ?? '', first?.family);
  });
};

function refusalOf(addresses: readonly LookupAddress[]): NodeJS.ErrnoException | null {
  if (addresses.length > 0 && addresses.every(({ address }) => isPublicAddress(address))) return null;
  return Object.assign(new Error('the host has no public address'), { code: FORBIDDEN_ADDRESS });
}
