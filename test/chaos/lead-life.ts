import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readHolder } from '../../src/ledger/sqlite/holder.ts';
import type { RequestRecord } from '../../src/simulate/request-record.ts';
import type { City, Ended } from '../process/create-city.ts';
import type { Life, Moment } from './draw-life.ts';

/** How one process of the bridge really ended. */
export interface Led extends Ended {
  /** From its start, milliseconds. */
  readonly livedMs: number;
  /** How long it took to end after the first stop signal; `null`: it got none. */
  readonly stoppedMs: number | null;
}

/** A process that never does what its moment waits for is struck then. */
const WAIT_MAX_MS = 6_000;

/** Starts a process, ends it at its moment, and waits until it is gone. One that ended by itself before is left alone. */
export async function leadLife(city: City, { args, moment, end }: Life): Promise<Led> {
  const startedAt = performance.now();
  const { child, ended, errors } = city.start(...args);
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  await until(city, moment, { pid: child.pid, isOver });
  const struckAt = performance.now();
  child.kill(end === 'kill' ? 'SIGKILL' : 'SIGTERM');
  if (end === 'stop-twice') {
    // Two signals at once are handed over as one.
    while (!isOver() && !errors().includes('"event":"stopping"') && performance.now() < struckAt + WAIT_MAX_MS) {
      await wait(1);
    }
    child.kill('SIGTERM');
  }
  const how = await ended;
  const now = performance.now();
  return {
    ...how,
    livedMs: Math.round(now - startedAt),
    stoppedMs: end === 'kill' ? null : Math.round(now - struckAt),
  };
}

/** Waits for the moment, or for the end of the process. */
async function until(
  city: City,
  moment: Moment,
  process: { readonly pid: number | undefined; readonly isOver: () => boolean },
): Promise<void> {
  const isReached = watchFor(city, moment, process.pid);
  const giveUpAt = performance.now() + WAIT_MAX_MS;
  while (!isReached() && !process.isOver() && performance.now() < giveUpAt) await wait(1);
  const overAt = performance.now() + moment.ms;
  while (performance.now() < overAt && !process.isOver()) await wait(1);
}

/** Whether what the moment waits for has happened. */
function watchFor(city: City, moment: Moment, pid: number | undefined): () => boolean {
  switch (moment.kind) {
    case 'clock':
      return () => true;
    case 'opening':
      return () => readHolder(join(city.folder, 'data', 'ledger.sqlite.holder'))?.pid === pid;
    case 'request': {
      const { operation, count } = moment;
      const logs = [city.local.requests, city.national.requests].map((log) => ({ log, from: log.length }));
      const isOne = (request: RequestRecord) => operation === null || request.operation === operation;
      return () => logs.flatMap(({ log, from }) => log.slice(from)).filter(isOne).length >= count;
    }
  }
}
