import type { LocalRow } from './local-model.ts';
import type { Models } from './models.ts';
import type { SimWorld } from './sim-world.ts';

const HOUR_MS = 3_600_000;
const ACTS_MAX = 3;

/** What the city changes of a report after it may be at LAPOR!: some of it past the application, which does not note when. */
export function startSecondThoughts(world: SimWorld, models: Models, row: LocalRow): void {
  const { random, time, plan } = world;
  for (let index = 0; index < ACTS_MAX; index += 1) {
    if (!world.strikes('second-thoughts', 0.7)) continue;
    time.at(time.mono() + random() * Math.max(0, plan.horizonMs - time.mono()), () => think(world, models, row));
  }
}

interface Scene {
  readonly world: SimWorld;
  readonly models: Models;
  readonly row: LocalRow;
}

type Act = (scene: Scene) => void;

const ACTS: readonly Act[] = [editAnswer, hideAnswer, removeAnswer, showAnswers, deleteReport, reopen];

function think(world: SimWorld, models: Models, row: LocalRow): void {
  if (row.reusedAt !== null || row.deletedAt !== null) return;
  ACTS[Math.floor(world.random() * ACTS.length)]?.({ world, models, row });
}

function change({ world, models: { local }, row }: Scene, act: () => void): void {
  const at = world.trueWall();
  if (world.random() < 0.3) local.changeSilently(row, at, act);
  else local.change(row, at, act);
}

/** One of the city's own answers, with other facts. */
function withAnswer(scene: Scene, given: (number: number) => object): void {
  const { world, row } = scene;
  const own = row.responses.filter(({ author }) => author !== 'national');
  const one = own[Math.floor(world.random() * own.length)];
  if (one === undefined) return;
  const changed = { ...one, ...given(Math.floor(world.random() * 1e6)) };
  change(scene, () => {
    row.responses = row.responses.map((response) => (response === one ? changed : response));
  });
}

function editAnswer(scene: Scene): void {
  withAnswer(scene, (number) => ({ text: `Ralat ${number}.` }));
}

function hideAnswer(scene: Scene): void {
  withAnswer(scene, () => ({ internal: true }));
}

function removeAnswer(scene: Scene): void {
  const { row } = scene;
  const own = row.responses.find(({ author }) => author !== 'national');
  change(scene, () => {
    row.responses = row.responses.filter((response) => response !== own);
  });
}

function showAnswers(scene: Scene): void {
  const { row } = scene;
  change(scene, () => {
    row.responses = row.responses.map((response) => ({ ...response, internal: false }));
  });
}

/** With the last word on it, which nobody outside is to read; half of them are restored. */
function deleteReport(scene: Scene): void {
  const { world, models, row } = scene;
  const { random, time } = world;
  change(scene, () => {
    row.deletedAt = world.trueWall();
  });
  if (random() < 0.5) return;
  time.at(time.mono() + random() * 6 * HOUR_MS, () =>
    models.local.change(row, world.trueWall(), () => {
      row.deletedAt = null;
    }),
  );
}

function reopen(scene: Scene): void {
  const { row } = scene;
  if (row.status !== 'selesai') return;
  change(scene, () => {
    row.status = 'dalam proses';
  });
}
