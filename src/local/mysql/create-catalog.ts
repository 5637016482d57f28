import { chooseStatements } from './choose-statements.ts';
import type { SqlSession } from './create-connections.ts';
import type { MysqlLocalOptions } from './mysql-local-options.ts';
import { type MysqlSchema, mysqlSchema, SCHEMA_QUERY } from './mysql-schema.ts';
import { PRESET_TABLES } from './report-columns.ts';
import { createSideTables, hasSideTables, NUMBERS_TABLE, REFERENCES_TABLE } from './side-tables.ts';
import type { ScanOrder, Statements } from './statements.ts';

/** What is known of the database. */
export interface Catalog {
  /** Looks at the tables anew: somebody may have made one, or a column. */
  refresh(session: SqlSession): Promise<Known | null>;
  /** What was seen last; looks where nothing was. `null`: nothing tells how reports are read. */
  read(session: SqlSession): Promise<Known | null>;
  /** Makes the side tables where they are missing. */
  makeSideTables(session: SqlSession): Promise<void>;
  /** An own statement showed how it orders, or that its ids are whole numbers. */
  learn(shown: { readonly order?: ScanOrder; readonly idIsInteger?: boolean }): void;
}

export interface Known {
  readonly statements: Statements;
  readonly hasSideTables: boolean;
}

const TABLES = [...new Set([...PRESET_TABLES, NUMBERS_TABLE, REFERENCES_TABLE])];

/** Knows the database's tables as far as they matter here, from when it is first asked. */
export function createCatalog(options: Pick<MysqlLocalOptions, 'preset' | 'own'>): Catalog {
  let schema: MysqlSchema | null = null;
  let learned: Partial<Pick<Statements, 'order' | 'idIsInteger'>> = {};

  function known(): Known | null {
    if (schema === null) return null;
    const statements = chooseStatements(options, schema);
    if (statements === null) return null;
    const shown = options.own.reports === null || statements.order !== null ? {} : learned;
    return { statements: { ...statements, ...shown }, hasSideTables: hasSideTables(schema) };
  }

  async function refresh(session: SqlSession): Promise<Known | null> {
    const { rows } = await session.run(SCHEMA_QUERY, { tables: TABLES });
    schema = mysqlSchema(rows);
    return known();
  }

  return {
    refresh,
    read: async (session) => (schema === null ? await refresh(session) : known()),
    async makeSideTables(session) {
      const now = (await refresh(session)) ?? null;
      if (now === null || now.hasSideTables) return;
      for (const sql of createSideTables(now.statements.idColumn)) await session.run(sql);
      await refresh(session);
    },
    learn(shown) {
      learned = { ...learned, ...shown };
    },
  };
}
