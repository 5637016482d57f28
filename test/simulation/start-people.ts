import type { LocalModel, LocalRow } from './local-model.ts';
import type { NationalModel } from './national-model.ts';
import type { SimWorld } from './sim-world.ts';

const STATUSES = ['Terverifikasi', 'Dalam Proses', 'Selesai', 'Tertunda', 'Diarsipkan', 'Dalam Proses', 'Nama Baru'];
const OFFICER_EVERY_MS = 3_600_000;

/** Identity of a reporter that must never be found outside: unlike any other text. */
function canaryName(index: number): string {
  return `Zukrafil${index} Wexanto`;
}

/** What people do in both systems while faults are on: drawn once, each at its moment. */
export function startPeople(world: SimWorld, local: LocalModel, national: NationalModel): void {
  const { random, plan, time } = world;
  for (let index = 0; index < plan.reports; index += 1) {
    time.at(random() * plan.horizonMs * 0.8, () => fileReport(world, local, index));
  }
  officer(world, national);
}

function fileReport(world: SimWorld, local: LocalModel, index: number): void {
  const { random, time, plan } = world;
  const at = world.trueWall();
  const visibleAt = world.strikes('late-rows') ? at + random() * 10 * 60_000 : at;
  const name = canaryName(index);
  const row = local.file(
    {
      text: `Laporan nomor ${index}. Saya ${name}, telepon 0800-0000-${1000 + index}. Jalan rusak.`,
      institution: random() < 0.2 ? 'PLN' : 'DPUPR',
      reporter: { name, email: `zukrafil${index}@example.org`, phone: `08000000${1000 + index}`, nik: null },
      privacy: { anonymous: random() < 0.4, secret: random() < 0.3 },
    },
    at,
    visibleAt,
  );
  const left = () => time.mono() + random() * (plan.horizonMs - time.mono());
  const responses = Math.floor(random() * 3);
  for (let number = 0; number < responses; number += 1) time.at(left(), () => respond(world, local, row));
  if (random() < 0.2) time.at(left(), () => raisePrivacy(world, row));
}

function respond(world: SimWorld, local: LocalModel, row: LocalRow): void {
  const { random } = world;
  const long = random() < 0.2 ? ' Uraian panjang.'.repeat(120) : '';
  const internal = random() < 0.2;
  const author = random() < 0.3 ? 'reporter' : 'institution';
  // Two answers of the same words are two answers.
  const text = random() < 0.3 ? 'Sudah ditindaklanjuti.' : `Jawaban untuk ${row.reporter.name}.${long}`;
  local.respond(row, { author, institution: row.institution, text, internal, externalRef: null }, world.trueWall());
}

function raisePrivacy(world: SimWorld, row: LocalRow): void {
  row.privacy = { anonymous: true, secret: true };
  row.levels.push({ at: world.time.mono(), privacy: row.privacy });
  row.updatedAt = world.trueWall();
}

/** Every hour LAPOR!'s officers do something with some of the complaints. */
function officer(world: SimWorld, national: NationalModel): void {
  if (world.isHealed()) return;
  const { random, time } = world;
  for (const complaint of national.complaints.values()) {
    if (random() > 0.4) continue;
    if (random() < 0.5) {
      const status = STATUSES[Math.floor(random() * STATUSES.length)] ?? 'Selesai';
      if (status !== complaint.statusName) national.setStatus(complaint.id, status, time.mono());
    } else {
      const text = random() < 0.3 ? '<p>Sudah ditindaklanjuti.</p>' : `<p>Tanggapan ${Math.floor(random() * 1e6)}</p>`;
      national.answer(complaint.id, text, { at: time.mono(), visibleAt: time.mono(), ours: false });
    }
  }
  time.at(time.mono() + OFFICER_EVERY_MS, () => officer(world, national));
}
