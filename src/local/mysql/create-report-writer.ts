import type { SendResult } from '../../http/outcome.ts';
import type { SendContext } from '../../http/send-context.ts';
import { formatLocalTime } from '../../report/format-time.ts';
import type { LocalSystem } from '../local-system.ts';
import { claimReference, expectReport, idByReference, insertRow } from './claim-reference.ts';
import { classifySqlWrite, classifyUnconnected } from './classify-sql.ts';
import type { Catalog, Known } from './create-catalog.ts';
import type { Connections, SqlSession } from './create-connections.ts';
import { keepsNumbers, keepsReferences } from './keeps-references.ts';
import type { MysqlLocalOptions } from './mysql-local-options.ts';
import { numberValues, reportValues, responseValues } from './report-values.ts';
import { COMPLETE_REFERENCE, WRITE_NUMBER } from './side-tables.ts';
import { sqlError } from './sql-error.ts';
import type { Statements } from './statements.ts';
import { toIdValue } from './to-id-value.ts';
import { WriteRefusedError, type Writing, writeTransaction } from './write-transaction.ts';

export interface ReportWriterDeps {
  readonly connections: Connections;
  readonly catalog: Catalog;
  readonly options: Pick<MysqlLocalOptions, 'own' | 'readOnly' | 'zone' | 'address'>;
  readonly now: () => number;
  /** A UUID, for tables whose ids are no numbers. */
  readonly newId: () => string;
}

/** One write, as far as it is known before anything is sent. */
interface Plan<T> {
  /** The statement; `null`: there is none, and nothing is written. */
  readonly sqlOf: (statements: Statements) => string | null;
  /** Whether the application's own tables have a place for number or reference. */
  readonly isKept: (statements: Statements) => boolean;
  readonly work: (writing: Writing, sql: string, known: Known) => Promise<T>;
}

const READ_ONLY = { kind: 'refused', cause: 'read-only', status: null } as const;
/** A status that has no column is written nowhere; the number still is. */
const NO_STATUS = '';

/**
 * Writes into the database: each write in one transaction with its reference or number. What the configuration or the
 * account does not allow is refused as `read-only`.
 */
export function createReportWriter(
  deps: ReportWriterDeps,
): Pick<LocalSystem, 'writeBack' | 'addResponse' | 'createReport'> {
  const { connections, options, newId } = deps;
  const { own, readOnly, zone, address } = options;
  const clock = () => ({ now: formatLocalTime(deps.now(), zone) });

  async function write<T>(plan: Plan<T>, context: SendContext): Promise<SendResult<T>> {
    const prepared = readOnly ? READ_ONLY : await prepare(deps, plan, context.stop);
    if ('kind' in prepared) {
      context.permit.release();
      return prepared;
    }
    const { known, sql } = prepared;
    const work = (writing: Writing) => plan.work(writing, sql, known);
    return await writeTransaction({ connections, isDoubleEncoded: address.isDoubleEncoded }, work, context);
  }

  return {
    writeBack(localId, values, context) {
      const plan: Plan<null> = {
        // A deployment that reads by its own statement says itself whether the status is written.
        sqlOf: ({ writeStatus }) => writeStatus ?? (own.reports === null ? NO_STATUS : null),
        isKept: keepsNumbers,
        async work(writing, sql, { statements }) {
          const report_id = toIdValue(localId, statements.idIsInteger);
          const all = { ...numberValues(values), ...clock(), report_id };
          await expectReport(writing, statements.exists, report_id);
          if (!keepsNumbers(statements)) await writing.run(WRITE_NUMBER, all);
          if (sql === NO_STATUS) return null;
          if (own.writeStatus !== null || !statements.isTransactional) writing.mayStay();
          const { found } = await writing.run(sql, all);
          if (found === 0) throw new WriteRefusedError('not-found');
          return null;
        },
      };
      return write(plan, context);
    },

    addResponse(localId, response, context) {
      const plan: Plan<string | null> = {
        sqlOf: ({ insertResponse }) => insertResponse,
        isKept: (statements) => keepsReferences(statements, 'response'),
        async work(writing, sql, { statements }) {
          const report_id = toIdValue(localId, statements.idIsInteger);
          const ids = { report_id, external_ref: response.externalRef, new_id: newId() };
          const all = { ...responseValues(response, sql), ...clock(), ...ids };
          await expectReport(writing, statements.exists, report_id);
          const aside = !keepsReferences(statements, 'response');
          const before = aside ? await claimReference(writing, all) : null;
          if (before !== null) return before.tanggapan_id ?? null;
          if (own.insertResponse !== null) writing.mayStay();
          const id = await insertRow(writing, sql, all);
          if (aside) await writing.run(COMPLETE_REFERENCE, { ...all, response_id: id });
          return id;
        },
      };
      return write(plan, context);
    },

    createReport(report, context) {
      const plan: Plan<string> = {
        sqlOf: ({ insertReport }) => insertReport,
        isKept: (statements) => keepsReferences(statements, 'report'),
        async work(writing, sql, { statements }) {
          const external_ref = report.externalRef;
          const all = { ...reportValues(report, sql), ...clock(), report_id: null, external_ref, new_id: newId() };
          const aside = !keepsReferences(statements, 'report');
          const before = aside ? await claimReference(writing, all) : null;
          if (before?.id != null) return before.id;
          if (own.insertReport !== null) writing.mayStay();
          const id =
            (await insertRow(writing, sql, all)) ??
            (await idByReference(writing, statements.findByExternalRef, external_ref));
          if (id === null) throw new WriteRefusedError('content');
          const report_id = toIdValue(id, statements.idIsInteger);
          if (aside) await writing.run(COMPLETE_REFERENCE, { external_ref, report_id, response_id: null });
          return id;
        },
      };
      return write(plan, context);
    },
  };
}

/** What is known of the tables, and the side tables where they are needed: making them would end a transaction. */
async function prepare<T>(
  { connections, catalog }: ReportWriterDeps,
  plan: Plan<T>,
  stop: AbortSignal,
): Promise<{ readonly known: Known; readonly sql: string } | SendResult<never>> {
  let session: SqlSession | null = null;
  try {
    session = await connections.open(stop);
    let known = await catalog.read(session);
    const sql = known === null ? null : plan.sqlOf(known.statements);
    if (known === null || sql === null) return READ_ONLY;
    if (!known.hasSideTables && !plan.isKept(known.statements)) {
      await catalog.makeSideTables(session);
      known = (await catalog.read(session)) ?? known;
    }
    return { known, sql };
  } catch (error) {
    session?.drop();
    const known = sqlError(error);
    if (known === null) throw error;
    return session === null ? classifyUnconnected(known) : classifySqlWrite(known, 'revocable');
  } finally {
    session?.release();
  }
}
