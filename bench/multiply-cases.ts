import { Database } from '../src/ledger/sqlite/database.ts';

/** Columns that a copy must have of its own; `:shift` is larger than any number in them. */
const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cases: { id: 'id + :shift', local_id: `local_id || '-' || :shift`, national_id: `national_id || '-' || :shift` },
  delivery: { id: 'id + :shift', case_id: 'case_id + :shift' },
  attempt: { delivery_id: 'delivery_id + :shift' },
  history: { seq: 'seq + :shift', case_id: 'case_id + :shift', delivery_id: 'delivery_id + :shift' },
  payload: { case_id: 'case_id + :shift' },
  case_key: { case_id: 'case_id + :shift' },
};

/**
 * Makes a ledger file `times` as large by copies of all its cases with everything that belongs to them, which takes seconds
 * where filing them would take minutes. The copies' history does not chain.
 */
export function multiplyCases(file: string, times: number): void {
  const database = new Database(file);
  const shift = Number(database.prepare('select max(seq) from history').pluck().get());
  database.transaction(() => {
    for (const [table, own] of Object.entries(OWN)) {
      const columns = database.prepare('select name from pragma_table_info(?)').pluck().all(table).map(String);
      const values = columns.map((column) => own[column] ?? column);
      const first = Object.keys(own)[0];
      const copy = database.prepare(
        `insert into ${table} (${columns}) select ${values} from ${table} where ${first} <= ${shift}`,
      );
      for (let copies = 1; copies < times; copies += 1) copy.run({ shift: copies * shift });
    }
    database.prepare('update tally set count = count * ?').run(times);
  })();
  database.close();
}
