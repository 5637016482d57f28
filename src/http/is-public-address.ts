import { BlockList, isIP } from 'node:net';

/** IPv4 ranges that are no public host: IANA special-purpose registry, multicast and the reserved class E. */
const NOT_PUBLIC_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/**
 * Parts of 2000::/3 that are no public host or carry an IPv4 address inside (Teredo, 6to4). Loopback, unique local,
 * link-local, multicast, mapped and NAT64 addresses all lie outside 2000::/3.
 */
const NOT_PUBLIC_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const notPublic = new BlockList();
for (const [network, prefix] of NOT_PUBLIC_V4) notPublic.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of NOT_PUBLIC_V6) notPublic.addSubnet(network, prefix, 'ipv6');

const globalUnicastV6 = new BlockList();
globalUnicastV6.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an IP address belongs to the public internet. Anything else is refused for attachments from foreign hosts,
 * so that no report can make the bridge fetch from the city's own network: private, loopback, link-local and cloud
 * metadata, carrier NAT, multicast, unspecified, reserved; also what is no address at all or carries a zone.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  return globalUnicastV6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}
