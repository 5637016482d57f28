import * as z from 'zod';
import type { Location, Report, Reporter, ReportKind } from '../../report/report.ts';
import { FilesWire } from './files-wire.ts';
import { type ResponseWireOptions, responseWire } from './response-wire.ts';
import {
  DegreesValue,
  dayValue,
  HidingFlagValue,
  IdValue,
  OptionalIdValue,
  OptionalTextValue,
  optionalTimeValue,
  TextValue,
  timeValue,
} from './value-wire.ts';

const KINDS: ReadonlyMap<string, ReportKind> = new Map([
  ['aspirasi', 'aspirasi'],
  ['permintaan_informasi', 'permintaan_informasi'],
]);

/** A kind that we do not know is filed as what nearly every report is. */
const KindWire = z.unknown().transform((value): ReportKind => {
  const word =
    typeof value === 'string'
      ? value
          .trim()
          .toLowerCase()
          .replace(/[\s-]+/g, '_')
      : '';
  return KINDS.get(word) ?? 'pengaduan';
});

const PlaceWire = z
  .object(
    {
      alamat: OptionalTextValue,
      kecamatan: OptionalTextValue,
      kelurahan: OptionalTextValue,
      lat: DegreesValue,
      lng: DegreesValue,
    },
    'not-an-object',
  )
  .transform(
    ({ alamat, kecamatan, kelurahan, lat, lng }): Location => ({
      address: alamat,
      district: kecamatan,
      village: kelurahan,
      latitude: lat,
      longitude: lng,
    }),
  );

/** `undefined`: the application says nothing of names, unlike one that leaves the name out of this report. */
const NameValue = z.union([z.undefined(), OptionalTextValue]);

const ReporterWire = z
  .object(
    { nama: NameValue, email: OptionalTextValue, telepon: OptionalTextValue, nik: OptionalTextValue },
    'not-an-object',
  )
  .transform(({ nama, email, telepon, nik }) => ({
    isNameless: nama === null,
    reporter: { name: nama ?? null, email, phone: telepon, nik } satisfies Reporter,
  }));

/**
 * A row of the REST form under the contract's names (`renameRow`). Every issue's message is one of our own words.
 * A report without its own time of change has not changed since it was made; one changed before it was made counts as
 * changed then.
 */
export function restWire(options: ResponseWireOptions) {
  const { zone } = options;
  return z
    .object({
      id: IdValue,
      nomor_tiket: OptionalTextValue,
      judul: TextValue.prefault(''),
      isi: TextValue,
      jenis: KindWire,
      kategori: OptionalTextValue,
      tingkat: OptionalTextValue,
      status: OptionalTextValue,
      opd: OptionalTextValue,
      tanggal_kejadian: dayValue(zone),
      lokasi: PlaceWire,
      pelapor: ReporterWire,
      anonim: HidingFlagValue,
      rahasia: HidingFlagValue,
      lampiran: FilesWire,
      tanggapan: z.array(responseWire(options), 'not-a-list').nullish(),
      lapor_id: OptionalIdValue,
      lapor_status: OptionalTextValue,
      external_ref: OptionalTextValue,
      created_at: timeValue(zone),
      updated_at: optionalTimeValue(zone),
      deleted_at: optionalTimeValue(zone),
    })
    .transform(
      (row): Report => ({
        localId: row.id,
        ticket: row.nomor_tiket,
        title: row.judul,
        text: row.isi,
        kind: row.jenis,
        category: row.kategori,
        severity: row.tingkat,
        status: row.status,
        institution: row.opd,
        incidentDate: row.tanggal_kejadian,
        location: row.lokasi,
        reporter: row.pelapor.reporter,
        // A flag that says no beside a name that is left out: the more private of the two counts.
        privacy: { anonymous: row.anonim || row.pelapor.isNameless, secret: row.rahasia },
        attachments: row.lampiran,
        responses: row.tanggapan === undefined ? null : (row.tanggapan ?? []),
        nationalId: row.lapor_id,
        nationalStatus: row.lapor_status,
        externalRef: row.external_ref,
        createdAt: row.created_at,
        updatedAt: Math.max(row.updated_at ?? row.created_at, row.created_at),
        deletedAt: row.deleted_at,
      }),
    );
}
