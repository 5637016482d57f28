import type Database from 'better-sqlite3';
import type { Row, Statement, Verb } from '../verb.ts';

/** Runs verbs on one connection without a single await; statements are prepared once. Opens no transaction of its own. */
export function createVerbRunner(database: Database.Database): <T>(verb: () => Verb<T>) => T {
  const statements = new Map<string, Database.Statement>();

  function execute({ sql, params }: Statement): readonly Row[] {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    if (statement.reader) return statement.all(params) as Row[];
    statement.run(params);
    return [];
  }

  return <T>(verb: () => Verb<T>): T => {
    const steps = verb();
    let step = steps.next([]);
    while (step.done !== true) step = steps.next(execute(step.value));
    return step.value;
  };
}
