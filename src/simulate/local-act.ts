import * as z from 'zod';
import type { ActResult } from './control-routes.ts';
import type { LocalWorld } from './local-world.ts';
import { readJson } from './read-json.ts';

/** A file in an act: its bytes as base64. */
const File = z
  .strictObject({ nama: z.string().min(1), mime: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/), base64: z.base64() })
  .transform(({ nama, mime, base64 }) => ({ nama, mime, bytes: Buffer.from(base64, 'base64') }));

const nullableText = z.string().nullable().exactOptional();

const Place = z.strictObject({
  alamat: z.string().nullable(),
  kecamatan: z.string().nullable(),
  kelurahan: z.string().nullable(),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
});

const Reporter = z.strictObject({
  nama: z.string().nullable(),
  email: z.string().nullable(),
  telepon: z.string().nullable(),
  nik: z.string().nullable(),
});

const columns = {
  jenis: z.enum(['pengaduan', 'aspirasi', 'permintaan_informasi']).exactOptional(),
  kategori: nullableText,
  tingkat: nullableText,
  status: z.string().exactOptional(),
  opd: nullableText,
  tanggal_kejadian: nullableText,
  lokasi: Place.nullable().exactOptional(),
  pelapor: Reporter.nullable().exactOptional(),
  anonim: z.boolean().exactOptional(),
  rahasia: z.boolean().exactOptional(),
  lapor_id: z.union([z.string(), z.number()]).nullable().exactOptional(),
};

/** What a person can do in the city by `POST /_simulate/act`; the arguments of `LocalWorld`. */
const LocalAct = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('file-report'),
    judul: z.string(),
    isi: z.string(),
    ...columns,
    lampiran: z.array(File).exactOptional(),
    createdAtMs: z.number().exactOptional(),
  }),
  z.strictObject({
    act: z.literal('respond'),
    id: z.int(),
    isi: z.string(),
    opd: z.string().nullable().default(null),
    internal: z.boolean().exactOptional(),
    lampiran: z.array(File).exactOptional(),
  }),
  z.strictObject({ act: z.literal('reply-as-reporter'), id: z.int(), isi: z.string() }),
  z.strictObject({
    act: z.literal('edit'),
    id: z.int(),
    judul: z.string().exactOptional(),
    isi: z.string().exactOptional(),
    ...columns,
  }),
  z.strictObject({ act: z.literal('remove'), id: z.int() }),
]);
type LocalAct = z.output<typeof LocalAct>;

/** Carries out an act given as JSON. */
export function performLocalAct(body: Buffer, world: LocalWorld): ActResult {
  const sent = readJson(body, LocalAct);
  if (!sent.ok) return { kind: 'malformed', message: sent.message };
  const act = sent.value;
  if ('id' in act && world.report(act.id) === null) return { kind: 'unknown-id' };
  return { kind: 'done', result: perform(act, world) };
}

function perform(act: LocalAct, world: LocalWorld): unknown {
  switch (act.act) {
    case 'file-report': {
      const { act: _, ...input } = act;
      return world.fileReport(input);
    }
    case 'respond':
      return world.respond(act.id, act);
    case 'reply-as-reporter':
      return world.replyAsReporter(act.id, act.isi);
    case 'edit': {
      const { act: _, id, ...patch } = act;
      return world.edit(id, patch);
    }
    case 'remove':
      return world.remove(act.id);
  }
}
