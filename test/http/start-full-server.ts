import { once } from 'node:events';
import net from 'node:net';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

/** Listens, says where, and never turns to its connections again. */
const NEVER_ACCEPTS = `
  const { parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
`;

/** A port whose queue is full, so that the kernel drops every further attempt to connect, as a firewall does. */
export async function startFullServer(): Promise<number> {
  const worker = new Worker(NEVER_ACCEPTS, { eval: true });
  const [port]: unknown[] = await once(worker, 'message');
  if (typeof port !== 'number') throw new Error('the server says its port');
  const queue = Array.from({ length: 8 }, () => net.connect(port, '127.0.0.1').on('error', () => {}));
  onTestFinished(async () => {
    for (const socket of queue) socket.destroy();
    await worker.terminate();
  });
  await new Promise((resolve) => setImmediate(resolve));
  return port;
}
