import type { Read, ReadFailure } from './outcome.ts';

/**
 * How a scan ended: `proven`: every row was seen; `disturbed`: rows moved between pages while they were read, so that one
 * may have been missed; `endless`: more was announced for ever.
 */
export type ScanEnd = 'proven' | 'disturbed' | 'endless';

export type ScanStep<Page> =
  | { readonly ok: true; readonly page: Page; readonly end: ScanEnd | null }
  | { readonly ok: false; readonly failure: ReadFailure };

export interface ScanOptions<Page> {
  /** Ids of the rows of a page, those that cannot be read included. */
  readonly keysOf: (page: Page) => Iterable<string>;
  /** So many pages prove that there is no end. */
  readonly pagesMax: number;
}

/**
 * Reads a list page by page, from 1, and says with each whether it is the last one. A page that brings nothing new while
 * more is announced proves no end (reliability page, I18). After a failure nothing follows.
 */
export async function* scanPages<Page extends { readonly more: boolean }>(
  readPage: (page: number) => Promise<Read<Page>>,
  { keysOf, pagesMax }: ScanOptions<Page>,
): AsyncGenerator<ScanStep<Page>> {
  const seen = new Set<string>();
  let disturbed = false;
  for (let number = 1; ; number += 1) {
    const read = await readPage(number);
    if (!read.ok) return void (yield read);
    const page = read.value;
    const keys = new Set(keysOf(page));
    const fresh = [...keys].filter((key) => !seen.has(key));
    if (fresh.length < keys.size) disturbed = true;
    for (const key of fresh) seen.add(key);
    const end = endOf(page, { disturbed, stuck: fresh.length === 0 || number >= pagesMax });
    yield { ok: true, page, end };
    if (end !== null) return;
  }
}

function endOf(
  { more }: { readonly more: boolean },
  scan: { readonly disturbed: boolean; readonly stuck: boolean },
): ScanEnd | null {
  if (more) return scan.stuck ? 'endless' : null;
  return scan.disturbed ? 'disturbed' : 'proven';
}
