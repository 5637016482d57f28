import type { MysqlSchema, SqlColumn } from './mysql-schema.ts';

/** Number, status and link of a report, where the application's own table has no place for them (local contract, section 2). */
export const NUMBERS_TABLE = 'jembatan_lapor';
/** The reference of every report and answer that the bridge wrote: the row is written in the transaction of what it names. */
export const REFERENCES_TABLE = 'jembatan_ref';

/** Whether both are there. */
export function hasSideTables(schema: MysqlSchema): boolean {
  return schema.has(NUMBERS_TABLE) && schema.has(REFERENCES_TABLE);
}

/** Makes what is missing of them. `id` is the id of the application's reports: the same type can be joined by its index. */
export function createSideTables(id: SqlColumn | null): readonly string[] {
  const type = id === null ? 'VARCHAR(191) CHARACTER SET ascii COLLATE ascii_bin' : typeOf(id);
  const reference = 'VARCHAR(191) CHARACTER SET ascii COLLATE ascii_bin';
  return [
    `CREATE TABLE IF NOT EXISTS ${NUMBERS_TABLE} (
       pengaduan_id ${type} NOT NULL PRIMARY KEY,
       lapor_id VARCHAR(64) NOT NULL,
       lapor_status VARCHAR(191) NULL,
       lapor_url VARCHAR(500) NULL,
       updated_at DATETIME NOT NULL
     ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
    `CREATE TABLE IF NOT EXISTS ${REFERENCES_TABLE} (
       external_ref ${reference} NOT NULL PRIMARY KEY,
       pengaduan_id ${type} NULL,
       tanggapan_id ${reference} NULL,
       created_at DATETIME NOT NULL,
       KEY pengaduan_id (pengaduan_id)
     ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  ];
}

function typeOf({ type, charset, collation }: SqlColumn): string {
  return charset === null ? type : `${type} CHARACTER SET ${charset} COLLATE ${collation}`;
}

export const READ_NUMBERS = `SELECT pengaduan_id, lapor_id, lapor_status FROM ${NUMBERS_TABLE} WHERE pengaduan_id IN (:report_ids)`;
export const READ_REFERENCES = `SELECT external_ref, pengaduan_id, tanggapan_id FROM ${REFERENCES_TABLE} WHERE pengaduan_id IN (:report_ids)`;
export const FIND_REFERENCE = `SELECT pengaduan_id AS id, tanggapan_id FROM ${REFERENCES_TABLE} WHERE external_ref = :external_ref`;

/** What is not known yet (`NULL`) leaves what stands there. */
export const WRITE_NUMBER = `
  INSERT INTO ${NUMBERS_TABLE} (pengaduan_id, lapor_id, lapor_status, lapor_url, updated_at)
  VALUES (:report_id, :lapor_id, :lapor_status, :lapor_url, :now)
  ON DUPLICATE KEY UPDATE lapor_id = VALUES(lapor_id), lapor_status = COALESCE(VALUES(lapor_status), lapor_status),
    lapor_url = VALUES(lapor_url), updated_at = VALUES(updated_at)`;

/** Written first: a second attempt fails here, before it writes anything else. */
export const WRITE_REFERENCE = `
  INSERT INTO ${REFERENCES_TABLE} (external_ref, pengaduan_id, tanggapan_id, created_at)
  VALUES (:external_ref, :report_id, NULL, :now)`;
export const COMPLETE_REFERENCE = `
  UPDATE ${REFERENCES_TABLE} SET pengaduan_id = :report_id, tanggapan_id = :response_id WHERE external_ref = :external_ref`;
