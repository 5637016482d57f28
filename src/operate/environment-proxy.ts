import type { Host } from './host.ts';

/** The proxy that the environment names, as curl reads it; `null`: none. */
export function environmentProxy({ env }: Pick<Host, 'env'>): string | null {
  return env.HTTPS_PROXY ?? env.https_proxy ?? env.HTTP_PROXY ?? env.http_proxy ?? null;
}
