import type { NationalComplaint, NationalModel } from './national-model.ts';
import type { SimWorld } from './sim-world.ts';

const STATUSES = ['Terverifikasi', 'Dalam Proses', 'Selesai', 'Tertunda', 'Diarsipkan', 'Dalam Proses', 'Nama Baru'];
const EVERY_MS = 3_600_000;

/** Every hour LAPOR!'s officers do something with some of the complaints. */
export function startOfficers(world: SimWorld, national: NationalModel): void {
  const { random, time, plan } = world;
  if (world.isHealed() || time.mono() > plan.horizonMs) return;
  for (const complaint of national.complaints.values()) if (random() < 0.4) act(world, national, complaint);
  time.at(time.mono() + EVERY_MS, () => startOfficers(world, national));
}

const WAYS = ['city', 'nobody', 'status'] as const;

function act(world: SimWorld, national: NationalModel, { id, statusName }: NationalComplaint): void {
  const { random } = world;
  const at = world.trueWall();
  if (world.strikes('given-back', 0.3)) {
    national.giveBack(id, WAYS[Math.floor(random() * WAYS.length)] ?? 'city', at);
  } else if (random() < 0.5) {
    const status = STATUSES[Math.floor(random() * STATUSES.length)] ?? 'Selesai';
    if (status === statusName) return;
    national.setStatus(id, status, at);
    if (world.strikes('flap', 0.5)) national.setStatus(id, statusName, at + 1);
  } else {
    const text = random() < 0.3 ? '<p>Sudah ditindaklanjuti.</p>' : `<p>Tanggapan ${Math.floor(random() * 1e6)}</p>`;
    national.answer(id, text, { at, visibleAt: at, ours: false });
  }
}
