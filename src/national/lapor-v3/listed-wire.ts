import * as z from 'zod';
import { firstIssue } from '../../http/first-issue.ts';
import { readPath } from '../../http/read-path.ts';
import type { JsonValue } from '../../report/canonical-json.ts';
import { fingerprint } from '../../report/fingerprint.ts';
import { isRealDate, parseTime } from '../../report/parse-time.ts';
import { readPrivacyFlag } from '../../report/privacy.ts';
import type { RejectedRow } from '../../report/rejected-row.ts';
import type { NationalListed } from '../national-system.ts';
import { AttachmentsWire } from './attachments-wire.ts';
import { IdWire } from './id-wire.ts';
import { LAPOR_ZONE } from './lapor-zone.ts';
import { LIST_ROW_NAMES } from './list-row-names.ts';
import { plainText } from './plain-text.ts';
import { WireText } from './text-wire.ts';

export type ListedRow =
  | { readonly ok: true; readonly report: NationalListed }
  | { readonly ok: false; readonly rejected: RejectedRow };

const OptionalId = IdWire.nullable().catch(null);
const Flag = z.unknown().transform(readPrivacyFlag);
const Day = WireText.transform((day) => (day !== null && isRealDate(day) ? day : null));

/** A list that hides the words of a report cannot show that a report is not there: such a row is set apart. */
const Words = z.unknown().transform((value, context) => {
  const text = typeof value === 'string' ? plainText(value) : '';
  if (text === '') context.addIssue('missing');
  return text;
});

const RequiredTime = WireText.transform((text, context) => {
  const time = text === null ? null : parseTime(text, LAPOR_ZONE);
  if (time !== null) return time;
  context.addIssue(text === null ? 'missing' : 'not-a-time');
  return z.NEVER;
});
const OptionalTime = WireText.transform((text) => (text === null ? null : parseTime(text, LAPOR_ZONE)));

const Row = z.object({
  id: z.unknown().transform((value, context) => {
    const id = IdWire.safeParse(value).data;
    if (id === undefined) context.addIssue(value === undefined || value === null ? 'missing' : 'bad-id');
    return id ?? '';
  }),
  title: WireText,
  content: Words,
  status_name: WireText,
  classification_id: OptionalId,
  category_id: OptionalId,
  disposition_id: OptionalId,
  disposition_name: WireText,
  date_of_incident: Day,
  location: WireText,
  is_anonymous: Flag,
  is_secret: Flag,
  'user.name': WireText,
  'user.email': WireText,
  'user.phone': WireText,
  attachments: AttachmentsWire.catch([]),
  created_at: RequiredTime,
  updated_at: OptionalTime,
});

/** Makes the reader of one row of the list. A row is rejected with the contract page's name of what did not fit. */
export function listedReader(fields: Readonly<Record<string, string>>): (row: unknown) => ListedRow {
  return (row) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      return rejected(row, { key: null, path: '', reason: 'not-an-object' });
    }
    const named = Object.fromEntries(LIST_ROW_NAMES.map((name) => [name, readPath(row, fields[name] ?? name)]));
    const parsed = Row.safeParse(named);
    if (parsed.success) return { ok: true, report: toListed(parsed.data) };
    const key = IdWire.safeParse(named.id).data ?? null;
    return rejected(row, { key, ...firstIssue(parsed.error) });
  };
}

function toListed(row: z.output<typeof Row>): NationalListed {
  const anonymous = row.is_anonymous;
  const [name, email, phone] = [row['user.name'], row['user.email'], row['user.phone']];
  return {
    id: row.id,
    title: plainText(row.title ?? ''),
    text: row.content,
    statusName: row.status_name,
    classificationId: row.classification_id,
    categoryId: row.category_id,
    institutionId: row.disposition_id,
    institutionName: row.disposition_name,
    incidentDate: row.date_of_incident,
    location: row.location === null ? null : plainText(row.location) || null,
    privacy: { anonymous, secret: row.is_secret },
    reporter: anonymous ? { name: null, email: null, phone: null } : { name, email, phone },
    attachments: row.attachments,
    createdAt: row.created_at,
    updatedAt: Math.max(row.updated_at ?? row.created_at, row.created_at),
  };
}

function rejected(row: unknown, told: { key: string | null; path: string; reason: string }): ListedRow {
  // Parsed JSON holds nothing that JSON could not.
  const hash = fingerprint(row as JsonValue);
  return { ok: false, rejected: { ...told, key: told.key ?? hash, fingerprint: hash } };
}
