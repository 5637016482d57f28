import { setTimeout as wait } from 'node:timers/promises';
import type { Operation } from '../../src/simulate/operation.ts';
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
const WAIT_MAX_MS = 2_500;

/** Starts a process, ends it at its moment, and waits until it is gone. One that ended by itself before is left alone. */
export async function leadLife(city: City, { args, moment, end }: Life): Promise<Led> {
  const startedAt = performance.now();
  const { child, ended, errors } = city.start(...args);
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  await until(city, moment, isOver);
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

async function until(city: City, moment: Moment, isOver: () => boolean): Promise<void> {
  if (moment.kind === 'request') {
    const giveUpAt = performance.now() + WAIT_MAX_MS;
    const wanted = countOf(city, moment.operation) + moment.count;
    while (countOf(city, moment.operation) < wanted && !isOver() && performance.now() < giveUpAt) await wait(1);
  }
  const overAt = performance.now() + moment.ms;
  while (performance.now() < overAt && !isOver()) await wait(1);
}

function countOf({ local, national, requestCount }: City, operation: Operation | null): number {
  if (operation === null) return requestCount();
  const isOne = (request: RequestRecord) => request.operation === operation;
  return local.requests.filter(isOne).length + national.requests.filter(isOne).length;
}
