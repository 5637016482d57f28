import { asWebText } from '../../src/simulate/as-web-text.ts';
import { localInputOf } from '../../src/simulate/local-input-of.ts';
import type { LocalWorld } from '../../src/simulate/local-world.ts';
import type { NationalComplaint } from '../../src/simulate/national-complaint.ts';
import { CITY_INSTITUTION } from '../../src/simulate/national-institutions.ts';
import { NATIONAL_STATUS } from '../../src/simulate/national-status.ts';
import type { NationalWorld } from '../../src/simulate/national-world.ts';
import { pick } from '../../src/simulate/pick.ts';
import { randomReport } from '../../src/simulate/random-report.ts';
import { residentName } from './resident-name.ts';

export interface PeopleOptions {
  readonly local: LocalWorld;
  readonly national: NationalWorld;
  readonly random: () => number;
  readonly reportsMax: number;
  /** Citizens file at LAPOR!, too. */
  readonly filesThere: boolean;
}

/** The people of both systems while the bridge between them is killed. Every text is unlike any other. */
export interface People {
  /** What one of them does next, if anything. */
  act(): void;
}

/** One that is passed on to another institution, and ours. */
const FOREIGN = 'PLN';
const OPD = 'DPUPR';
const FIRST_REPORTS = 10;
/** How likely each is at one act. An act makes the bridge ask less than once more on average: it never has more and more to do. */
const SHARES = { report: 0.05, reportThere: 0.015, answer: 0.08, officer: 0.1 } as const;
const LONG = ' Uraian panjang tentang pekerjaan di lapangan.'.repeat(40);

export function createPeople({ local, national, random, reportsMax, filesThere }: PeopleOptions): People {
  let lastNumber = 0;

  function act(): void {
    const reports = local.reports();
    const isMore = reports.length < reportsMax;
    if (isMore && random() < SHARES.report) fileReport(nextNumber());
    if (isMore && filesThere && random() < SHARES.reportThere) fileThere(nextNumber());
    if (reports.length > 0 && random() < SHARES.answer) answerLocally(pick(reports, random).id);
    const open = national.complaints().filter(mayBeActedOn);
    if (open.length > 0 && random() < SHARES.officer) moveOn(pick(open, random));
  }

  function fileReport(index: number): void {
    const drawn = randomReport(index, random);
    const pelapor = { ...drawn.pelapor, nama: residentName(index) };
    const input = localInputOf({ ...drawn, pelapor });
    local.fileReport({
      ...input,
      judul: `Laporan nomor ${index}`,
      isi: `${input.isi} Saya ${pelapor.nama}.`,
      opd: random() < 0.2 ? FOREIGN : OPD,
      anonim: random() < 0.3,
      rahasia: random() < 0.2,
    });
  }

  function fileThere(index: number): void {
    const anonymous = random() < 0.3;
    national.fileCitizenReport({
      title: `Laporan nomor ${index}`,
      content: asWebText(`Warga melapor langsung, nomor ${index}.`),
      institutionId: CITY_INSTITUTION.id,
      anonymous,
      secret: random() < 0.2,
      reporter: { name: anonymous ? null : residentName(index), email: null, phone: null },
    });
  }

  function nextNumber(): number {
    lastNumber += 1;
    return lastNumber;
  }

  function answerLocally(id: number): void {
    const isi = `Tanggapan kota nomor ${nextNumber()}.${random() < 0.15 ? LONG : ''}`;
    if (random() < 0.3) local.replyAsReporter(id, isi);
    else local.respond(id, { isi, opd: OPD, internal: random() < 0.15 });
  }

  /** An officer verifies, disposes, answers, postpones or closes; the last is the end of it. */
  function moveOn({ id, statusName }: NationalComplaint): void {
    const lot = random();
    if (statusName === NATIONAL_STATUS.unverified) national.verify(id);
    else if (lot < 0.5) national.answer(id, asWebText(`Jawaban LAPOR! nomor ${nextNumber()} & "selesai" <segera>.`));
    else if (lot < 0.65) national.dispose(id, CITY_INSTITUTION.id);
    else if (lot < 0.8) national.postpone(id);
    else if (lot < 0.9) national.reopen(id);
    else national.close(id);
  }

  /**
   * Closed ones are read again after a day only, and one that is still to be passed on is moved by that itself: nothing
   * is done to either that this run would not live to see carried.
   */
  function mayBeActedOn({ content, statusName, logs }: NationalComplaint): boolean {
    if (statusName === NATIONAL_STATUS.finished) return false;
    const reportId = /-(\d+)\]/.exec(content)?.[1] ?? '';
    return local.report(reportId)?.opd !== FOREIGN || logs.length > 0;
  }

  for (let index = 0; index < Math.min(FIRST_REPORTS, reportsMax); index += 1) fileReport(nextNumber());
  return { act };
}
