import { onTestFinished } from 'vitest';
import type { LocalSystem } from '../../../src/local/local-system.ts';
import { createMysqlLocal, type MysqlLocalDeps } from '../../../src/local/mysql/create-mysql-local.ts';
import { parseMysqlUrl } from '../../../src/local/mysql/parse-mysql-url.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const NO_STATEMENTS = {
  reports: null,
  responses: null,
  attachments: null,
  writeStatus: null,
  insertResponse: null,
  insertReport: null,
  findByExternalRef: null,
};

type Options = MysqlLocalDeps['options'];

export interface Opened {
  readonly local: LocalSystem;
  readonly clock: ReturnType<typeof createFakeClock>;
}

/** The form on a database, closed when the test ends. */
export function openMysql(
  url: string,
  { own = {}, ...changes }: Partial<Omit<Options, 'own'>> & { readonly own?: Partial<Options['own']> } = {},
  clock = createFakeClock(),
): Opened {
  const address = parseMysqlUrl(url);
  if (address === null) throw new Error(`no such URL: ${url}`);
  const options: Options = {
    address,
    preset: null,
    own: { ...NO_STATEMENTS, ...own },
    readOnly: false,
    pageSize: 100,
    zone: 'Asia/Jakarta',
    limits: { concurrency: 2, timeoutMs: 5_000 },
    ca: null,
    perMinute: 100_000,
    photoBase: null,
    ...changes,
  };
  const local = createMysqlLocal({ options, clock, web: null });
  onTestFinished(async () => {
    await local.close();
  });
  return { local, clock };
}
