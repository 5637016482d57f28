import { firstIssue } from '../../http/first-issue.ts';
import { flawOf } from '../../http/flaw-of.ts';
import type { JsonValue } from '../../report/canonical-json.ts';
import { fingerprint } from '../../report/fingerprint.ts';
import type { RejectedRow } from '../../report/rejected-row.ts';
import type { Report } from '../../report/report.ts';
import { renameRow } from './rename-row.ts';
import type { RestLocalOptions } from './rest-local-options.ts';
import { restWire } from './rest-wire.ts';
import { IdValue } from './value-wire.ts';

export type RestRow =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly rejected: RejectedRow };

/**
 * Makes the reader of one row. A row that does not fit is rejected as a whole and on its own: with the path under the
 * contract's names, and `reason` one of `missing`, `not-text`, `too-long`, `bad-id`, `not-a-time`, `not-a-list`,
 * `not-an-object`, `response` where one of its answers does not fit (the others alone would hide that one), or
 * `duplicate-key` or `hostile-key`: which of two flags is meant, nobody knows.
 */
export function restRowReader({ fields, zone }: Pick<RestLocalOptions, 'fields' | 'zone'>): (row: unknown) => RestRow {
  // Who says where the flag is says that there is one; then a response without it tells nothing.
  const internalUnlessTold = Object.hasOwn(fields, 'tanggapan.internal');
  const schema = restWire({ zone, internalUnlessTold });
  return (row) => {
    const flaw = flawOf(row);
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      return rejected(row, { key: null, path: '', reason: flaw ?? 'not-an-object' });
    }
    const renamed = renameRow(row, fields);
    const key = IdValue.safeParse(renamed.id).data ?? null;
    if (flaw !== null) return rejected(row, { key, path: '', reason: flaw });
    const parsed = schema.safeParse(renamed);
    if (parsed.success) return { ok: true, report: parsed.data };
    const { path, reason } = firstIssue(parsed.error);
    return rejected(row, { key, path, reason: path.startsWith('tanggapan.') ? 'response' : reason });
  };
}

function rejected(row: unknown, told: { key: string | null; path: string; reason: string }): RestRow {
  // Parsed JSON holds nothing that JSON could not but `TWO_VALUES`, which this leaves out.
  const hash = fingerprint(JSON.parse(JSON.stringify(row) ?? 'null') as JsonValue);
  return { ok: false, rejected: { ...told, key: told.key ?? hash, fingerprint: hash } };
}
