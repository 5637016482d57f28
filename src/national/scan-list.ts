import type { Read } from '../http/outcome.ts';
import { type ScanStep, scanPages } from '../http/scan-pages.ts';
import type { NationalListPage } from './national-system.ts';

const PAGES_MAX = 1_000;

/** Reads LAPOR!'s list to its end, page by page. */
export function scanList(
  readPage: (page: number) => Promise<Read<NationalListPage>>,
): AsyncGenerator<ScanStep<NationalListPage>> {
  return scanPages(readPage, {
    keysOf: ({ reports, rejected }) => [...reports.map(({ id }) => id), ...rejected.map(({ key }) => key)],
    pagesMax: PAGES_MAX,
  });
}
