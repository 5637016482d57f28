import type { Effect } from './effect.ts';
import type { NationalComplaint, NationalFile, NationalInstitution } from './national-complaint.ts';
import type { NationalFileInput, NationalReportInput } from './national-report-input.ts';
import type { ComplaintChange, NationalState } from './national-state.ts';
import { NATIONAL_STATUS, statusAfterAnswer } from './national-status.ts';

/**
 * The simulated LAPOR!, as its people see it: what citizens and officers do there, and what is in it now. Every act
 * adds a log entry, so that E6 moves. An id may be given as text. Acts on a complaint that does not exist throw.
 */
export interface NationalWorld {
  /** Born national. */
  fileCitizenReport(input: NationalReportInput): NationalComplaint;
  verify(id: number | string): NationalComplaint;
  /** With a note, E7 shows the disposition too. */
  dispose(id: number | string, institutionId: number, note?: string): NationalComplaint;
  /** The institution in charge answers, in HTML. */
  answer(id: number | string, html: string, attachments?: readonly NationalFileInput[]): NationalComplaint;
  postpone(id: number | string): NationalComplaint;
  close(id: number | string): NationalComplaint;
  archive(id: number | string): NationalComplaint;
  reopen(id: number | string): NationalComplaint;
  /** Bukan wewenang: unverified again, at another institution or none yet; same id. */
  returnAsNotAuthority(id: number | string, institutionId?: number): NationalComplaint;
  /** Any name at all, also one that no map knows. */
  setStatus(id: number | string, statusName: string): NationalComplaint;
  /** In the order of their ids. */
  complaints(): readonly NationalComplaint[];
  complaint(id: number | string): NationalComplaint | null;
  /** A stored file by the id that E3 named. */
  file(id: number | string): { readonly file: NationalFile; readonly bytes: Uint8Array } | null;
  /** What requests brought about, in order. */
  readonly effects: readonly Effect[];
}

export function createNationalWorld(state: NationalState, officer: NationalInstitution): NationalWorld {
  const act = (id: number | string, decide: (complaint: NationalComplaint) => ComplaintChange): NationalComplaint => {
    const complaint = state.complaints.get(Number(id));
    if (complaint === undefined) throw new Error(`no complaint ${id}`);
    return state.change(complaint.id, decide(complaint));
  };
  const moveTo = (id: number | string, statusName: string): NationalComplaint =>
    act(id, (complaint) => statusChange(complaint, statusName, complaint.disposition ?? officer));

  return {
    fileCitizenReport: (input) => fileCitizenReport(state, input),
    verify: (id) => moveTo(id, NATIONAL_STATUS.verified),
    dispose: (id, institutionId, note) =>
      act(id, (complaint) => disposition(complaint, { from: officer, to: state.institution(institutionId), note })),
    answer: (id, html, attachments = []) =>
      act(id, (complaint) =>
        answer(complaint, { html, from: complaint.disposition ?? officer, files: attachments.map(state.storeFile) }),
      ),
    postpone: (id) => moveTo(id, NATIONAL_STATUS.postponed),
    close: (id) => moveTo(id, NATIONAL_STATUS.finished),
    archive: (id) => moveTo(id, NATIONAL_STATUS.archived),
    reopen: (id) => moveTo(id, NATIONAL_STATUS.inProgress),
    returnAsNotAuthority: (id, institutionId) =>
      act(id, (complaint) =>
        notAuthority(complaint, institutionId === undefined ? null : state.institution(institutionId)),
      ),
    setStatus: moveTo,
    complaints: () => [...state.complaints.values()],
    complaint: (id) => state.complaints.get(Number(id)) ?? null,
    file: (id) => state.file(Number(id)),
    effects: state.effects,
  };
}

function fileCitizenReport(state: NationalState, input: NationalReportInput): NationalComplaint {
  return state.insert({
    origin: 'citizen',
    title: input.title,
    content: input.content,
    statusName: NATIONAL_STATUS.unverified,
    channel: null,
    channelName: input.channelName ?? 'Website',
    classificationId: input.classificationId ?? null,
    categoryId: input.categoryId ?? null,
    locationId: null,
    location: input.location ?? '',
    disposition: input.institutionId === undefined ? null : state.institution(input.institutionId),
    dateOfIncident: input.dateOfIncident ?? state.today(),
    anonymous: input.anonymous ?? false,
    secret: input.secret ?? false,
    tags: '',
    reporter: input.reporter ?? null,
    attachments: (input.attachments ?? []).map(state.storeFile),
  });
}

function statusChange(complaint: NationalComplaint, statusName: string, by: NationalInstitution): ComplaintChange {
  const content =
    'Status laporan diubah oleh {{institution}} dari <b>{{status_old}}</b> menjadi <b>{{ status_new }}</b>';
  return { statusName, disposition: complaint.disposition, log: { content, from: by, to: null } };
}

function disposition(
  complaint: NationalComplaint,
  {
    from,
    to,
    note,
  }: { readonly from: NationalInstitution; readonly to: NationalInstitution; readonly note: string | undefined },
): ComplaintChange {
  const isNew = complaint.statusName === NATIONAL_STATUS.unverified;
  const content =
    'Laporan didisposisikan dari {{institution_from}} ke <a href="{{institution_to_link}}">{{ institution_to }}</a>';
  return {
    statusName: isNew ? NATIONAL_STATUS.verified : complaint.statusName,
    disposition: to,
    log: { content, from, to },
    ...(note === undefined ? {} : { followUp: officerFollowUp('disposition', { from, to, html: note, files: [] }) }),
  };
}

function answer(
  complaint: NationalComplaint,
  {
    html,
    from,
    files,
  }: { readonly html: string; readonly from: NationalInstitution; readonly files: readonly NationalFile[] },
): ComplaintChange {
  return {
    statusName: statusAfterAnswer(complaint.statusName),
    disposition: complaint.disposition,
    log: { content: 'Laporan ditindaklanjuti oleh {{institution}}', from, to: null },
    followUp: officerFollowUp('reply', { from, to: null, html, files }),
  };
}

function notAuthority(complaint: NationalComplaint, to: NationalInstitution | null): ComplaintChange {
  const content =
    to === null
      ? 'Laporan dikembalikan oleh {{institution}}: bukan wewenang'
      : 'Bukan wewenang {{institution_from}}, diteruskan ke {{institution_to}}';
  return { statusName: NATIONAL_STATUS.unverified, disposition: to, log: { content, from: complaint.disposition, to } };
}

function officerFollowUp(
  templateCode: 'reply' | 'disposition',
  written: {
    readonly from: NationalInstitution;
    readonly to: NationalInstitution | null;
    readonly html: string;
    readonly files: readonly NationalFile[];
  },
): NonNullable<ComplaintChange['followUp']> {
  const { from, to, html, files } = written;
  const templateContent =
    templateCode === 'reply'
      ? 'Tindak lanjut dari {{institution_from}}'
      : 'Disposisi dari {{institution_from}} ke {{institution_to}}';
  return { templateCode, templateContent, content: html, received: null, secret: false, from, to, attachments: files };
}
