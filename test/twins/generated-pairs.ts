import type { MadeUpReport } from '../../src/simulate/made-up-city/made-up-report.ts';
import { madeUpReports } from '../../src/simulate/made-up-city/made-up-reports.ts';
import { randomReport } from '../../src/simulate/random-report.ts';
import { seededRandom } from '../../src/simulate/seeded-random.ts';
import type { TwinFacts } from '../../src/twins/twin-subject.ts';
import type { LabelledPair } from './labelled-pair.ts';
import { greet, keepSome, reorder, retypeShort, slip } from './retype.ts';

type Random = () => number;

const HOUR_MS = 3_600_000;
const MONDAY_MS = Date.UTC(2026, 7, 3, 3);

/** Pairs from a made-up city: its reports filed twice in every way, and pairs that only look like it. */
export function generatedPairs(seed: number, count: number): readonly LabelledPair[] {
  const random = seededRandom(seed);
  const written = madeUpReports().map((report, index) => localFacts(report, index));
  const made = Array.from({ length: count }, (_, index) => localFacts(randomReport(index, random), index));
  const reports = [...written, ...made].filter(({ text }) => text.trim() !== '');
  return [
    ...reports.flatMap((local) => twinsOf(local, random)),
    ...reports.flatMap((local, index) => strangersOf(local, { reports, index }, random)),
  ];
}

function twinsOf(local: TwinFacts, random: Random): readonly LabelledPair[] {
  const at = local.createdAt + Math.floor(random() * 48) * HOUR_MS;
  const national: TwinFacts = { ...local, place: [local.place[0] ?? null], point: null, createdAt: at };
  const twin = (kind: string, given: Partial<TwinFacts>): LabelledPair => ({
    kind,
    isTwin: true,
    local,
    national: { ...national, ...given },
  });
  const staff = { name: 'Admin Diskominfo', email: null, phone: '0254-200200' };
  return [
    twin('verbatim', {}),
    twin('other spelling', { title: retypeShort(local.title, random), text: retypeShort(local.text, random) }),
    twin('greetings added', { text: greet(local.text, random) }),
    twin('other order', { text: reorder(local.text, random) }),
    twin('slips of the pen', { text: slip(retypeShort(local.text, random), 4, random) }),
    twin('keyed in by staff', { text: slip(greet(local.text, random), 8, random), reporter: staff }),
    twin('told again', { title: '', text: keepSome(reorder(local.text, random), 0.75, random) }),
    twin('without a reporter', {
      text: retypeShort(local.text, random),
      reporter: { name: null, email: null, phone: null },
    }),
  ];
}

/** Another report: its own person, place and words, or some of these from the first. */
function strangersOf(
  local: TwinFacts,
  { reports, index }: { readonly reports: readonly TwinFacts[]; readonly index: number },
  random: Random,
): readonly LabelledPair[] {
  const other = reports[(index + 1 + Math.floor(random() * (reports.length - 1))) % reports.length] ?? local;
  const { reporter, privacy, createdAt, incidentDate } = local;
  const sameDay = { createdAt: createdAt + 20 * HOUR_MS, incidentDate };
  const stranger = (kind: string, national: TwinFacts): LabelledPair => ({ kind, isTwin: false, local, national });
  return [
    stranger('others’ matter', { ...other, ...sameDay }),
    stranger('same citizen, other matter', { ...other, ...sameDay, reporter, privacy }),
    stranger('same citizen and street, another day', {
      ...local,
      createdAt: createdAt + 8 * 24 * HOUR_MS,
      incidentDate: '2026-08-20',
    }),
    ...elsewhere(local, random).map((there) =>
      stranger('same citizen and words, another place', { ...there, ...sameDay }),
    ),
    ...elsewhere(local, random).map((there) =>
      stranger('a template, another citizen', { ...there, ...sameDay, reporter: other.reporter }),
    ),
    stranger('a template, another citizen, same place', { ...local, ...sameDay, reporter: other.reporter }),
  ];
}

const NAMES = ['Kenanga', 'Seroja', 'Pandan', 'Anggrek', 'Flamboyan', 'Kertipura', 'Langitsari', 'Muarakasih'];

/** The same words about another place, where they name one. */
function elsewhere(local: TwinFacts, random: Random): readonly TwinFacts[] {
  const name = NAMES[Math.floor(random() * NAMES.length)] ?? 'Kenanga';
  const move = (words: string) => words.replace(PLACED, (_, marker: string) => `${marker} ${name}`);
  const text = move(local.text);
  if (text.toLowerCase() === local.text.toLowerCase()) return [];
  return [
    { ...local, title: move(local.title), text, place: local.place.map((part) => move(part ?? '')), point: null },
  ];
}

const PLACED =
  /(?<!\p{L})([Jj]l\.?|[Jj]alan|[Gg]g\.?|[Gg]ang|[Kk]ampung|[Kk]p\.?|[Dd]esa|[Kk]elurahan)\s+\p{Lu}\p{Ll}+/gu;

function localFacts(report: MadeUpReport, index: number): TwinFacts {
  const { judul, isi, lokasi, pelapor, tanggal_kejadian: day, anonim, rahasia } = report;
  return {
    title: judul,
    text: isi,
    place: [lokasi.alamat, lokasi.kelurahan, lokasi.kecamatan],
    point: lokasi.lat === null || lokasi.lng === null ? null : [lokasi.lat, lokasi.lng],
    reporter: anonim
      ? { name: null, email: null, phone: null }
      : { name: pelapor.nama, email: pelapor.email, phone: pelapor.telepon },
    privacy: { anonymous: anonim, secret: rahasia },
    incidentDate: day,
    createdAt: MONDAY_MS + index * HOUR_MS,
  };
}
