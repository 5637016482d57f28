import { describe, expect, it } from 'vitest';
import type { Read } from '../../src/http/outcome.ts';
import { scanPages } from '../../src/http/scan-pages.ts';

interface Page {
  readonly keys: readonly string[];
  readonly more: boolean;
}

const FAILED = {
  ok: false,
  failure: { kind: 'malformed', status: null, detail: 'html', retryAfterMs: null },
} as const satisfies Read<never>;

function page(keys: readonly string[], more: boolean): Read<Page> {
  return { ok: true, value: { keys, more } };
}

async function ends(pages: readonly Read<Page>[], pagesMax = 100): Promise<readonly string[]> {
  const seen: string[] = [];
  const readPage = async (number: number) => pages[number - 1] ?? FAILED;
  for await (const step of scanPages(readPage, { keysOf: ({ keys }) => keys, pagesMax })) {
    seen.push(step.ok ? String(step.end) : step.failure.detail);
  }
  return seen;
}

describe('scanPages()', () => {
  it.each<readonly [string, readonly Read<Page>[], readonly string[]]>([
    ['one page', [page(['1', '2'], false)], ['proven']],
    ['an empty list', [page([], false)], ['proven']],
    ['several pages', [page(['1'], true), page(['2'], true), page(['3', '4'], false)], ['null', 'null', 'proven']],
    ['an empty page after the last', [page(['1'], true), page([], false)], ['null', 'proven']],
    ['a row that is twice on one page', [page(['1', '1'], false)], ['proven']],
    ['a row that moved', [page(['1', '2'], true), page(['2', '3'], false)], ['null', 'disturbed']],
    ['a page that repeats itself', [page(['1'], true), page(['1'], true), page(['2'], false)], ['null', 'endless']],
    ['an empty page with more to come', [page(['1'], true), page([], true)], ['null', 'endless']],
    ['a page that fails', [page(['1'], true), FAILED, page(['3'], false)], ['null', 'html']],
  ])('reads %s', async (_name, pages, expected) => {
    expect(await ends(pages)).toEqual(expected);
  });

  it('ends somewhere', async () => {
    const pages = Array.from({ length: 9 }, (_, index) => page([String(index)], true));
    expect(await ends(pages, 4)).toEqual(['null', 'null', 'null', 'endless']);
  });
});
