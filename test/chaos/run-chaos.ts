import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bringToRest } from './bring-to-rest.ts';
import { checkHistories } from './check-histories.ts';
import { checkKeptLedger } from './check-kept-ledger.ts';
import { checkLed } from './check-led.ts';
import { drawLife } from './draw-life.ts';
import { leadLife } from './lead-life.ts';
import { type ChaosStage, openChaosStage } from './open-chaos-stage.ts';

export interface ChaosOptions {
  readonly seed: number;
  /** With SIGKILL, of the bridge itself. */
  readonly kills: number;
  /** With LAPOR!'s optional list. */
  readonly list: boolean;
}

/** How the processes of the bridge ended. */
export interface LifeEnds {
  readonly killed: number;
  readonly stopped: number;
  readonly byThemselves: number;
}

export interface ChaosResult {
  readonly violations: readonly string[];
  /** Where ledger and logs were kept, should anything have failed. */
  readonly folder: string;
  readonly ends: LifeEnds;
  readonly commandsKilled: number;
  /** Reports that waited for a person, because nobody knew whether they had arrived. */
  readonly held: number;
  readonly reports: number;
  readonly requests: number;
  /** How often each kind of effect came about, and each kind of fault struck. */
  readonly effects: ReadonlyMap<string, number>;
  readonly faults: ReadonlyMap<string, number>;
}

const REPORTS_PER_KILL = 2;
/** Beside how many of the lives the operator begins to act. */
const OPERATOR_SHARE = 0.3;
/** A bridge that does not even start would never be killed. */
const LIVES_PER_KILL_MAX = 5;
const VIOLATIONS_MAX = 20;

/**
 * One bridge that is killed and stopped as often as asked while people write to both systems, faults strike the requests
 * and a person settles what waits; then all of them come to rest, and what both systems hold is checked.
 */
export async function runChaos({ seed, kills, list }: ChaosOptions): Promise<ChaosResult> {
  const stage = await openChaosStage({ seed, reportsMax: kills * REPORTS_PER_KILL, list });
  const { city, operator, violations } = stage;
  let keepsFolder = true;
  try {
    const ends = await stir(stage, kills);
    violations.push(...(await bringToRest(city, operator)), ...checkHistories(stage.histories()), ...keptLedger(stage));
    for (const violation of violations) stage.note(violation);
    keepsFolder = violations.length > 0;
    return {
      violations,
      folder: city.folder,
      ends,
      commandsKilled: stage.commandLine.killed(),
      held: operator.settled.size,
      reports: city.local.world.reports().length,
      requests: city.requestCount(),
      effects: effectsOf(stage),
      faults: stage.faults.hits,
    };
  } finally {
    await stage.close(keepsFolder);
  }
}

function keptLedger({ city: { folder }, operator: { heads } }: ChaosStage): readonly string[] {
  return checkKeptLedger({ folder: join(folder, 'data'), backups: join(folder, 'backup'), heads });
}

/** Everybody acts at once, until the bridge was killed often enough. */
async function stir(stage: ChaosStage, kills: number): Promise<LifeEnds> {
  const { city, operator, random, violations, note, faults } = stage;
  const ends = { killed: 0, stopped: 0, byThemselves: 0 };
  const operating = oneAtATime(() => operator.act(false));
  for (let left = kills * LIVES_PER_KILL_MAX; ends.killed < kills && left > 0; left -= 1) {
    const life = drawLife(random);
    // Before the first request there may be no ledger yet.
    if (random() < OPERATOR_SHARE && city.requestCount() > 0) operating.begin();
    const led = await leadLife(city, life);
    if (led.signal === 'SIGKILL') ends.killed += 1;
    else if (life.end === 'kill') ends.byThemselves += 1;
    else ends.stopped += 1;
    note(`${JSON.stringify(life)}: ${led.signal ?? led.code} after ${led.livedMs} ms\n${led.err}`);
    violations.push(...checkLed(life, led));
    if (violations.length >= VIOLATIONS_MAX) break;
    await wait(life.pauseMs);
  }
  await operating.ended();
  faults.calm();
  return ends;
}

/** Begins `act`, unless it is still under way. */
function oneAtATime(act: () => Promise<void>): { readonly begin: () => void; readonly ended: () => Promise<void> } {
  let running: Promise<void> | null = null;
  return {
    begin: () => {
      running ??= act().finally(() => {
        running = null;
      });
    },
    ended: async () => {
      await running;
    },
  };
}

function effectsOf({ city: { local, national } }: ChaosStage): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of [...national.world.effects, ...local.world.effects]) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
