import type { Models } from './models.ts';
import { listedFrom } from './national-list.ts';
import { bornAs } from './reference-of.ts';
import { simConfig } from './sim-config.ts';
import type { SimWorld } from './sim-world.ts';

const BORN_MAX = 4;

/** Where LAPOR! has its list, citizens file there, too, and the city answers them in its own application. */
export function startCitizens(world: SimWorld, models: Models): void {
  const { random, plan, time } = world;
  if (plan.rates.list === undefined) return;
  const count = Math.floor(random() * (BORN_MAX + 1));
  for (let index = 0; index < count; index += 1) {
    time.at(random() * plan.horizonMs * 0.8, () => fileThere(world, models, index));
  }
}

function fileThere(world: SimWorld, models: Models, index: number): void {
  const { random, time, plan } = world;
  world.hit('list');
  const { account } = simConfig(plan, 0).national;
  const at = world.trueWall();
  const { id } = models.national.file(
    {
      title: `Laporan warga ${index}`,
      content: `Lampu jalan padam, nomor ${index}.`,
      classificationId: 1,
      categoryId: 1,
      institutionId: account.institutionId,
      incidentDate: '2026-06-29',
      anonymous: random() < 0.4,
      secret: random() < 0.3,
      attachmentIds: [],
      reporter: { name: `Zukrafil9${index} Wexanto`, email: null, phone: null },
    },
    at,
    { isBornThere: true, visibleAt: listedFrom(world) },
  );
  for (let number = Math.floor(random() * 3); number > 0; number -= 1) {
    time.at(time.mono() + random() * Math.max(0, plan.horizonMs - time.mono()), () => respond(world, models, id));
  }
}

function respond(world: SimWorld, { local }: Models, nationalId: string): void {
  const row = [...local.rows.values()].find((one) => !one.isDouble && one.externalRef === bornAs(nationalId));
  if (row === undefined) return;
  const { institution } = row;
  const text = `Jawaban ${Math.floor(world.random() * 1e6)}`;
  local.respond(
    row,
    { author: 'institution', institution, text, internal: false, externalRef: null },
    world.trueWall(),
  );
}
