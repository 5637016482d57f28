import * as z from 'zod';
import { readPath } from '../../http/read-path.ts';
import { readPrivacyFlag } from '../../report/privacy.ts';
import type { Attachment, Report } from '../../report/report.ts';
import {
  DegreesValue,
  IdValue,
  OptionalTextValue,
  optionalTimeValue,
  TextValue,
  timeValue,
} from '../rest/value-wire.ts';
import { readMark } from './marked-text.ts';

/** One address, several, or none. */
const MediaWire = z.unknown().transform((value): readonly Attachment[] => {
  const urls = Array.isArray(value) ? value : [value];
  return urls.flatMap((url) =>
    typeof url === 'string' && url.trim() !== ''
      ? [{ url: url.trim(), name: null, mimeType: null, sizeBytes: null }]
      : [],
  );
});

/** A name, or as FixMyStreet writes it: `{ recipient: [name, …] }`. */
const AgencyWire = z.unknown().transform((value): string | null => {
  const recipient = typeof value === 'object' && value !== null && 'recipient' in value ? value.recipient : value;
  const [name] = Array.isArray(recipient) ? recipient : [recipient];
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : null;
});

/** A request without what was written under it. */
export type RequestRow = Omit<Report, 'responses'>;

/**
 * A service request (GeoReport v2, GET Service Requests) with what FixMyStreet adds to it. What such a server shows without a
 * key is public, so that only a flag of its own makes a report secret; whoever is not named by it is anonymous.
 */
export function requestWire(zone: string) {
  return named({
    service_request_id: IdValue,
    title: OptionalTextValue,
    description: TextValue.prefault(''),
    detail: OptionalTextValue,
    service_code: OptionalTextValue,
    service_name: OptionalTextValue,
    status: OptionalTextValue,
    agency_responsible: AgencyWire,
    address: OptionalTextValue,
    lat: DegreesValue,
    long: DegreesValue,
    requestor_name: OptionalTextValue,
    anonymous: z.unknown(),
    non_public: z.unknown(),
    media_url: MediaWire,
    requested_datetime: timeValue(zone),
    updated_datetime: optionalTimeValue(zone),
  }).transform((row): RequestRow => {
    const { text, mark } = readMark(row.detail ?? row.description);
    const name = row.requestor_name;
    return {
      localId: row.service_request_id,
      ticket: null,
      title: row.title ?? row.service_name ?? '',
      text,
      kind: 'pengaduan',
      category: row.service_code,
      severity: null,
      status: row.status,
      institution: row.agency_responsible,
      incidentDate: null,
      location: { address: row.address, district: null, village: null, latitude: row.lat, longitude: row.long },
      reporter: { name, email: null, phone: null, nik: null },
      privacy: {
        anonymous: name === null || (row.anonymous !== undefined && readPrivacyFlag(row.anonymous)),
        secret: row.non_public !== undefined && readPrivacyFlag(row.non_public),
      },
      attachments: row.media_url,
      nationalId: null,
      nationalStatus: null,
      externalRef: mark,
      createdAt: row.requested_datetime,
      updatedAt: Math.max(row.updated_datetime ?? row.requested_datetime, row.requested_datetime),
      deletedAt: null,
    };
  });
}

export interface UpdateRow {
  readonly id: string;
  readonly requestId: string;
  readonly text: string;
  readonly mark: string | null;
  readonly attachments: readonly Attachment[];
  readonly at: number;
}

/** A request update (FixMyStreet's extension of GeoReport v2, GET Service Request Updates). */
export function updateWire(zone: string) {
  return named({
    update_id: IdValue,
    service_request_id: IdValue,
    description: OptionalTextValue,
    media_url: MediaWire,
    updated_datetime: timeValue(zone),
  }).transform((row): UpdateRow => {
    const { text, mark } = readMark(row.description ?? '');
    const { update_id: id, service_request_id: requestId, media_url: attachments, updated_datetime: at } = row;
    return { id, requestId, text, mark, attachments, at };
  });
}

/** One of the services (GeoReport v2, GET Service List). */
export const ServiceRow = named({ service_code: IdValue, service_name: OptionalTextValue });
export type ServiceRow = z.output<typeof ServiceRow>;

/** A row with these members; one that is left out is `undefined`, as a schema of a value expects it. */
function named<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape);
  return z
    .unknown()
    .transform((row) => Object.fromEntries(names.map((name) => [name, readPath(row, name)])))
    .pipe(z.object(shape));
}
