import type { SendContext } from '../../../src/http/send-context.ts';
import type { LocalSystem, LocalWrite, NewReport, NewResponse, WriteBack } from '../../../src/local/local-system.ts';
import type { FollowUpAuthor } from '../../../src/report/follow-up.ts';
import type { Privacy } from '../../../src/report/privacy.ts';

/** What a resident files. */
export interface StaffReport {
  readonly title?: string;
  readonly text?: string;
  readonly privacy?: Privacy;
  readonly files?: readonly StaffFile[];
}

export interface StaffFile {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export interface StaffAnswer {
  readonly text: string;
  readonly author?: Exclude<FollowUpAuthor, 'national'>;
  readonly internal?: boolean;
}

/** A report as it stands in the application, or in what it was given to take over. */
export interface Stored {
  readonly nationalId: string | null;
  readonly nationalStatus: string | null;
  readonly status: string | null;
  /** Answers of LAPOR! alone. */
  readonly answers: readonly { readonly text: string; readonly externalRef: string | null }[];
}

/** The people who use the application, and somebody who looks into it past the bridge. Ids are those that the bridge reads. */
export interface LocalStaff {
  file(report?: StaffReport): Promise<string>;
  answer(localId: string, answer: StaffAnswer): Promise<void>;
  /** Gives the report another text. */
  edit(localId: string, text: string): Promise<void>;
  remove(localId: string): Promise<void>;
  /** Makes a row that cannot be read of a report. */
  spoil(localId: string): Promise<void>;
  stored(localId: string): Promise<Stored>;
  /** How many reports carry this reference. */
  count(externalRef: string): Promise<number>;
  /** The status that a report is given by a write-back of the contract. */
  readonly statusName: string;
}

/** What an application knows of besides reports and answers, the writes that it takes, and what can go wrong with them. */
export type LocalFeature =
  | LocalWrite
  | 'anonymity'
  | 'secrecy'
  | 'internal-notes'
  | 'reporter-replies'
  | 'files'
  | 'deletion'
  | 'bad-rows'
  | 'lost-writes'
  | 'refusals';

/** How a write goes wrong: `lost`: it is done and its answer does not come; `refused`: it is turned down for its content. */
export type WriteFault = 'lost' | 'refused';

export interface LocalStage {
  readonly local: LocalSystem;
  readonly staff: LocalStaff;
  /** The time in the application, epoch milliseconds. */
  now(): number;
  advance(ms: number): void;
  /** Strikes the next write of this kind. */
  fail(write: 'report' | 'response', fault: WriteFault): void;
}

/** One form of the local side. What it does not have is asked of it by no test. */
export interface LocalForm {
  readonly name: string;
  readonly features: readonly LocalFeature[];
  /** Opens it with an application of its own, and closes both when the test ends. */
  open(options: { readonly pageSize: number }): Promise<LocalStage>;
}

/** For what a stage cannot do, as its features say. */
export async function impossible(): Promise<never> {
  throw new Error('this form has no such thing');
}

export const NEVER = new AbortController().signal;

/** A write's context, admitted at the form's own gate. */
export async function admitted(local: LocalSystem, stop: AbortSignal = NEVER): Promise<SendContext> {
  const permit = await local.gate.enter();
  if (permit === null) throw new Error('the gate let nobody in');
  return { permit, stop };
}

export const REPORT: NewReport = {
  title: 'Lampu jalan padam',
  text: 'Lampu jalan di depan sekolah padam sejak Senin.',
  kind: 'pengaduan',
  category: 'Infrastruktur jalan',
  institution: 'DPUPR',
  incidentDate: '2026-08-01',
  location: { address: 'Jl. Contoh 7' },
  reporter: null,
  privacy: { anonymous: true, secret: false },
  attachments: [],
  externalRef: 'lapor:9165900',
};

export const RESPONSE: NewResponse = {
  text: 'Sudah diperbaiki oleh dinas.\nTerima kasih.',
  institution: 'Dinas PUPR',
  attachments: [{ url: 'https://lapor.example.test/foto.jpg', name: 'foto.jpg', mimeType: null, sizeBytes: null }],
  externalRef: 'lapor-followup:501',
};

export const VALUES: Omit<WriteBack, 'localStatus'> = {
  nationalId: '9165901',
  nationalStatus: 'Terdisposisi (belum ditindaklanjuti)',
  nationalUrl: 'https://lapor.example.test/pengaduan/9165901',
};
