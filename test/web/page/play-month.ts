import type { FakeBridge } from '../../support/fake-bridge.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OPDS = ['DPUPR', 'Dinas Perhubungan', 'Dinas Kesehatan', 'Dinas Lingkungan Hidup', 'PLN'] as const;
const CATEGORIES = ['Infrastruktur jalan', 'Lampu jalan', 'Pelayanan kesehatan', 'Sampah', 'Listrik'] as const;
/** Reports of each day of a week, Monday first. */
const PER_DAY = [5, 3, 4, 6, 2, 1, 0] as const;

/**
 * A month of a city: reports come in every day and are filed, officers verify, answer and close them, the last days bring
 * what wants a person. The clock stands on a Wednesday morning afterwards.
 */
export async function playMonth(city: FakeBridge): Promise<void> {
  const { clock, local } = city;
  let count = 0;
  for (let day = 0; day < 30; day += 1) {
    for (let left = PER_DAY[day % 7] ?? 0; left > 0; left -= 1) {
      count += 1;
      local.file({
        localId: String(1_000 + count),
        ticket: `RBG-2026-${String(count).padStart(6, '0')}`,
        institution: OPDS[count % OPDS.length] ?? null,
        category: CATEGORIES[count % CATEGORIES.length] ?? null,
        privacy: { anonymous: count % 9 === 0, secret: count % 17 === 0 },
      });
    }
    await city.cycle();
    clock.advance(3 * HOUR_MS);
    if (day < 26) await workADay(city, count);
    clock.advance(DAY_MS - 3 * HOUR_MS);
  }
  await goWrong(city);
}

/** Officers answer some of what lies there, and close what is old; one citizen in three is answered by the city itself. */
async function workADay(city: FakeBridge, count: number): Promise<void> {
  const { national, local } = city;
  for (const [at, { id, statusName }] of [...national.complaints.values()].entries()) {
    if (at > count - 4 || at % 4 === 3) continue;
    if (statusName === 'Belum Terverifikasi') national.setStatus(id, 'Terverifikasi');
    else if (statusName === 'Terverifikasi') {
      national.setStatus(id, 'Dalam Proses');
      if (at % 3 === 0) local.respond(String(1_001 + at), { institution: OPDS[(at + 1) % OPDS.length] ?? 'DPUPR' });
    } else if (statusName === 'Dalam Proses' && at % 5 !== 1) national.setStatus(id, 'Selesai');
  }
  city.clock.advance(HOUR_MS);
  await city.cycle();
  await city.cycle();
}

/** One report in doubt, one refused, one whose number LAPOR! does not know, one status that nobody mapped. */
async function goWrong(city: FakeBridge): Promise<void> {
  const { clock, local, national } = city;
  local.file({ localId: '2001', ticket: 'RBG-2026-002001', institution: 'DPUPR' });
  national.faults.next('create', 'refused');
  await city.cycle();
  local.file({ localId: '2002', ticket: 'RBG-2026-002002', institution: 'Dinas Kesehatan' });
  national.faults.next('create', 'lost-request');
  await city.cycle();
  local.file({
    localId: '2003',
    ticket: 'RBG-2026-002003',
    institution: 'Dinas Lingkungan Hidup',
    privacy: { anonymous: true, secret: true },
  });
  const [first] = national.complaints.keys();
  if (first !== undefined) national.setStatus(first, 'Dialihkan <ke> provinsi');
  await city.ledger.hold('1010', clock.now());
  clock.advance(2 * HOUR_MS);
  await city.cycle();
}
