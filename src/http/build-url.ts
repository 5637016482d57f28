/**
 * Absolute URL of a request. `baseUrl` may end in a slash; `path` begins with one and is already URL-encoded; a query it
 * carries is kept and added to.
 */
export function buildUrl(
  baseUrl: string,
  path: string,
  query: Readonly<Record<string, string | number>> | undefined,
): string {
  // Without its slash a path could become part of the host name, and the credentials would go to that host.
  if (!path.startsWith('/')) throw new Error('a request path must begin with a slash');
  const url = baseUrl.replace(/\/+$/, '') + path;
  if (query === undefined) return url;
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) parameters.append(name, String(value));
  if (parameters.size === 0) return url;
  return `${url}${path.includes('?') ? '&' : '?'}${parameters}`;
}
