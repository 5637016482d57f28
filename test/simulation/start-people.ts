import type { LocalRow } from './local-model.ts';
import { canary, type Matter } from './matter.ts';
import type { Models } from './models.ts';
import type { SimWorld } from './sim-world.ts';
import { startCitizens } from './start-citizens.ts';
import { startOfficers } from './start-officers.ts';
import { startSecondThoughts } from './start-second-thoughts.ts';
import { startStaff } from './start-staff.ts';
import { startTwins } from './start-twins.ts';

const DAY_MS = 86_400_000;

/** What people do in both systems while faults are on: drawn once, each at its moment. */
export function startPeople(world: SimWorld, models: Models): void {
  const { random, plan, time } = world;
  for (let index = 0; index < plan.reports; index += 1) {
    time.at(random() * plan.horizonMs * 0.8, () => begin(world, models, index));
  }
  startCitizens(world, models);
  startOfficers(world, models.national);
}

function begin(world: SimWorld, models: Models, index: number): void {
  if (world.plan.rates.twins === undefined) fileReport(world, models, plainMatter(index));
  else startTwins({ world, models }, index, (matter) => fileReport(world, models, matter));
}

type Told = Omit<Matter, 'privacy'> & { readonly privacy: Matter['privacy'] | null };

/** How private it is, and when it came, is drawn as it is filed. */
function plainMatter(index: number): Told {
  const who = canary(index);
  const text = `Laporan nomor ${index}. Saya ${who.name}, telepon 0800-0000-${1000 + index}. Jalan rusak.`;
  return { index, who, text, incidentDate: null, privacy: null };
}

function fileReport(world: SimWorld, models: Models, { who, text, incidentDate, privacy }: Told): LocalRow {
  const { random } = world;
  const at = world.trueWall();
  const row = models.local.file(
    {
      text,
      incidentDate,
      institution: random() < 0.2 ? 'PLN' : 'DPUPR',
      reporter: { ...who, nik: null },
      privacy: privacy ?? { anonymous: random() < 0.4, secret: random() < 0.3 },
      // An application can have known it for long before it showed it to us.
      createdAt: privacy === null && random() < 0.3 ? at - Math.floor(random() * 30 * DAY_MS) : at,
    },
    at,
    world.strikes('late-rows') ? at + random() * 10 * 60_000 : at,
  );
  const responses = Math.floor(random() * 3);
  for (let number = 0; number < responses; number += 1) later(world, () => respond(world, models, row));
  if (world.strikes('privacy-raise', 0.7)) later(world, () => raisePrivacy(world, models, row));
  startStaff(world, models, row);
  startSecondThoughts(world, models, row);
  return row;
}

function later(world: SimWorld, act: () => void): void {
  const { random, time, plan } = world;
  time.at(time.mono() + random() * Math.max(0, plan.horizonMs - time.mono()), act);
}

function respond(world: SimWorld, { local }: Models, row: LocalRow): void {
  const { random } = world;
  const long = random() < 0.2 ? ' Uraian panjang.'.repeat(120) : '';
  const internal = random() < 0.2;
  const author = random() < 0.3 ? 'reporter' : 'institution';
  // Two answers of the same words are two answers.
  const words = random() < 0.3 ? 'Sudah ditindaklanjuti.' : `Jawaban untuk ${row.reporter.name}.${long}`;
  const text = world.strikes('empty-text', 0.5) ? ' ' : words;
  local.respond(row, { author, institution: row.institution, text, internal, externalRef: null }, world.trueWall());
}

function raisePrivacy(world: SimWorld, { local }: Models, row: LocalRow): void {
  local.change(row, world.trueWall(), () => {
    row.privacy = { anonymous: true, secret: true };
  });
}
