import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pick } from '../../src/simulate/pick.ts';
import type { City, Ended } from '../process/create-city.ts';

export interface OperatorOptions {
  readonly random: () => number;
  /** Told of everything that ended as it should not. */
  readonly fail: (violation: string) => void;
  readonly onCommand: (args: readonly string[], ended: Ended) => void;
}

/** A person at the command line, beside the daemon: looks, settles what is stuck by what LAPOR!'s own page shows, backs up. */
export interface Operator {
  /** One look and what follows from it. With haste: everything that waits is settled, nothing is put on hold. */
  act(haste: boolean): Promise<void>;
  /** Heads of the history that `status` showed, oldest first. */
  readonly heads: readonly string[];
  /** Reports that waited for a person because nobody knew whether they had arrived. */
  readonly settled: ReadonlySet<string>;
  /** How many commands were killed. */
  killed(): number;
}

interface Item {
  readonly localId: string;
  readonly kind: string;
  readonly state: string;
  readonly next: string;
}

/** What was on its way when it was given up has arrived or never will. */
const SURE_MS = 300;
const KILLED_SHARE = 0.15;
const KILL_MAX_MS = 500;
const SOMETIMES = 0.4;
const SELDOM = 0.15;

export function createOperator(city: City, { random, fail, onCommand }: OperatorOptions): Operator {
  const heads: string[] = [];
  const settled = new Set<string>();
  const held = new Set<string>();
  let killed = 0;
  let backups = 0;

  /** `null`: it was killed by chance. */
  async function command(...args: string[]): Promise<Ended | null> {
    const { child, ended } = city.start(...args);
    const timer = random() < KILLED_SHARE ? setTimeout(() => child.kill('SIGKILL'), random() * KILL_MAX_MS) : undefined;
    const how = await ended;
    clearTimeout(timer);
    onCommand(args, how);
    if (how.signal === 'SIGKILL') killed += 1;
    else if (how.code !== 0 && how.code !== 1) fail(`jembatan ${args.join(' ')} ended with ${how.code}: ${how.err}`);
    return how.signal === null ? how : null;
  }

  async function look(): Promise<void> {
    const status = await command('status', '--json');
    if (status === null) return;
    const { head } = (JSON.parse(status.out) as { ledger: { head: string | null } }).ledger;
    if (head !== null) heads.push(head);
  }

  async function settle(): Promise<void> {
    const shown = await command('parked', '--json');
    const items = shown === null ? [] : (JSON.parse(shown.out) as readonly Item[]);
    const unknown = items.filter(
      ({ kind, state, next }) => kind === 'create' && state === 'parked' && /resolve/.test(next),
    );
    if (unknown.length > 0) await resolve(unknown.map(({ localId }) => localId));
    for (const { next } of items) {
      const [, verb, id] = /^jembatan (retry) (\S+)$/.exec(next) ?? [];
      if (verb !== undefined && id !== undefined) await command(verb, id);
    }
  }

  async function resolve(ids: readonly string[]): Promise<void> {
    await wait(SURE_MS);
    const lines = ids.map((id) => `${id} ${city.numberOf(id) ?? 'absent'}`);
    writeFileSync(join(city.folder, 'found.txt'), `${lines.join('\n')}\n`);
    for (const id of ids) settled.add(id);
    await command('resolve', '--file', 'found.txt');
  }

  async function letPass(): Promise<void> {
    const status = await command('status');
    if (status !== null && /jembatan confirm\s*$/m.test(status.out)) await command('confirm');
  }

  async function hold(): Promise<void> {
    const { id } = pick(city.local.world.reports(), random);
    held.add(String(id));
    await command('hold', String(id));
  }

  async function release(): Promise<void> {
    for (const id of held) {
      // Killed or not, it was done where the next one says that there is nothing to do.
      if ((await command('release', id)) !== null) held.delete(id);
    }
  }

  async function backUp(): Promise<void> {
    backups += 1;
    await command('backup', `backup/${backups}.sqlite`);
  }

  return {
    async act(haste) {
      await settle();
      if (haste || random() < SOMETIMES) await letPass();
      if (haste || random() < SOMETIMES) await release();
      if (random() < SOMETIMES) await look();
      if (!haste && random() < SOMETIMES) await hold();
      if (random() < SELDOM) await backUp();
    },
    heads,
    settled,
    killed: () => killed,
  };
}
