import type { Read, ReadFailure } from '../http/outcome.ts';
import type { NationalListPage } from './national-system.ts';

/**
 * How a scan ended: `proven`: every row was seen; `disturbed`: rows moved between pages while they were read, so that one
 * may have been missed; `endless`: more was announced for ever.
 */
export type ScanEnd = 'proven' | 'disturbed' | 'endless';

export type ScanStep =
  | { readonly ok: true; readonly page: NationalListPage; readonly end: ScanEnd | null }
  | { readonly ok: false; readonly failure: ReadFailure };

const PAGES_MAX = 1_000;

/**
 * Reads the list page by page, from 1, and says with each whether it is the last one. A page that brings nothing new while
 * more is announced proves no end (contract page, "Paging"). After a failure nothing follows.
 */
export async function* scanList(readPage: (page: number) => Promise<Read<NationalListPage>>): AsyncGenerator<ScanStep> {
  const seen = new Set<string>();
  let disturbed = false;
  for (let number = 1; ; number += 1) {
    const read = await readPage(number);
    if (!read.ok) return void (yield read);
    const page = read.value;
    const ids = new Set([...page.reports.map((report) => report.id), ...page.rejected.map((row) => row.key)]);
    const fresh = [...ids].filter((id) => !seen.has(id));
    if (fresh.length < ids.size) disturbed = true;
    for (const id of fresh) seen.add(id);
    const end = endOf(page, { disturbed, stuck: fresh.length === 0 || number >= PAGES_MAX });
    yield { ok: true, page, end };
    if (end !== null) return;
  }
}

function endOf(
  { more }: NationalListPage,
  scan: { readonly disturbed: boolean; readonly stuck: boolean },
): ScanEnd | null {
  if (more) return scan.stuck ? 'endless' : null;
  return scan.disturbed ? 'disturbed' : 'proven';
}
