import { onTestFinished } from 'vitest';
import { createHttpClient } from '../../../src/http/create-http-client.ts';
import type { LocalSystem } from '../../../src/local/local-system.ts';
import { createOpen311Local } from '../../../src/local/open311/create-open311-local.ts';
import type { Open311LocalOptions } from '../../../src/local/open311/open311-local-options.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { API_KEY, type Open311ServerOptions, openOpen311Server } from './open311-server.ts';

/** A server, and the form that speaks with it. */
export async function openOpen311(
  given: Partial<Open311ServerOptions> = {},
  changes: Partial<Open311LocalOptions> = {},
) {
  const clock = createFakeClock();
  const server = await openOpen311Server({ now: clock.now, ...given });
  const open = (more: Partial<Open311LocalOptions> = {}): LocalSystem => {
    const options: Open311LocalOptions = {
      baseUrl: server.baseUrl,
      jurisdictionId: null,
      apiKey: API_KEY,
      updates: true,
      pageSize: 100,
      zone: 'Asia/Jakarta',
      attachmentHosts: [],
      ...changes,
      ...more,
    };
    const client = createHttpClient({
      baseUrl: server.baseUrl,
      headers: {},
      limits: { perMinute: 100_000, concurrency: 1, timeoutMs: 5_000 },
      ca: null,
      proxy: null,
      foreignHosts: [],
      clock,
      userAgent: 'jembatan/test',
    });
    const local = createOpen311Local({ client, options, clock, random: () => 0 });
    onTestFinished(() => local.close());
    return local;
  };
  return { clock, server, open, local: open() };
}
