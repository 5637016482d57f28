import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import type { Log } from '../logger.ts';
import { createHookRoute } from './create-hook-route.ts';
import { createWebServer } from './create-web-server.ts';
import type { WebRoute } from './web-route.ts';

export interface WebParts {
  readonly config: Pick<Config, 'web'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly onHook: (localId: string | null) => void;
  /** What is served besides the hook. */
  readonly routes: readonly WebRoute[];
}

/**
 * Listens at `web.host` and `web.port` where anything is to be served there; gives the way to end it. An address that
 * cannot be had is logged, and ends nothing: reading goes on as ever.
 */
export async function startWeb({ config, clock, log, onHook, routes: others }: WebParts): Promise<() => Promise<void>> {
  const { host, port, hookSecret: secret } = config.web;
  const onOutcome = (outcome: string) => log({ event: 'hook', outcome });
  const hook = secret === null ? [] : [createHookRoute({ secret, clock, onHook, onOutcome })];
  const routes: readonly WebRoute[] = [...hook, ...others];
  if (routes.length === 0) return async () => undefined;
  const server = createWebServer(routes);
  try {
    log({ event: 'web-listens', port: await server.start({ host, port }) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    log({ event: 'web-failed', code });
    return async () => undefined;
  }
  return () => server.stop();
}
