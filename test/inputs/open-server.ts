import { onTestFinished } from 'vitest';
import { type ReceivedRequest, startServer, type TestServer } from '../http/start-server.ts';
import { framed } from './framed.ts';
import type { Stage } from './stage.ts';

/** A bare socket that answers properly, with what `goodBody` says, until it is told to answer otherwise. */
export async function openServer(
  goodBody: (request: ReceivedRequest) => string,
): Promise<{ readonly server: TestServer; readonly answer: Stage['answer'] }> {
  let reply: Parameters<Stage['answer']>[0] = (good, socket) => socket.write(framed(good));
  const server = await startServer((socket, request) => reply(goodBody(request), socket, request));
  onTestFinished(() => server.close());
  return {
    server,
    answer(how) {
      reply = how;
    },
  };
}
