import { localInputOf } from './local-input-of.ts';
import type { LocalReport } from './local-report.ts';
import type { LocalWorld } from './local-world.ts';
import type { MadeUpReport } from './made-up-city/made-up-report.ts';
import { madeUpReports } from './made-up-city/made-up-reports.ts';
import { nationalAnswers } from './national-answers.ts';
import { CITY_INSTITUTION } from './national-institutions.ts';
import { NATIONAL_STATUS } from './national-status.ts';
import type { NationalWorld } from './national-world.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export interface DemoWeekOptions {
  readonly local: LocalWorld;
  readonly national: NationalWorld;
  readonly random: () => number;
  /** Epoch ms of the first midnight of the made-up week. */
  readonly startMs: number;
}

/** A week in the made-up city: what its people do in both systems, up to a given moment. */
export interface DemoWeek {
  /** Does everything that falls due by `now` and has not been done. */
  until(now: number): void;
  /** A citizen files a report at LAPOR! itself, for the city. Gives its number. */
  fileThere(): number;
  /** An officer keys the newest report that is open to all into LAPOR! by hand. `null`: there is none. */
  keyByHand(): { readonly localId: number; readonly tracking: number } | null;
}

interface Due {
  readonly at: number;
  readonly act: () => void;
}

/** Citizens file, OPD and citizens answer locally, LAPOR!'s officers verify, answer and close what reached them. */
export function createDemoWeek({ local, national, random, startMs }: DemoWeekOptions): DemoWeek {
  const due: Due[] = [];
  const known = new Set<number>();
  const answers = new Map<string, MadeUpReport>();
  /** The city's report by the number that an officer got for it at LAPOR!'s own form. */
  const keyed = new Map<number, string>();
  for (const report of madeUpReports()) {
    const at = startMs + report.dayFiled * DAY_MS + report.minuteFiled * MINUTE_MS;
    due.push({ at, act: () => file(report, at) });
  }

  function file(report: MadeUpReport, at: number): void {
    const linked = report.lapor_id === undefined ? {} : { lapor_id: String(keyedByHand(report)) };
    const filed = local.fileReport({ ...localInputOf(report), ...linked, createdAtMs: at });
    answers.set(String(filed.id), report);
    for (const answer of report.tanggapan) {
      due.push({
        at: at + answer.afterDays * DAY_MS,
        act: () => {
          if (answer.penulis === 'pelapor') local.replyAsReporter(filed.id, answer.isi);
          else local.respond(filed.id, { isi: answer.isi, opd: answer.opd, internal: answer.internal });
        },
      });
    }
  }

  /** A report that an operator typed into LAPOR! himself before there was a bridge. */
  function keyedByHand(report: MadeUpReport): number {
    return national.fileCitizenReport({ title: report.judul, content: report.isi, location: report.lokasi.alamat }).id;
  }

  /** Officers take up what arrived: verified within a day, answered once to three times, then closed. */
  function takeUp(now: number): void {
    for (const complaint of national.complaints()) {
      if (known.has(complaint.id)) continue;
      known.add(complaint.id);
      const localId = keyed.get(complaint.id) ?? /^\[Ref: \S+?-(\d+)\]/.exec(complaint.content)?.[1];
      const report = answers.get(localId ?? '');
      const verifiedAt = now + (2 + random() * 20) * 60 * MINUTE_MS;
      due.push({ at: verifiedAt, act: () => national.verify(complaint.id) });
      const texts = report === undefined ? [] : nationalAnswers(report, random);
      texts.forEach((html, index) => {
        const at = verifiedAt + (index + 1) * (0.4 + random()) * DAY_MS;
        due.push({ at, act: () => national.answer(complaint.id, html) });
        const last = index === texts.length - 1 && random() < 0.6;
        if (last) due.push({ at: at + 0.5 * DAY_MS, act: () => national.close(complaint.id) });
      });
    }
  }

  return {
    until(now) {
      takeUp(now);
      for (;;) {
        due.sort((a, b) => a.at - b.at);
        const next = due[0];
        if (next === undefined || next.at > now) break;
        due.shift();
        next.act();
      }
      if (now - startMs > 5 * DAY_MS) {
        nameUnknownStatus();
        if (!known.has(-2) && giveBack(national)) known.add(-2);
      }
      answerBornThere(local);
    },
    fileThere: () => fileThere(national),
    keyByHand() {
      const isOpenToAll = (report: LocalReport) => !report.anonim && !report.rahasia && report.lapor_id === null;
      const newest = local.reports().findLast(isOpenToAll);
      if (newest === undefined) return null;
      const tracking = fileByHand(national, newest);
      keyed.set(tracking, String(newest.id));
      return { localId: newest.id, tracking };
    },
  };

  /** LAPOR! comes up with a status name that no map knows: it is kept and shown, and raised once. */
  function nameUnknownStatus(): void {
    const open = national
      .complaints()
      .find((one) => one.origin === 'api' && one.statusName === NATIONAL_STATUS.verified);
    if (open !== undefined && !known.has(-1)) {
      known.add(-1);
      national.setStatus(open.id, 'Menunggu Klarifikasi');
    }
  }
}

function fileThere(national: NationalWorld): number {
  return national.fileCitizenReport({
    title: 'Pohon tumbang menutup jalan',
    content: 'Pohon besar tumbang sejak semalam di Jalan Melati, motor pun tidak bisa lewat.',
    institutionId: CITY_INSTITUTION.id,
  }).id;
}

/** As the city's staff type it into LAPOR!'s own form, in the citizen's name. */
function fileByHand(national: NationalWorld, { judul, isi, lokasi, pelapor, tanggal_kejadian }: LocalReport): number {
  return national.fileCitizenReport({
    title: judul,
    content: isi,
    location: lokasi?.alamat ?? '',
    institutionId: CITY_INSTITUTION.id,
    ...(tanggal_kejadian === null ? {} : { dateOfIncident: tanggal_kejadian }),
    reporter: { name: pelapor?.nama ?? null, email: null, phone: pelapor?.telepon ?? null },
  }).id;
}

/** An OPD answers in its own application what was born at LAPOR!. */
function answerBornThere(local: LocalWorld): void {
  const born = local.reports().filter((report) => report.external_ref !== null && report.tanggapan.length === 0);
  for (const { id } of born)
    local.respond(id, { isi: 'Pohon sudah dipotong dan jalan dibuka kembali pagi ini.', opd: 'BPBD' });
}

/** One that the city passed on comes back: the other institution has no authority either. False where there is none yet. */
function giveBack(national: NationalWorld): boolean {
  const passedOn = national.effects.find(({ kind }) => kind === 'reject');
  if (passedOn !== undefined) national.returnAsNotAuthority(passedOn.id, CITY_INSTITUTION.id);
  return passedOn !== undefined;
}
