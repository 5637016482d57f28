import { describe, expect, it } from 'vitest';
import { asWebText } from '../../src/simulate/as-web-text.ts';
import type { Effect } from '../../src/simulate/effect.ts';
import type { LocalReport } from '../../src/simulate/local-report.ts';
import { createLocalState } from '../../src/simulate/local-state.ts';
import { createLocalWorld } from '../../src/simulate/local-world.ts';
import { makePng } from '../../src/simulate/make-png.ts';
import type { NationalComplaint, NationalFollowUp } from '../../src/simulate/national-complaint.ts';
import { CITY_INSTITUTION } from '../../src/simulate/national-institutions.ts';
import { createNationalState } from '../../src/simulate/national-state.ts';
import { NATIONAL_STATUS } from '../../src/simulate/national-status.ts';
import { createNationalWorld } from '../../src/simulate/national-world.ts';
import { checkHistories } from './check-histories.ts';
import type { Histories } from './histories.ts';
import { residentName } from './resident-name.ts';

type Writable<T> = T extends Uint8Array ? T : T extends object ? { -readonly [Key in keyof T]: Writable<T[Key]> } : T;

const NOON_MS = Date.UTC(2026, 10, 24, 5);
const CITY_WORDS = 'Tanggapan kota nomor 1. Sudah ditangani.';
const NATION_WORDS = 'Jawaban nomor 2 & "selesai".';

/**
 * One anonymous, secret report of another's with a photo, an answer each way and an internal note, carried as it should be;
 * and one that was born at LAPOR!.
 */
function carried() {
  const clock = { now: () => NOON_MS, zone: 'Asia/Jakarta' };
  const local = createLocalState(clock);
  const city = createLocalWorld(local, clock.now);
  const national = createNationalState({ ...clock, institutions: [CITY_INSTITUTION] });
  const nation = createNationalWorld(national, CITY_INSTITUTION);

  const { id } = city.fileReport({
    judul: 'Laporan nomor 0',
    isi: 'Tiang listrik miring.',
    pelapor: { nama: residentName(0), email: null, telepon: null, nik: null },
    opd: 'PLN',
    anonim: true,
    rahasia: true,
    lampiran: [{ nama: 'foto.png', mime: 'image/png', bytes: makePng({ text: '' }) }],
  });
  const answer = city.respond(id, { isi: CITY_WORDS, opd: 'DPUPR' });
  city.respond(id, { isi: 'Hanya untuk kantor.', opd: 'DPUPR', internal: true });

  const file = national.storeFile({ fileName: 'lampiran-1.png', bytes: makePng({ text: '' }) });
  const filed = nation.fileCitizenReport({
    title: 'Laporan nomor 0',
    content: `[Ref: kota-uji-${id}]\nTiang listrik miring.`,
    anonymous: true,
    secret: true,
    attachments: [{ fileName: file.fileName, bytes: makePng({ text: '' }) }],
  });
  national.noteEffect('create', filed.id, `[Ref: kota-uji-${id}]`);
  nation.returnAsNotAuthority(filed.id, 9920001);
  national.noteEffect('reject', filed.id, '9920001');
  const [from, to] = [CITY_INSTITUTION, null];
  const received = (content: string) => ({
    ...{ templateCode: 'reply', templateContent: '', content: asWebText(content), received: content },
    ...{ secret: true, from, to, attachments: [] },
  });
  const [first, second] = CITY_WORDS.split(/(?<=\.) /);
  for (const part of [`(1/2)\r\n${first}`, `(2/2)\r\n${second}`]) {
    national.change(filed.id, {
      ...{ statusName: NATIONAL_STATUS.inProgress, disposition: null, log: { content: '', from, to } },
      followUp: received(`${part}\r\n[Ref: kota-uji-${id}/${answer.id}]`),
    });
  }
  const answered = nation.answer(filed.id, asWebText(NATION_WORDS));
  const lapor = { penulis: 'lapor', opd: null, internal: false, lampiran: [] } as const;
  const reference = `lapor-followup:${answered.followUps.at(-1)?.id}`;
  local.addResponse(id, { ...lapor, isi: NATION_WORDS, external_ref: reference }, []);
  for (const status of [NATIONAL_STATUS.unverified, NATIONAL_STATUS.inProgress]) {
    const written = { lapor_id: String(filed.id), lapor_status: status };
    local.update(id, written);
    local.noteEffect('write-back', id, JSON.stringify(written));
  }
  const there = nation.fileCitizenReport({ title: 'Laporan nomor 1', content: 'Lampu mati.' });
  const born = {
    ...city.fileReport({ judul: there.title, isi: there.content }),
    ...{ external_ref: `lapor:${there.id}`, lapor_id: there.id, lapor_status: there.statusName },
  };
  local.noteEffect('create-report', born.id, `lapor:${there.id}`);
  const histories: Histories = {
    site: 'kota-uji',
    local: { reports: city.reports().map((one) => (one.id === born.id ? born : one)), effects: local.effects },
    national: {
      complaints: nation.complaints().map((one) => (one.id === filed.id ? { ...one, origin: 'api' } : one)),
      effects: national.effects,
      requests: [{ operation: 'create', body: Buffer.from('{"content":"Tiang listrik miring."}') }],
    },
  };
  const { reports, effects: localEffects } = histories.local;
  const { complaints, effects, requests } = histories.national;
  return {
    histories,
    report: reports[0] as Writable<LocalReport>,
    complaint: complaints[0] as Writable<NationalComplaint>,
    followUps: complaints[0]?.followUps as Writable<NationalFollowUp[]>,
    responses: reports[0]?.tanggapan as Writable<LocalReport['tanggapan'][number][]>,
    born,
    local: localEffects as Writable<Effect[]>,
    national: effects as Writable<Effect[]>,
    requests: requests as Writable<Histories['national']['requests'][number][]>,
  };
}

