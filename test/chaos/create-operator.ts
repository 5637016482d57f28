import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pick } from '../../src/simulate/pick.ts';
import type { City } from '../process/create-city.ts';
import type { CommandLine } from './create-command-line.ts';

/** A person at the command line, beside the daemon: looks, settles what is stuck by what LAPOR!'s own page shows, backs up. */
export interface Operator {
  /** One look and what follows from it. With haste: everything that waits is settled, nothing is put on hold. */
  act(haste: boolean): Promise<void>;
  /** Heads of the history that `status` showed, oldest first. */
  readonly heads: readonly string[];
  /** Reports that waited for a person because nobody knew whether they had arrived. */
  readonly settled: ReadonlySet<string>;
}

interface Item {
  readonly localId: string;
  readonly kind: string;
  readonly state: string;
  readonly next: string;
}

/** What was on its way when it was given up has arrived or never will. */
const SURE_MS = 300;
const SOMETIMES = 0.4;
const SELDOM = 0.15;

export function createOperator(city: City, { command }: CommandLine, random: () => number): Operator {
  const heads: string[] = [];
  const settled = new Set<string>();
  const held = new Set<string>();
  let backups = 0;

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
      const id = /^jembatan retry (\S+)$/.exec(next)?.[1];
      if (id !== undefined) await command('retry', id);
    }
  }

  /** Says of each whether it is there; where the command is killed, what it did not do yet waits for the next look. */
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
  };
}
