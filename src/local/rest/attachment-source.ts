import type { RestLocalOptions } from './rest-local-options.ts';

/** Where an attachment is fetched from. `refused` carries the reason, a word of ours. */
export type AttachmentSource =
  | { readonly kind: 'own'; readonly path: string }
  | { readonly kind: 'foreign'; readonly url: URL }
  | { readonly kind: 'refused'; readonly detail: 'bad-url' | 'scheme' | 'credentials' | 'foreign-host' };

/**
 * Resolves an attachment's URL against the base URL by RFC 3986: `/storage/x` is on the host, not under `/api` (local
 * contract, section 1). The base URL's own host and port are ours, so that the side's headers go there; any other host
 * must be listed, and is asked by https without them.
 */
export function attachmentSource(
  url: string,
  { baseUrl, attachmentHosts }: Pick<RestLocalOptions, 'baseUrl' | 'attachmentHosts'>,
): AttachmentSource {
  if (!URL.canParse(url, baseUrl)) return { kind: 'refused', detail: 'bad-url' };
  const base = new URL(baseUrl);
  const resolved = new URL(url, base);
  if (resolved.protocol !== 'http:' && resolved.protocol !== 'https:') return { kind: 'refused', detail: 'scheme' };
  if (resolved.username !== '' || resolved.password !== '') return { kind: 'refused', detail: 'credentials' };
  if (hostAndPort(resolved) === hostAndPort(base)) return { kind: 'own', path: resolved.pathname + resolved.search };
  if (!attachmentHosts.some((host) => host.toLowerCase() === resolved.host)) {
    return { kind: 'refused', detail: 'foreign-host' };
  }
  return resolved.protocol === 'https:' ? { kind: 'foreign', url: resolved } : { kind: 'refused', detail: 'scheme' };
}

function hostAndPort({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
}
