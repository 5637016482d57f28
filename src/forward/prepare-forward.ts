import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { findInstitution } from '../config/find-institution.ts';
import { routeReport } from '../config/route-report.ts';
import type { Config } from '../config/to-config.ts';
import type { Prepared } from '../lane/lane.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { Routed } from '../ledger/delivery.ts';
import type { Work } from '../ledger/verbs/due-deliveries.ts';
import type { LocalSystem } from '../local/local-system.ts';
import type { NationalReport, NationalSystem } from '../national/national-system.ts';
import { holdsNik } from '../report/holds-nik.ts';
import type { Report } from '../report/report.ts';
import { type SentAs, wording } from '../report/wording.ts';
import { fetchFiles, filesMayWait, NO_FILES } from './fetch-files.ts';
import { toFollowUp } from './to-follow-up.ts';
import { toNational } from './to-national.ts';
import { toRouteSubject } from './to-route-subject.ts';
import { uploadFiles } from './upload-files.ts';
import type { WithheldReason } from './withheld-note.ts';

export interface PrepareDeps {
  readonly local: LocalSystem;
  readonly national: NationalSystem;
  readonly config: Config;
  readonly clock: Clock;
  readonly watch: SideWatch;
  /** False while the local side does not answer: then no file is asked for. */
  readonly localIsUp: () => boolean;
  readonly halt: AbortSignal;
}

const FILES_RETRY_MIN_MS = 5_000;
const FILES_RETRY_MAX_MS = 10 * 60_000;

/** Gathers what a write to the nation needs (files fetched, cleaned, uploaded) and renders it. Nothing of it is a report yet. */
export async function prepareForward(deps: PrepareDeps, work: Work): Promise<Prepared> {
  // What became ready after the operator's hold (a doubt settled, a further part) is held, too.
  if (work.case.hold) return { type: 'set-aside', event: 'hold', reason: 'operator' };
  // Nothing more of it leaves: who deletes a report may well have a reason to hide it.
  if (work.case.deletedAt !== null) return { type: 'set-aside', event: 'hold', reason: 'deleted' };
  switch (work.delivery.kind) {
    case 'create':
      return work.report === null ? LOST : await prepareCreate(deps, work, work.report);
    case 'reject':
      return prepareReject(deps, work);
    case 'follow-up':
      return await prepareFollowUp(deps, work);
    case 'report':
    case 'write-back':
    case 'response':
      throw new Error(`${work.delivery.kind} is not owed to the nation`);
  }
}

/** A person took the number back that it was owed to: it goes out under the next one. */
const PARTED: Prepared = { type: 'set-aside', event: 'hold', reason: 'unlinked' };
const LOST: Prepared = { type: 'set-aside', event: 'refused', reason: 'empty-text' };
/** The reference would show it, and a name of its own could not be found again once the ledger is lost. */
const SHOWS_NIK: Prepared = { type: 'set-aside', event: 'refused', reason: 'identity-number' };
const NO_ROOM: Prepared = { type: 'set-aside', event: 'refused', reason: 'too-large' };

async function prepareCreate(deps: PrepareDeps, work: Work, report: Report): Promise<Prepared> {
  if (deps.config.policy.maskNik && holdsNik(report.localId)) return SHOWS_NIK;
  const prepared = await fetchFiles(deps, work, report.attachments);
  if (prepared === 'later') return filesPostponed(deps, work);
  const mayWait = filesMayWait(work, deps.clock.now());
  const uploaded = await uploadFiles(deps, prepared.files, mayWait);
  if (uploaded === 'later') return filesPostponed(deps, work);
  const privacy = { anonymous: work.case.anonymous, secret: work.case.secret };
  const withheld = [...prepared.withheld, ...uploaded.refused];
  const outgoing = toNational({ report, privacy, attachmentIds: uploaded.ids, withheld }, deps.config);
  if (outgoing === null) return LOST;
  return {
    type: 'send',
    contentHash: hashOf(outgoing),
    body: { ...work.delivery.body, sentAs: sentAs(outgoing), routed: routedTo(report, deps.config) },
    send: (context) => deps.national.create(outgoing, context),
  };
}

/** Where it goes is written down with the intent: what passes it on afterwards must not find another place. */
function routedTo(report: Report, { maps }: Config): Routed {
  const { target, by, rule } = routeReport(maps.institutions, toRouteSubject(report));
  return { id: target.id, ours: target.ours, by, rule, opd: report.institution };
}

/** The reference is the first line. */
function sentAs({ title, content }: NationalReport): SentAs {
  const bare = content.slice(content.indexOf('\n') + 1);
  return { whole: wording(title, content), bare: wording(title, bare) };
}

function prepareReject({ national }: PrepareDeps, { delivery, case: owner }: Work): Prepared {
  const { targetInstitutionId } = delivery.body;
  const { nationalId } = owner;
  if (nationalId === null) return PARTED;
  if (targetInstitutionId === undefined) throw new Error('a reject without target');
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
  if (work.message?.internal === true) return { type: 'set-aside', event: 'hold', reason: 'withdrawn' };
  if (nationalId === null) return PARTED;
  if (followUp === null || report === null || localId === null) return LOST;
  if (config.policy.maskNik && [localId, followUp.id].some(holdsNik)) return SHOWS_NIK;
  const part = delivery.body.part ?? 1;
  const files = part === 1 ? await fetchFiles(deps, work, followUp.attachments) : NO_FILES;
  if (files === 'later') return filesPostponed(deps, work);
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
  if (parts === 'no-room') return NO_ROOM;
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
    body: { part, parts: parts.length, withheld, worded: wording('', content) },
    send: (context) => deps.national.addFollowUp(outgoing, context),
  };
}

/** Soon at first, then after a quarter of the time that it has waited. */
function filesPostponed({ clock }: PrepareDeps, { delivery }: Work): Prepared {
  const now = clock.now();
  const waitMs = Math.min(FILES_RETRY_MAX_MS, Math.max(FILES_RETRY_MIN_MS, (now - delivery.createdAt) / 4));
  return { type: 'postpone', dueAt: now + Math.round(waitMs) };
}

/** SHA-256 of what is sent, files by their ids: shows the auditor which wording went out without keeping it. */
function hashOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
