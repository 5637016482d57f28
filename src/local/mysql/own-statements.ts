import { namesIn } from './bind-statement.ts';

/** The statements that a configuration may bring, by their names in it. `null`: that of the preset, or none. */
export interface OwnStatements {
  readonly reports: string | null;
  readonly responses: string | null;
  readonly attachments: string | null;
  readonly writeStatus: string | null;
  readonly insertResponse: string | null;
  readonly insertReport: string | null;
  readonly findByExternalRef: string | null;
}

const OF_REPORT = ['report_id', 'report_ids'];

/** The parameters that each may use. `now` is the time of the bridge in the zone of the configuration. */
const STATEMENT_PARAMETERS = {
  reports: ['since', 'limit', 'after_id'],
  responses: OF_REPORT,
  attachments: OF_REPORT,
  writeStatus: ['report_id', 'lapor_id', 'lapor_status', 'lapor_url', 'status', 'now'],
  insertResponse: ['report_id', 'isi', 'opd', 'lampiran', 'external_ref', 'new_id', 'now'],
  insertReport: [
    ...['judul', 'isi', 'jenis', 'kategori', 'opd', 'tanggal_kejadian', 'alamat', 'nama', 'email', 'telepon'],
    ...['anonim', 'rahasia', 'lampiran', 'external_ref', 'new_id', 'now'],
  ],
  findByExternalRef: ['external_ref'],
} as const satisfies Record<keyof OwnStatements, readonly string[]>;

/** What is wrong with a statement of the configuration, in words for its author; `null`: nothing. */
export function statementProblem(name: keyof OwnStatements, sql: string): string | null {
  const known: readonly string[] = STATEMENT_PARAMETERS[name];
  const used = namesIn(sql);
  const unknown = [...used].filter((one) => !known.includes(one));
  if (unknown.length > 0) {
    return `has no parameter :${unknown.join(', :')}; there are ${known.map((one) => `:${one}`).join(', ')}`;
  }
  if (name === 'reports' && used.has('limit') && !used.has('after_id')) {
    return 'with :limit needs :after_id too, or what lies beyond the first page is never read';
  }
  return null;
}
