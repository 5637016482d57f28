import type { Columns } from './column-names.ts';

/** What a deployment says about its folders (local contract, section 3). Paths are absolute. */
export interface FolderLocalOptions {
  readonly inbox: string;
  readonly outbox: string;
  readonly rejected: string;
  readonly format: 'csv' | 'xlsx' | 'json';
  readonly columns: Columns;
  readonly pageSize: number;
  /** IANA zone of times that name none. */
  readonly zone: string;
  readonly attachmentHosts: readonly string[];
  /** How long nothing may have happened to a file before it is taken. */
  readonly settleMs: number;
  /** Nothing is moved or written: files are read as if they were taken. */
  readonly looksOnly: boolean;
}
