import type { Clock } from '../../clock.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { LocalSystem } from '../local-system.ts';
import { attachmentBytes } from './attachment-bytes.ts';
import { attachmentSource } from './attachment-source.ts';
import type { Session } from './create-session.ts';
import { readFailed } from './read-failed.ts';
import type { RestLocalOptions } from './rest-local-options.ts';

export interface AttachmentReaderDeps {
  readonly client: HttpClient;
  readonly clock: Clock;
  readonly session: Session;
  readonly options: Pick<RestLocalOptions, 'baseUrl' | 'attachmentHosts'>;
}

/**
 * Fetches attachments: from the application's own host with its headers, from a listed host without them. Asked once; what
 * may pass is `unreachable`, what never will is `refused`.
 */
export function createAttachmentReader(deps: AttachmentReaderDeps): LocalSystem['fetchAttachment'] {
  const { client, clock, session, options } = deps;
  return async (url, maxBytes, stop) => {
    const source = attachmentSource(url, options);
    if (source.kind === 'refused') return readFailed('refused', source.detail);
    if (source.kind === 'foreign') {
      return attachmentBytes(await client.fetchForeign(source.url, { maxBytes, stop }), clock.now());
    }
    const request = { method: 'GET', path: source.path, absolutePath: true, maxBytes, stop } as const;
    return session.read(
      async (lent) => attachmentBytes(await client.exchange({ ...request, ...lent }), clock.now()),
      stop,
    );
  };
}
