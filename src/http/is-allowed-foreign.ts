import { isIP } from 'node:net';
import { isPublicAddress } from './is-public-address.ts';

/**
 * Whether `url` may be fetched from outside the side's own base URL: https, a host (`host` or `host:port`) on the list,
 * no credentials in it, and no literal address that is not public. What a name leads to is checked on connecting.
 */
export function isAllowedForeign(url: URL, hosts: readonly string[]): boolean {
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  if (!hosts.some((host) => host.toLowerCase() === url.host)) return false;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) === 0 || isPublicAddress(literal);
}
