import type { HttpBody } from '../http/http-client.ts';
import type { SendDeps } from './send-message.ts';

/**
 * Asks one address of people's, by POST where there is a body; false: it did not take it, or nobody knows. A redirect is
 * not followed, and counts as not taken.
 */
export async function visit(
  { clientOf, stop }: Pick<SendDeps, 'clientOf' | 'stop'>,
  url: string,
  { headers = {}, body }: { readonly headers?: Readonly<Record<string, string>>; readonly body?: HttpBody } = {},
): Promise<boolean> {
  const { origin, pathname, search } = new URL(url);
  const client = clientOf(origin, headers);
  const sent = body === undefined ? ({ method: 'GET' } as const) : ({ method: 'POST', body } as const);
  try {
    const answer = await client.exchange({ ...sent, path: `${pathname}${search}`, stop });
    return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
  } finally {
    client.close();
  }
}
