import * as z from 'zod';

/** What the application accepts from outside (local contract, §1). Unknown fields are ignored, as its framework does. */

const text = z.string().refine((value) => value.trim() !== '', 'wajib diisi');
const optionalText = z.string().nullish();

const Attachment = z
  .object({ url: text, nama: optionalText, mime: optionalText, ukuran: z.number().nullish() })
  .transform(({ url, nama, mime, ukuran }) => ({
    url,
    nama: nama ?? null,
    mime: mime ?? null,
    ukuran: ukuran ?? null,
  }));

const Place = z.object({
  alamat: z.string().nullable().default(null),
  kecamatan: z.string().nullable().default(null),
  kelurahan: z.string().nullable().default(null),
  lat: z.coerce.number().nullable().default(null),
  lng: z.coerce.number().nullable().default(null),
});

const Reporter = z.object({
  nama: z.string().nullable().default(null),
  email: z.string().nullable().default(null),
  telepon: z.string().nullable().default(null),
  nik: z.string().nullable().default(null),
});

/** `POST /pengaduan`: the report shape without ids. */
export const NewReport = z.object({
  judul: text,
  isi: text,
  jenis: z.enum(['pengaduan', 'aspirasi', 'permintaan_informasi']).default('pengaduan'),
  kategori: z.string().nullable().default(null),
  tingkat: z.string().nullable().default(null),
  status: text.default('menunggu'),
  opd: z.string().nullable().default(null),
  tanggal_kejadian: z.iso.date().nullable().default(null),
  lokasi: Place.nullable().default(null),
  pelapor: Reporter.nullable().default(null),
  anonim: z.boolean().default(false),
  rahasia: z.boolean().default(false),
  lampiran: z.array(Attachment).default([]),
  lapor_id: z.union([z.string(), z.number()]).nullable().default(null),
  lapor_status: z.string().nullable().default(null),
  lapor_url: z.string().nullable().default(null),
  external_ref: z.string().min(1).nullable().default(null),
});

/** `PATCH /pengaduan/{id}`: only what the bridge may write back. */
export const WriteBack = z.object({
  lapor_id: z.union([z.string(), z.number()]).nullable().exactOptional(),
  lapor_status: z.string().nullable().exactOptional(),
  lapor_url: z.string().nullable().exactOptional(),
  status: text.exactOptional(),
});

/** `POST /pengaduan/{id}/tanggapan`. */
export const NewResponse = z.object({
  isi: text,
  penulis: z.enum(['opd', 'pelapor', 'lapor']),
  opd: z.string().nullable().default(null),
  lampiran: z.array(Attachment).default([]),
  external_ref: z.string().min(1).nullable().default(null),
});

export const Login = z.object({ username: text, password: text });
