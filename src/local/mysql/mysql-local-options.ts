import type { OwnStatements } from './own-statements.ts';
import type { MysqlAddress } from './parse-mysql-url.ts';
import type { Preset } from './preset-statements.ts';

/** What a deployment says about its application's database (local contract, section 2). */
export interface MysqlLocalOptions {
  readonly address: MysqlAddress;
  readonly preset: Preset | null;
  readonly own: OwnStatements;
  /** Nothing is written, whatever the account may. */
  readonly readOnly: boolean;
  /** Rows asked for at a time. */
  readonly pageSize: number;
  /** IANA zone of times that name none, and of the session. */
  readonly zone: string;
  readonly limits: { readonly concurrency: number; readonly timeoutMs: number };
  /** PEM of the only authorities trusted for this server. */
  readonly ca: string | null;
}
