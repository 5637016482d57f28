import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { holdLock } from '../../../src/ledger/sqlite/hold-lock.ts';
import { openSqlite } from '../../../src/ledger/sqlite/open-sqlite.ts';
import { makeLedger, makeRow } from '../../support/make-ledger.ts';

type Task = 'hold' | 'write';

/** A process of its own that holds the lock `file`, or writes to the ledger `file` without end. */
export interface LedgerProcess {
  /** The next line it says: `held`, or the local id of a case that is written for certain. */
  heard(): Promise<string>;
  /** Ends it as a power cut would. Gives what it said meanwhile. */
  kill(): Promise<readonly string[]>;
}

const SELF = fileURLToPath(import.meta.url);

export function startLedgerProcess(task: Task, file: string): LedgerProcess {
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', SELF, task, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LEDGER_PROCESS: '1' },
  });
  return listen(child);
}

function listen(child: ChildProcess & { readonly stdout: NodeJS.ReadableStream }): LedgerProcess {
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async heard() {
      const line = await lines.next();
      if (line.done === true) throw new Error('the process ended by itself');
      return line.value;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
      const rest: string[] = [];
      for (let line = await lines.next(); line.done !== true; line = await lines.next()) rest.push(line.value);
      return rest;
    },
  };
}

const WRITERS = 4;

/** Every writer says what it wrote only once the ledger has promised it. */
async function write(file: string): Promise<never> {
  const { ledger } = makeLedger(openSqlite(file, { create: true }));
  let last = 0;
  async function writeOn(): Promise<never> {
    for (;;) {
      last += 1;
      const localId = String(last);
      await ledger.recordLocalPage(
        { rows: [makeRow({ localId })], rejected: [], position: last, at: last, dueAt: () => null },
        () => [{ type: 'open', route: 'file', nationalId: null }],
      );
      writeSync(1, `${localId}\n`);
    }
  }
  return await Promise.race(Array.from({ length: WRITERS }, writeOn));
}

/** Says so only once whatever nobody refers to any more is gone. */
async function hold(file: string): Promise<void> {
  holdLock(file);
  await setImmediate();
  globalThis.gc?.();
  await setImmediate();
  writeSync(1, 'held\n');
  setInterval(() => undefined, 60_000);
}

if (process.env.LEDGER_PROCESS === '1') {
  const [, , task, file = ''] = process.argv;
  if (task === 'hold') await hold(file);
  else await write(file);
}
