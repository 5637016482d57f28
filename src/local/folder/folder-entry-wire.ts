import * as z from 'zod';

const text = z.string();
const optional = text.nullable();
const File = z.object({ url: text, name: optional, mimeType: optional, sizeBytes: z.number().nullable() });

const Rejected = z.object({ key: text, path: text, reason: text, fingerprint: text });
export type Rejected = z.output<typeof Rejected>;

/** A file of the inbox that was taken: the rows that were new or changed, and those that could not be taken. */
const Taken = z.object({
  kind: z.literal('taken'),
  at: z.number(),
  /** SHA-256 of its bytes. */
  hash: text,
  name: text,
  rows: z.array(z.object({ localId: text, row: z.record(text, z.json()) })),
  rejected: z.array(Rejected),
  /** Name of the file that shows them, in the folder of what was rejected. */
  rejectedFile: optional,
});

const Report = z.object({
  title: text,
  text,
  kind: z.enum(['pengaduan', 'aspirasi', 'permintaan_informasi']),
  category: optional,
  institution: optional,
  incidentDate: optional,
  location: z.object({ address: optional }),
  reporter: z.object({ name: optional, email: optional, phone: optional }).nullable(),
  privacy: z.object({ anonymous: z.boolean(), secret: z.boolean() }),
  attachments: z.array(File),
  externalRef: text,
});

const Written = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('report'), at: z.number(), report: Report }),
  z.object({
    kind: z.literal('write-back'),
    at: z.number(),
    localId: text,
    values: z.object({ nationalId: text, nationalStatus: optional, nationalUrl: text, localStatus: optional }),
  }),
  z.object({
    kind: z.literal('response'),
    at: z.number(),
    localId: text,
    response: z.object({ text, institution: optional, attachments: z.array(File), externalRef: text }),
  }),
]);
/** What the bridge wrote, and the city is to take over. */
export type Written = z.output<typeof Written>;

/** What was written up to here has been put into files of the outbox. */
const Published = z.object({ kind: z.literal('published'), at: z.number(), files: z.array(text), count: z.number() });

/** One line of the journal. Times are epoch milliseconds. */
export const FolderEntry = z.union([Taken, ...Written.options, Published]);
export type FolderEntry = z.output<typeof FolderEntry>;
export type TakenEntry = z.output<typeof Taken>;