type Carried = ReturnType<typeof carried>;

const drop = <T>(list: T[], is: (one: T) => boolean) => list.splice(list.findIndex(is), 1);
const double = <T>(list: T[], is: (one: T) => boolean) => list.push(...list.filter(is).slice(0, 1));

const told = (fields: object): Effect => ({ at: 0, kind: 'write-back', id: 1001, detail: JSON.stringify(fields) });

describe('checkHistories()', () => {
  it('finds nothing where everything was carried once', () => {
    expect(checkHistories(carried().histories)).toEqual([]);
  });

  it.each<[string, (world: Carried) => void, string]>([
    [
      'a report that was never filed',
      ({ national }) => drop(national, (one) => one.kind === 'create'),
      'I1 lost: report 1001',
    ],
    [
      'a report filed twice',
      ({ national }) => double(national, (one) => one.kind === 'create'),
      'I2 twice: report 1001 was filed 2 times',
    ],
    [
      'a report of nobody',
      ({ national }) => national.push({ at: 0, kind: 'create', id: 1, detail: '[Ref: kota-uji-9]' }),
      'I4 phantom: [Ref: kota-uji-9]',
    ],
    [
      'another title',
      ({ complaint }) => {
        complaint.title = 'Laporan nomor 1';
      },
      'I4 report 1001 was filed as "Laporan nomor 1"',
    ],
    [
      'a photo that stayed behind',
      ({ complaint }) => {
        complaint.attachments = [];
      },
      'I1 lost: 0 of 1 files of report 1001',
    ],
    [
      'a report that was not passed on',
      ({ national }) => drop(national, (one) => one.kind === 'reject'),
      'I1 lost: passing on of report 1001',
    ],
    [
      'a report passed on twice',
      ({ national }) => double(national, (one) => one.kind === 'reject'),
      'I2 twice: report 1001 was passed on to 9920001,9920001',
    ],
    [
      'an anonymous report that is not',
      ({ complaint }) => {
        complaint.anonymous = false;
      },
      'I19 report 1001: anonymous false, secret true',
    ],
    [
      'a secret report that is not',
      ({ complaint }) => {
        complaint.secret = false;
      },
      'I19 report 1001: anonymous true, secret false',
    ],
    [
      'a resident who is named',
      ({ requests }) => requests.push({ operation: 'create', body: Buffer.from('Zukrafil0') }),
      'I20 resident 0 is named in create',
    ],
    [
      'a photo that names one',
      ({ requests }) => requests.push({ operation: 'upload', body: Buffer.from('Zukrafil7') }),
      'I20 resident 7 is named in upload',
    ],
    ['an answer that never arrived', ({ followUps }) => followUps.splice(0, 2), 'I1 lost: answer 1 of report 1001'],
    ['half an answer', ({ followUps }) => followUps.splice(1, 1), 'I1 lost: answer 1 of report 1001 has parts 1 of 2'],
    [
      'half an answer twice',
      ({ followUps }) => double(followUps, () => true),
      'I2 twice: answer 1 of report 1001 has parts 1,2,1 of 2',
    ],
    [
      'other words',
      ({ responses }) => Object.assign(responses[0] ?? {}, { isi: 'Lain.' }),
      'I4 answer 1 of report 1001 says something else',
    ],
    [
      'an internal note that left',
      ({ responses }) => Object.assign(responses[0] ?? {}, { internal: true }),
      'I20 answer 1 of report 1001 is internal, and left',
    ],
    [
      'an answer nobody gave',
      ({ responses }) => drop(responses, ({ id }) => id === 1),
      'I4 phantom: answer [Ref: kota-uji-1001/1] under 9165816',
    ],
    [
      'an answer that never came home',
      ({ responses }) => drop(responses, ({ penulis }) => penulis === 'lapor'),
      'I1 lost: answer 3 of LAPOR! to report 1001',
    ],
    [
      'an answer written twice',
      ({ responses }) => double(responses, ({ penulis }) => penulis === 'lapor'),
      'I2 twice: answer 3 of LAPOR! to report 1001 was written 2 times',
    ],
    [
      'other words of LAPOR!',
      ({ responses }) => Object.assign(responses.at(-1) ?? {}, { isi: 'Lain.' }),
      'I4 answer 3 of LAPOR! to report 1001 says something else: Lain.',
    ],
    [
      'our own answer that came back',
      ({ followUps }) => Object.assign(followUps[2] ?? {}, { received: 'x\n[Ref: kota-uji-1001/1]' }),
      'I14 lapor-followup:3 came to report 1001',
    ],
    [
      'a report without its number',
      ({ report }) => {
        report.lapor_id = null;
      },
      'I1 lost: number of report 1001 (null, not 9165816)',
    ],
    [
      'an old status',
      ({ report }) => {
        report.lapor_status = 'Terverifikasi';
      },
      'I1 lost: status of report 1001 (Terverifikasi, not Dalam Proses)',
    ],
    ['the number of another', ({ local }) => local.unshift(told({ lapor_id: '7' })), 'I7 report 1001 was told 7'],
    [
      'a status that never was',
      ({ local }) => local.push(told({ lapor_id: 9165816, lapor_status: 'Selesai' })),
      'I12 report 1001 was told Selesai after Dalam Proses',
    ],
    [
      'a status that was over',
      ({ local }) => local.push(told({ lapor_id: 9165816, lapor_status: 'Belum Terverifikasi' })),
      'I12 report 1001 was told Belum Terverifikasi after Dalam Proses',
    ],
    [
      'a status told twice',
      ({ local }) => local.push(told({ lapor_id: 9165816, lapor_status: 'Dalam Proses' })),
      'I2 twice: report 1001 was told 9165816 Dalam Proses again',
    ],
    [
      'a report of LAPOR! that never came',
      ({ local }) => drop(local, (one) => one.kind === 'create-report'),
      'I1 lost: report 9165817 of LAPOR!',
    ],
    [
      'a report of LAPOR! made twice',
      ({ local }) => double(local, (one) => one.kind === 'create-report'),
      'I2 twice: report 9165817 of LAPOR! was made 2 times',
    ],
    [
      'our own report that came back',
      ({ local }) => local.push({ at: 0, kind: 'create-report', id: 9, detail: 'lapor:9165816' }),
      'I14 lapor:9165816 came here',
    ],
    [
      'another title of LAPOR!',
      ({ born }) => Object.assign(born, { judul: 'Lain' }),
      'I4 report 9165817 of LAPOR! was made as "Lain"',
    ],
    [
      'a flag of LAPOR! that got lost',
      ({ born }) => Object.assign(born, { rahasia: true }),
      'I19 report 1002: anonymous false, secret false',
    ],
  ])('finds %s', (_, spoil, violation) => {
    const world = carried();
    spoil(world);
    expect(checkHistories(world.histories)).toContain(violation);
  });
});
