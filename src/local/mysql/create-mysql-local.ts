import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Clock } from '../../clock.ts';
import { createGate } from '../../http/create-gate.ts';
import type { LocalSystem, LocalWrite } from '../local-system.ts';
import { createAsk } from './create-ask.ts';
import { createCatalog } from './create-catalog.ts';
import { createConnections } from './create-connections.ts';
import { createPhotoReader } from './create-photo-reader.ts';
import { createReportReader } from './create-report-reader.ts';
import { createReportWriter } from './create-report-writer.ts';
import type { MysqlLocalOptions } from './mysql-local-options.ts';

export interface MysqlLocalDeps {
  readonly options: MysqlLocalOptions & { readonly perMinute: number; readonly photoBase: string | null };
  readonly clock: Clock;
  /** Fetches photos that are addresses of the web; `null` where none may be fetched. */
  readonly web: (Pick<LocalSystem, 'fetchAttachment'> & { close(): void }) | null;
}

/** The local side as a database of MySQL or MariaDB (local contract, section 2). Creating it connects to nothing. */
export function createMysqlLocal({ options, clock, web }: MysqlLocalDeps): LocalSystem {
  const { limits, perMinute, photoBase, zone } = options;
  const gate = createGate({ perMinute, concurrency: limits.concurrency, clock });
  const offset = DateTime.fromMillis(clock.now(), { zone, locale: 'en' }).toFormat('ZZ');
  const connections = createConnections({ ...options, offset });
  const catalog = createCatalog(options);
  const ask = createAsk({ connections, gate });
  return {
    gate,
    lacks: lackedWrites(options),
    ...createReportReader({ ask, catalog, options }),
    ...createReportWriter({ connections, catalog, options, now: clock.now, newId: randomUUID }),
    fetchAttachment: createPhotoReader({ photoBase, gate, web: web?.fetchAttachment ?? null }),
    async close() {
      web?.close();
      await connections.close();
    },
  };
}

/** What a configuration leaves out. A preset learns of its tables later; what they have no place for is refused then. */
function lackedWrites({ readOnly, preset, own }: MysqlLocalOptions): ReadonlySet<LocalWrite> {
  const statements = { report: own.insertReport, 'write-back': own.writeStatus, response: own.insertResponse };
  const writes = Object.keys(statements) as LocalWrite[];
  return new Set(writes.filter((write) => readOnly || (preset === null && statements[write] === null)));
}
