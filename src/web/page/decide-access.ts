import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '../../config/is-loopback.ts';
import type { Config } from '../../config/to-config.ts';

/** `refuse`: not an address of ours, or nobody could prove who he is; `act`: signed in. */
export type Access = 'refuse' | 'sign-in' | 'read' | 'act';

/** Set by whoever passes a request on for somebody else. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip'] as const;

/**
 * What a visitor may do. Reading is open to who sits at this machine, where the page is served to it alone; everybody else
 * signs in. The name in `Host` must be one of ours: a stranger's page could make its own name lead to this machine.
 */
export function decideAccess(
  headers: IncomingHttpHeaders,
  { host, hosts, token }: Config['web'],
  isSignedIn: boolean,
): Access {
  const named = nameOf(headers.host);
  if (named === null) return 'refuse';
  const isOurs = isLoopback(named.name) || named.name === host.toLowerCase() || hosts.some(isOneOf(named));
  if (!isOurs) return 'refuse';
  if (isSignedIn) return 'act';
  const isForwarded = FORWARDED.some((header) => headers[header] !== undefined);
  if (isLoopback(host) && isLoopback(named.name) && !isForwarded) return 'read';
  return token === null ? 'refuse' : 'sign-in';
}

interface Named {
  readonly name: string;
  /** With its port. */
  readonly full: string;
}

function nameOf(header: string | undefined): Named | null {
  if (header === undefined || !/^[\w.:[\]-]{1,255}$/.test(header) || !URL.canParse(`http://${header}`)) return null;
  return { name: new URL(`http://${header}`).hostname.toLowerCase(), full: header.toLowerCase() };
}

function isOneOf({ name, full }: Named): (known: string) => boolean {
  return (known) => known === name || known === full;
}
