import { asWebText } from './as-web-text.ts';
import { decideLiveSteps, type LiveStep } from './decide-live-steps.ts';
import type { LocalReportInput } from './local-report-input.ts';
import type { LocalWorld } from './local-world.ts';
import { CITY_INSTITUTION } from './national-institutions.ts';
import type { NationalWorld } from './national-world.ts';
import { pick } from './pick.ts';

export interface LivePeopleOptions {
  readonly local: LocalWorld;
  readonly national: NationalWorld;
  readonly random: () => number;
  /** The report number `index`, drawn with `random`; national reports are made of it too. */
  readonly content: (index: number, random: () => number) => LocalReportInput;
  /** Number of the first new report. */
  readonly firstIndex: number;
  /** Between two ticks; default 1 second. */
  readonly everyMs?: number;
}

/** The people of both systems, who go on acting by themselves. */
export interface LivePeople {
  start(): void;
  stop(): void;
  /** One round of acts, as the timer calls it. Gives what was done. */
  tick(): readonly LiveStep[];
}

const DEFAULT_EVERY_MS = 1_000;
const NATIONAL_ANSWERS = [
  'Terima kasih atas laporan Saudara. Laporan sudah kami teruskan ke petugas lapangan.',
  'Petugas telah meninjau lokasi. Pekerjaan dijadwalkan pekan ini.',
  'Laporan telah ditindaklanjuti & selesai dikerjakan.',
] as const;
const LOCAL_ANSWERS = [
  'Laporan sudah kami terima dan sedang kami periksa.',
  'Tim kami sudah ke lokasi pagi ini.',
  'Sudah ditindaklanjuti. Terima kasih atas kepeduliannya.',
] as const;

/** Officers verify, dispose, answer and close; OPD answer; citizens file new reports. Repeatable by the random source. */
export function createLivePeople(options: LivePeopleOptions): LivePeople {
  const { local, national, random, content } = options;
  let nextIndex = options.firstIndex;
  let timer: NodeJS.Timeout | null = null;

  function tick(): readonly LiveStep[] {
    const facts = {
      complaints: national.complaints(),
      reports: local.reports(),
      institutionId: CITY_INSTITUTION.id,
    };
    const steps = decideLiveSteps(facts, random);
    for (const step of steps) apply(step);
    return steps;
  }

  function apply(step: LiveStep): void {
    switch (step.step) {
      case 'verify':
        national.verify(step.id);
        return;
      case 'dispose':
        national.dispose(step.id, step.institutionId);
        return;
      case 'answer-nationally':
        national.answer(step.id, asWebText(pick(NATIONAL_ANSWERS, random)));
        return;
      case 'close':
        national.close(step.id);
        return;
      case 'answer-locally':
        local.respond(step.id, { isi: pick(LOCAL_ANSWERS, random), opd: step.opd });
        return;
      case 'file-report':
        local.fileReport(newContent());
        return;
      case 'file-citizen-report':
        national.fileCitizenReport(asNational(newContent()));
    }
  }

  function newContent(): LocalReportInput {
    nextIndex += 1;
    return content(nextIndex - 1, random);
  }

  function start(): void {
    timer ??= setInterval(tick, options.everyMs ?? DEFAULT_EVERY_MS);
  }

  function stop(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
  }

  return { start, stop, tick };
}

function asNational(report: LocalReportInput): Parameters<NationalWorld['fileCitizenReport']>[0] {
  const { pelapor } = report;
  return {
    title: report.judul === '' ? report.isi.slice(0, 80) : report.judul,
    content: asWebText(report.isi),
    location: report.lokasi?.alamat ?? '',
    anonymous: report.anonim ?? false,
    secret: report.rahasia ?? false,
    reporter: { name: pelapor?.nama ?? null, email: pelapor?.email ?? null, phone: pelapor?.telepon ?? null },
    attachments: (report.lampiran ?? []).map(({ nama, bytes }) => ({ fileName: nama, bytes })),
  };
}
