import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { findInstitution } from '../config/find-institution.ts';
import type { Config } from '../config/to-config.ts';
import type { Prepared } from '../lane/run-lane.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { Work } from '../ledger/verbs/due-deliveries.ts';
import type { LocalSystem } from '../local/local-system.ts';
import type { NationalSystem, OutgoingFile } from '../national/national-system.ts';
import type { Attachment, Report } from '../report/report.ts';
import type { PreparedFiles } from './prepare-files.ts';
import { prepareFiles } from './prepare-files.ts';
import { toFollowUp } from './to-follow-up.ts';
import { toNational } from './to-national.ts';
import type { WithheldReason } from './withheld-note.ts';

export interface PrepareDeps {
  readonly local: LocalSystem;
  readonly national: NationalSystem;
  readonly config: Config;
  readonly clock: Clock;
  readonly watch: SideWatch;
  readonly halt: AbortSignal;
}

/** A report does not wait longer than this for files that cannot be fetched; it goes with a note instead. */
const FILES_WAIT_MS = 6 * 3_600_000;
const FILES_RETRY_MS = 5_000;

/** Gathers what a write to the nation needs (files fetched, cleaned, uploaded) and renders it. Nothing of it is a report yet. */
export async function prepareForward(deps: PrepareDeps, work: Work): Promise<Prepared> {
  if (work.case.deletedAt !== null && work.delivery.kind === 'create') {
    return { type: 'set-aside', event: 'hold', reason: 'deleted' };
  }
  switch (work.delivery.kind) {
    case 'create':
      return work.report === null ? LOST : await prepareCreate(deps, work, work.report);
    case 'reject':
      return prepareReject(deps, work);
    case 'follow-up':
      return await prepareFollowUp(deps, work);
    case 'write-back':
    case 'response':
      throw new Error(`${work.delivery.kind} is not owed to the nation`);
  }
}

const LOST: Prepared = { type: 'set-aside', event: 'refused', reason: 'empty-text' };

async function prepareCreate(deps: PrepareDeps, work: Work, report: Report): Promise<Prepared> {
  const prepared = await filesFor(deps, work, report.attachments);
  if (prepared === 'later') return postponed(deps, FILES_RETRY_MS);
  const uploaded = await upload(deps, prepared.files);
  // The side itself is left alone then; the delivery need not wait any longer than that.
  if (uploaded === 'later') return postponed(deps, 1);
  const privacy = { anonymous: work.case.anonymous, secret: work.case.secret };
  const withheld = [...prepared.withheld, ...uploaded.refused];
  const outgoing = toNational({ report, privacy, attachmentIds: uploaded.ids, withheld }, deps.config);
  if (outgoing === null) return LOST;
  return {
    type: 'send',
    contentHash: hashOf(outgoing),
    body: work.delivery.body,
    send: (context) => deps.national.create(outgoing, context),
  };
}

function prepareReject({ national }: PrepareDeps, { delivery, case: owner }: Work): Prepared {
  const { targetInstitutionId } = delivery.body;
  const { nationalId } = owner;
  if (targetInstitutionId === undefined || nationalId === null) throw new Error('a reject without number or target');
  return {
    type: 'send',
    contentHash: hashOf({ nationalId, targetInstitutionId }),
    body: delivery.body,
    send: (context) => national.reject(nationalId, targetInstitutionId, context),
  };
}

async function prepareFollowUp(deps: PrepareDeps, work: Work): Promise<Prepared> {
  const { config } = deps;
  const { followUp, report, case: owner, delivery } = work;
  const { nationalId, localId } = owner;
  if (followUp === null || report === null || nationalId === null || localId === null) return LOST;
  const part = delivery.body.part ?? 1;
  const files = part === 1 ? await filesFor(deps, work, followUp.attachments) : NO_FILES;
  if (files === 'later') return postponed(deps, FILES_RETRY_MS);
  const withheld = part === 1 ? files.withheld : ((delivery.body.withheld ?? []) as readonly WithheldReason[]);
  const parts = toFollowUp(
    {
      followUp,
      localId,
      reporter: report.reporter,
      anonymous: owner.anonymous,
      withheld,
      hasFiles: followUp.attachments.length > 0,
    },
    config,
  );
  const content = parts[part - 1];
  if (content === undefined) return LOST;
  const from = findInstitution(config.maps.institutions, followUp.institution ?? owner.institution);
  const outgoing = {
    nationalId,
    content,
    fromInstitutionId: from.ours && followUp.author === 'institution' ? from.id : config.national.account.institutionId,
    toInstitutionId: config.national.account.institutionId,
    secret: owner.secret,
    files: files.files,
  };
  return {
    type: 'send',
    contentHash: hashOf({ nationalId, content }),
    body: { part, parts: parts.length, withheld },
    send: (context) => deps.national.addFollowUp(outgoing, context),
  };
}

const NO_FILES: PreparedFiles = { files: [], withheld: [], unreachable: false };

async function filesFor(
  { local, config, clock, halt }: PrepareDeps,
  work: Work,
  attachments: readonly Attachment[],
): Promise<PreparedFiles | 'later'> {
  if (attachments.length === 0) return NO_FILES;
  const { localId } = work.case;
  const fresh = async () => {
    const read = localId === null ? null : await local.readReport(localId, halt);
    if (read === null || !read.ok || read.value === null) return null;
    if (work.followUp === null) return read.value.attachments;
    return read.value.responses?.find((response) => response.id === work.followUp?.id)?.attachments ?? null;
  };
  const { types, maxBytes, maxFiles, stripMetadata } = config.national.attachments;
  const prepared = await prepareFiles({ local, stop: halt, fresh }, attachments, {
    types,
    maxBytes,
    maxFiles: work.followUp === null ? maxFiles : Math.min(maxFiles, config.national.followUp.maxFiles),
    stripMetadata,
    anonymous: work.case.anonymous,
  });
  return prepared.unreachable && clock.now() - work.delivery.createdAt < FILES_WAIT_MS ? 'later' : prepared;
}

interface Uploaded {
  readonly ids: readonly string[];
  readonly refused: readonly WithheldReason[];
}

async function upload(deps: PrepareDeps, files: readonly OutgoingFile[]): Promise<Uploaded | 'later'> {
  if (files.length === 0) return { ids: [], refused: [] };
  const result = await deps.national.upload(files, deps.halt);
  await deps.watch.noteRead(result.ok ? null : result.failure, false);
  if (result.ok) {
    const missing = Math.max(0, files.length - result.value.length);
    return { ids: result.value, refused: Array<WithheldReason>(missing).fill('refused') };
  }
  const refused = result.failure.kind === 'refused' || result.failure.kind === 'not-found';
  return refused ? { ids: [], refused: files.map(() => 'refused' as const) } : 'later';
}

function postponed({ clock }: PrepareDeps, waitMs: number): Prepared {
  return { type: 'postpone', dueAt: clock.now() + waitMs };
}

/** SHA-256 of what is sent, files by their ids: shows the auditor which wording went out without keeping it. */
function hashOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
