import { onTestFinished } from 'vitest';
import type { HttpClient } from '../../src/http/http-client.ts';
import { type ClientSettings, makeClient } from './make-client.ts';
import { type Answer, startServer, type TestServer } from './start-server.ts';

/** A server and a client of it, both gone when the test ends. */
export async function serve(
  answer: Answer,
  settings: ClientSettings = {},
): Promise<{ readonly server: TestServer; readonly client: HttpClient }> {
  const server = await startServer(answer);
  const client = makeClient(server.port, settings);
  onTestFinished(async () => {
    client.close();
    await server.close();
  });
  return { server, client };
}
