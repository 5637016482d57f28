import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Stuck } from '../../src/ledger/verbs/overview.ts';
import type { Vault } from '../../src/ledger/verbs/payload.ts';
import { arrived } from './arrived.ts';
import { byReport } from './by-report.ts';
import { compareOlder } from './compare-older.ts';
import { createTwinWatch } from './create-twin-watch.ts';
import { fileByHand } from './file-by-hand.ts';
import { foundAs } from './found-as.ts';
import { createMistakes } from './mistakes.ts';
import type { Models } from './models.ts';
import { resolveUnmade } from './resolve-unmade.ts';
import { createSimProcess, OPERATOR, SimLedgerError } from './sim-process.ts';
import type { SimWorld } from './sim-world.ts';

export interface OperatorOptions {
  readonly vault: Vault;
  /** What LAPOR!'s page does not show is left to the policy. */
  readonly leavesAbsent?: boolean;
  /** Forgets nothing, and holds and releases nothing: that is left to a script. */
  readonly isDiligent?: boolean;
}

/** A report that is held because an older ledger was put back. */
const isFromOlderLedger = ({ state, reason }: Stuck) => state === 'held' && reason === 'ledger-lost';

const EVERY_MS = 1_800_000;
const HOSPITAL = 777;
const CAREFUL_MS = 60_000;

/** Reasons that say for certain that nothing arrived. */
const SAFE_TO_RETRY: readonly (string | null)[] = [
  'refused',
  'exhausted',
  'too-old',
  'not-found',
  'too-large',
  'unprepared',
  'unlinked',
];

/**
 * A person at the command line, beside the daemon, every half hour: settles what is stuck by what LAPOR!'s own page shows,
 * holds and releases, and sometimes types what is wrong.
 */
export function createSimOperator(
  world: SimWorld,
  around: Models,
  { vault, leavesAbsent = false, isDiligent = false }: OperatorOptions,
): { start(): void } {
  const { time, random } = world;
  const isThorough = () => isDiligent || world.isHealed();
  const chance = (share: number) => isThorough() || random() < share;
  const mistakes = createMistakes(world, around);
  const twins = createTwinWatch(world, around);

  async function act(): Promise<void> {
    const { ledger } = createSimProcess(world, OPERATOR, vault);
    const { stuck } = await ledger.readAttention();
    const cases = byReport(stuck);
    for (const [localId, items] of cases) await settle(ledger, localId, items);
    if (!isDiligent && !stuck.some(isFromOlderLedger) && chance(0.3)) await ledger.confirm(world.wall());
    if (world.strikes('given-back')) await passOn(world, ledger);
    if (world.isHealed()) await letGo(ledger);
    if (world.strikes('keyed-in', 0.7)) await tellNumber(ledger);
    await twins.act(ledger);
    await mistakes.make(ledger, stuck);
  }

  /** Somebody files a report at LAPOR! by hand, or finds it there, and tells the bridge before it is asked. */
  async function tellNumber(ledger: Ledger): Promise<void> {
    for (const row of around.local.rows.values()) {
      const owner = await ledger.findCase(row.localId);
      if (owner === null || owner.nationalId !== null || row.reusedAt !== null || row.isDouble) continue;
      const number = foundAs(around.national, row) ?? fileByHand(world, around, row);
      await ledger.resolve(row.localId, number, world.wall());
    }
  }

  /** Ends every hold, also where nothing is held yet. */
  async function letGo(ledger: Ledger): Promise<void> {
    for (const localId of around.local.rows.keys()) {
      if ((await ledger.findCase(localId))?.hold === true) await ledger.release(localId, world.wall());
    }
  }

  async function settle(ledger: Ledger, localId: string, items: readonly Stuck[]): Promise<void> {
    const at = world.wall();
    if (items.some(isFromOlderLedger)) {
      if (isSettled(world, localId)) await compareOlder(ledger, { world, ...around }, localId);
      return;
    }
    if (!isDiligent && items.some(({ state }) => state === 'held') && chance(0.4)) await ledger.release(localId, at);
    const parked = items.filter((one) => one.state === 'parked' && !isForNextNumber(one));
    const mayGo = parked.some((one) => SAFE_TO_RETRY.includes(one.reason) || hasWordsNow(around, one));
    if (mayGo && chance(0.4)) await ledger.retry(localId, at);
    const unknown = items.filter(isUnknown);
    const begins = isThorough() ? parked.length > 0 : unknown.length > 0 && random() < 0.3;
    if (begins && [localId, items[0]?.nationalId].every((id) => isSettled(world, id ?? localId)))
      await resolve(ledger, localId, unknown);
  }

  async function resolve(ledger: Ledger, localId: string, unknown: readonly Stuck[]): Promise<void> {
    const at = world.wall();
    const row = around.local.rows.get(localId);
    if (row === undefined) return await resolveUnmade(ledger, { world, ...around }, localId);
    if (unknown.some(({ kind }) => kind === 'create')) {
      const number = foundAs(around.national, row);
      if (number === null && leavesAbsent) return;
      // The command can die after it was carried out.
      if (number === null) world.filings.saidAbsent(localId);
      await ledger.resolve(localId, number, at);
      return;
    }
    const there = await Promise.all(unknown.map((one) => arrived(ledger, around, one)));
    for (const [index, { key, nationalId }] of unknown.entries()) {
      const which = unknown.length === 1 ? localId : { id: localId, key };
      await ledger.resolve(which, there[index] === true ? nationalId : null, at);
    }
  }

  function again(): void {
    void act().catch((error: unknown) => {
      if (!(error instanceof SimLedgerError))
        world.fail(`the operator threw ${error instanceof Error ? error.stack : ''}`);
    });
    time.at(time.mono() + EVERY_MS, again);
  }

  return { start: () => void time.at(time.mono() + random() * EVERY_MS, again) };
}

function isUnknown(one: Stuck): boolean {
  const { state, reason } = one;
  return state !== 'held' && !SAFE_TO_RETRY.includes(reason) && reason !== 'empty-text' && !isForNextNumber(one);
}

/** What may lie under a number that was taken back is told once there is another. */
function isForNextNumber({ kind, nationalId }: Stuck): boolean {
  return kind === 'follow-up' && nationalId === null;
}

/** An answer without a word that got some since. */
function hasWordsNow({ local }: Models, { localId, key, reason }: Stuck): boolean {
  const responses = local.rows.get(localId ?? '')?.responses ?? [];
  const answer = responses.find(({ id }) => key.startsWith(`follow-up:${id}:`));
  return reason === 'empty-text' && answer !== undefined && answer.text.trim() !== '';
}

/** A person knows who has authority. */
async function passOn(world: SimWorld, ledger: Ledger): Promise<void> {
  const { alarms } = await ledger.readAttention();
  for (const { kind, localId } of alarms)
    if (kind === 'returned' && localId !== null && world.random() < 0.3)
      await ledger.passOn(localId, HOSPITAL, world.wall());
}

/** Nobody says that something is not there before LAPOR! had time to show it. */
function isSettled({ unsettled, time }: SimWorld, localId: string): boolean {
  return (unsettled.get(localId) ?? 0) + CAREFUL_MS < time.mono();
}
