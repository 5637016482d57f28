import type { Clock } from '../../clock.ts';
import type { Config } from '../../config/to-config.ts';
import type { SendContext } from '../../http/send-context.ts';
import type { NationalReport, NationalSystem } from '../../national/national-system.ts';
import { dateInZone } from '../../report/format-time.ts';
import {
  firstLineIsReference,
  lastLineIsReference,
  makeReference,
  makeResponseReference,
} from '../../report/reference.ts';
import { TEST_PICTURE } from './test-picture.ts';

export type RoundtripStep = 'upload' | 'create' | 'read' | 'list' | 'answer' | 'read-answer';

export interface RoundtripResult {
  /** The test report's number at LAPOR!; `null`: it is not known to stand there. */
  readonly nationalId: string | null;
  readonly done: readonly RoundtripStep[];
  /** Where it ended; `null`: it came back. `why` is a fixed word. */
  readonly failed: { readonly step: RoundtripStep; readonly why: string } | null;
}

export interface RoundtripParts {
  readonly national: NationalSystem;
  readonly config: Config;
  readonly clock: Clock;
  /** Part of the reference; of letters and digits. */
  readonly id: string;
  readonly stop: AbortSignal;
}

const TRIES = 5;
const PAUSE_MS = 2_000;
const WINDOW_MS = 600_000;

/**
 * Files one anonymous, secret test report at LAPOR! with a picture, answers it, and looks for both: whether our references
 * come back as they were sent. What it files stays there. Nothing is sent twice.
 */
export async function roundtrip(parts: RoundtripParts): Promise<RoundtripResult> {
  const trip: Trip = { ...parts, attachmentIds: [], nationalId: null };
  const done: RoundtripStep[] = [];
  for (const [step, go] of STEPS) {
    if (step === 'list' && parts.national.listInbox === null) continue;
    const why = await go(trip);
    if (why !== null) return { nationalId: trip.nationalId, done, failed: { step, why } };
    done.push(step);
  }
  return { nationalId: trip.nationalId, done, failed: null };
}

interface Trip extends RoundtripParts {
  attachmentIds: readonly string[];
  nationalId: string | null;
}

/** Each gives `null`, or a fixed word that says why it ended there. */
const STEPS: readonly (readonly [RoundtripStep, (trip: Trip) => Promise<string | null>])[] = [
  ['upload', upload],
  ['create', create],
  ['read', readBack],
  ['list', findInList],
  ['answer', answer],
  ['read-answer', findAnswer],
];

async function upload(trip: Trip): Promise<string | null> {
  const stored = await trip.national.upload([TEST_PICTURE], trip.stop);
  if (!stored.ok) return stored.failure.detail;
  trip.attachmentIds = stored.value;
  return stored.value.length === 1 ? null : 'no-id';
}

async function create(trip: Trip): Promise<string | null> {
  const { national, config, clock, id, attachmentIds } = trip;
  const context = await contextOf(trip);
  if (context === null) return 'stopped';
  const result = await national.create(testReport(config, { id, now: clock.now(), attachmentIds }), context);
  if (result.kind !== 'done') return result.cause;
  trip.nationalId = result.value;
  return null;
}

async function readBack({ national, nationalId, stop }: Trip): Promise<string | null> {
  const detail = await national.detail(nationalId ?? '', stop);
  if (!detail.ok) return detail.failure.detail;
  if (detail.value === null) return 'not-found';
  return detail.value.statusName === null ? 'no-status' : null;
}

async function findInList(trip: Trip): Promise<string | null> {
  const { national, nationalId, config, clock, id, stop } = trip;
  const reference = makeReference(config.reference, { site: config.site, id });
  const query = { institutionId: config.national.account.institutionId, sinceMs: clock.now() - WINDOW_MS, page: 1 };
  return await untilThere(trip, async () => {
    const page = await national.listInbox?.(query, stop);
    if (page?.ok !== true) return page?.failure.detail ?? 'not-found';
    const { reports } = page.value;
    return reports.some((row) => row.id === nationalId && firstLineIsReference(row.text, reference))
      ? null
      : 'not-found';
  });
}

async function answer(trip: Trip): Promise<string | null> {
  const { national, nationalId, config } = trip;
  const { institutionId } = config.national.account;
  const context = await contextOf(trip);
  if (context === null) return 'stopped';
  const followUp = {
    nationalId: nationalId ?? '',
    content: `Jawaban uji jembatan; abaikan.\n${responseReference(trip)}`,
    fromInstitutionId: institutionId,
    toInstitutionId: institutionId,
    secret: true,
    files: [],
  };
  const result = await national.addFollowUp(followUp, context);
  return result.kind === 'done' ? null : result.cause;
}

async function findAnswer(trip: Trip): Promise<string | null> {
  const reference = responseReference(trip);
  return await untilThere(trip, async () => {
    const read = await trip.national.answers(trip.nationalId ?? '', trip.stop);
    if (!read.ok) return read.failure.detail;
    return read.value.answers.some(({ text }) => lastLineIsReference(text, reference)) ? null : 'not-found';
  });
}

/** What was written need not be there at once. */
async function untilThere({ clock, stop }: Trip, look: () => Promise<string | null>): Promise<string | null> {
  for (let tries = 1; tries < TRIES; tries += 1) {
    if ((await look()) === null) return null;
    await clock.sleep(PAUSE_MS, stop);
  }
  return await look();
}

async function contextOf({ national, stop }: Trip): Promise<SendContext | null> {
  const permit = await national.gate.enter(stop);
  return permit === null ? null : { permit, stop };
}

function responseReference({ config, id }: Trip): string {
  return makeResponseReference(config.responseReference, { site: config.site, id, responseId: '1' });
}

function testReport(
  config: Config,
  { id, now, attachmentIds }: { readonly id: string; readonly now: number; readonly attachmentIds: readonly string[] },
): NationalReport {
  const { categoryId, classificationId } = config.maps.categories.default;
  return {
    title: 'Laporan uji jembatan; abaikan',
    content: `${makeReference(config.reference, { site: config.site, id })}\nLaporan ini dibuat oleh jembatan untuk menguji sambungan. Tidak perlu ditindaklanjuti.`,
    classificationId: config.national.create.classifications.pengaduan ?? classificationId,
    categoryId,
    institutionId: config.national.account.institutionId,
    incidentDate: dateInZone(now, config.timezone),
    anonymous: true,
    secret: true,
    attachmentIds,
    reporter: null,
  };
}
