import type { Params, Row, SqlValue, Statement, Verb } from '../verb.ts';
import type { Database } from './database.ts';

type Prepared = (params: Params) => readonly Row[];

/** Runs verbs on one connection without a single await; statements are prepared once. Opens no transaction of its own. */
export function createVerbRunner(database: Database): <T>(verb: () => Verb<T>) => T {
  const statements = new Map<string, Prepared>();

  function execute({ sql, params }: Statement): readonly Row[] {
    let prepared = statements.get(sql);
    if (prepared === undefined) {
      prepared = prepare(database, sql);
      statements.set(sql, prepared);
    }
    return prepared(params);
  }

  return <T>(verb: () => Verb<T>): T => {
    const steps = verb();
    let step = steps.next([]);
    while (step.done !== true) step = steps.next(execute(step.value));
    return step.value;
  };
}

/** Rows come as plain lists and are named here: the driver would make each name anew for each row, at twice the cost. */
function prepare(database: Database, sql: string): Prepared {
  const statement = database.prepare<Params, readonly SqlValue[]>(sql);
  if (!statement.reader) {
    return (params) => {
      statement.run(params);
      return [];
    };
  }
  const names = statement
    .raw()
    .columns()
    .map(({ name }) => name);
  return (params) => statement.all(params).map((values) => named(names, values));
}

function named(names: readonly string[], values: readonly SqlValue[]): Row {
  const row: Record<string, SqlValue> = {};
  for (const [index, name] of names.entries()) row[name] = values[index] ?? null;
  return row;
}
