import { namesIn } from './bind-statement.ts';
import type { MysqlLocalOptions } from './mysql-local-options.ts';
import type { MysqlSchema } from './mysql-schema.ts';
import { presetStatements } from './preset-statements.ts';
import type { Statements } from './statements.ts';

const NOTHING: Statements = {
  reports: null,
  responses: null,
  attachments: null,
  writeStatus: null,
  insertResponse: null,
  insertReport: null,
  findByExternalRef: null,
  report: null,
  exists: null,
  idColumn: null,
  idIsInteger: false,
  order: null,
  isTransactional: false,
};

/**
 * The statements of the configuration, and of its preset where it brings none of its own. `null`: nothing tells how reports
 * are read. New rows are written by a preset only where a transaction covers them: nothing else keeps a row and its
 * reference together.
 */
export function chooseStatements(
  { preset, own }: Pick<MysqlLocalOptions, 'preset' | 'own'>,
  schema: MysqlSchema,
): Statements | null {
  const found = preset === null ? null : presetStatements(preset, schema);
  const base = found ?? NOTHING;
  const reports = own.reports ?? base.reports;
  if (reports === null) return null;
  const inserts = base.isTransactional ? base : NOTHING;
  return {
    ...base,
    ...(own.reports === null ? {} : { report: null, order: orderOf(own.reports) }),
    reports,
    responses: own.responses ?? base.responses,
    attachments: own.attachments ?? base.attachments,
    writeStatus: own.writeStatus ?? base.writeStatus,
    insertResponse: own.insertResponse ?? inserts.insertResponse,
    insertReport: own.insertReport ?? inserts.insertReport,
    findByExternalRef: own.findByExternalRef ?? base.findByExternalRef,
  };
}

function orderOf(sql: string): Statements['order'] {
  return namesIn(sql).has('after_id') ? null : 'at-once';
}
