import type { TwinFacts } from '../../src/twins/twin-subject.ts';
import type { LabelledPair } from './labelled-pair.ts';

const NOON = Date.UTC(2026, 7, 3, 5);
const DAY_MS = 86_400_000;

const WULAN = { name: 'Wulan Kertasari', email: 'wulan.k@contoh.id', phone: '0812-0000-0001' };
const KARDI = { name: 'H. Kardi Wirasana', email: null, phone: '+62 812 0000 0002' };
const NOBODY = { name: null, email: null, phone: null };
const OPEN = { anonymous: false, secret: false };

function facts(given: Partial<TwinFacts> & Pick<TwinFacts, 'title' | 'text'>): TwinFacts {
  return {
    place: [null],
    point: null,
    reporter: WULAN,
    privacy: OPEN,
    incidentDate: '2026-08-02',
    createdAt: NOON,
    ...given,
  };
}

const HOLE = facts({
  title: 'Jalan berlubang depan SDN Ranuharja 2',
  text: 'Assalamualaikum min, mau lapor jalan depan SDN Ranuharja 2 lubangnya udah dalem bgt kira2 sejengkal. Tadi pagi ada ibu2 bonceng anak jatuh. Tolong segera ditambal ya sblm ada korban.',
  place: ['Jl. Kenari III, depan SDN Ranuharja 2', 'Ranuharja', 'Ranuasri'],
});
const LAMP = facts({
  title: 'Lampu PJU mati',
  text: 'Lampu PJU di Jl. Seroja RT 03 RW 05 depan masjid Al Ikhlas mati sudah dua minggu, kalau malam gelap dan rawan begal.',
  place: ['Jl. Seroja', 'Pelita Baru', 'Ujungpelita'],
});
const RUBBISH = facts({
  title: 'Sampah menumpuk',
  text: 'Sampah di TPS Pasar Kenanga menumpuk sampai ke badan jalan dan baunya menyengat, sudah seminggu tidak diangkut petugas.',
  reporter: KARDI,
});

/** Written by hand, each for a way in which people file one report twice, or two that look like one. */
export const WRITTEN_PAIRS: readonly LabelledPair[] = [
  twin('pasted', HOLE, {}),
  twin('pasted, another photo, other case', HOLE, { title: HOLE.title.toUpperCase(), text: HOLE.text.toUpperCase() }),
  twin('typed anew, full words', HOLE, {
    text: 'Yth. Bapak, mohon laporan: jalan di depan SDN Ranuharja 2 lubangnya sudah dalam sekali, kira-kira sejengkal. Tadi pagi ada ibu-ibu membonceng anak jatuh. Mohon segera ditambal sebelum ada korban. Terima kasih.',
  }),
  twin('typed anew, shortened', HOLE, {
    title: 'Jln berlubang dpn SDN Ranuharja 2',
    text: 'jln dpn sdn ranuharja 2 lubang dalam sejengkal, tadi pagi ibu bonceng anak jatuh, tolong ditambal',
  }),
  twin('by the same citizen in other words', HOLE, {
    title: 'Lubang di jalan',
    text: 'Di depan SDN Ranuharja 2 ada lubang dalam. Ibu yang membonceng anak jatuh tadi pagi. Kapan ditambal?',
    createdAt: NOON + DAY_MS,
  }),
  twin('other word order', LAMP, {
    text: 'Sudah 2 minggu mati lampu PJU depan masjid Al-Ikhlas, Jl Seroja RT 3 RW 5. Gelap kalau malam, rawan begal.',
  }),
  twin('without a name at LAPOR!', LAMP, { reporter: NOBODY }),
  twin('anonymous on both sides', { ...LAMP, reporter: NOBODY, privacy: { anonymous: true, secret: false } }, {}),
  twin('under an account of the staff', LAMP, { reporter: { name: 'ADMIN DISKOMINFO', email: null, phone: null } }),
  twin('under an account that nobody told of', LAMP, {
    reporter: { name: 'Front Office', email: 'fo@contoh.id', phone: '0254-123456' },
  }),
  twin('keyed in five days later', RUBBISH, { createdAt: NOON + 5 * DAY_MS }),
  twin('without a date', RUBBISH, { incidentDate: null, createdAt: NOON + DAY_MS }),
  twin('telephone in another form', RUBBISH, { reporter: { name: 'Kardi', email: null, phone: '081200000002' } }),
  twin('hidden at LAPOR!', RUBBISH, { privacy: { anonymous: false, secret: true } }),
  twin('slips', RUBBISH, {
    text: 'Sampha di TPS Pasar Knanga menumpuk smp ke badan jln dan baunya menyegat sdh semingu tdk diangkut petugas',
  }),
  stranger('same citizen, other matter', HOLE, LAMP),
  stranger('same citizen, the next lamp', LAMP, {
    ...LAMP,
    text: LAMP.text.replace('masjid Al Ikhlas', 'SMPN 4 Pelita'),
  }),
  stranger('same citizen, the next RT', LAMP, { ...LAMP, text: LAMP.text.replace('RT 03', 'RT 04') }),
  stranger('same citizen and street, another week', RUBBISH, {
    ...RUBBISH,
    incidentDate: '2026-08-09',
    createdAt: NOON + 7 * DAY_MS,
  }),
  stranger('same citizen, still not done the next day', RUBBISH, {
    ...RUBBISH,
    text: `${RUBBISH.text} Sampai hari ini belum ada perubahan.`,
    incidentDate: '2026-08-03',
    createdAt: NOON + DAY_MS,
  }),
  stranger('a neighbour, the same hole', HOLE, {
    ...HOLE,
    title: 'Lubang besar',
    text: 'Ada lubang besar di Jl. Kenari III dekat sekolah, motor saya hampir jatuh waktu hujan.',
    reporter: KARDI,
  }),
  stranger('a neighbour, the same words', LAMP, { ...LAMP, reporter: KARDI }),
  stranger('short texts of two citizens', facts({ title: 'Jalan rusak', text: 'Jalan rusak parah' }), {
    ...facts({ title: 'Jalan rusak', text: 'Jalan rusak parah pak' }),
    reporter: KARDI,
  }),
  stranger(
    'short texts of one citizen, another day',
    facts({ title: 'Lampu mati', text: 'lampu mati' }),
    facts({ title: 'Lampu mati', text: 'lampu mati lagi', incidentDate: '2026-08-04', createdAt: NOON + 2 * DAY_MS }),
  ),
  stranger('namesakes', RUBBISH, { ...RUBBISH, reporter: { ...KARDI, phone: '0812-0000-0777' } }),
];

function twin(kind: string, local: TwinFacts, given: Partial<TwinFacts>): LabelledPair {
  const national = { ...local, place: [null], createdAt: local.createdAt + DAY_MS / 2, ...given };
  return { kind, isTwin: true, local, national };
}

function stranger(kind: string, local: TwinFacts, national: TwinFacts): LabelledPair {
  return { kind, isTwin: false, local, national };
}
