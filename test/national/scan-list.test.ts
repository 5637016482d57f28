import { describe, expect, it } from 'vitest';
import type { Read } from '../../src/http/outcome.ts';
import type { NationalListPage } from '../../src/national/national-system.ts';
import { scanList } from '../../src/national/scan-list.ts';
import { makeListed } from '../support/make-listed.ts';

const FAILED = {
  ok: false,
  failure: { kind: 'malformed', status: null, detail: 'html', retryAfterMs: null },
} as const satisfies Read<never>;

/** A page of these ids; one in brackets could not be read. */
function page(ids: readonly string[], more: boolean): Read<NationalListPage> {
  const rejected = ids.filter((id) => id.startsWith('('));
  return {
    ok: true,
    value: {
      reports: ids.filter((id) => !id.startsWith('(')).map((id) => makeListed({ id })),
      rejected: rejected.map((key) => ({ key, path: '', reason: 'missing', fingerprint: key })),
      more,
    },
  };
}

async function ends(pages: readonly Read<NationalListPage>[]): Promise<readonly string[]> {
  const seen: string[] = [];
  for await (const step of scanList(async (number) => pages[number - 1] ?? FAILED)) {
    seen.push(step.ok ? String(step.end) : step.failure.detail);
  }
  return seen;
}

describe('scanList()', () => {
  it.each<readonly [string, readonly Read<NationalListPage>[], readonly string[]]>([
    ['one page', [page(['1', '2'], false)], ['proven']],
    ['an empty list', [page([], false)], ['proven']],
    ['several pages', [page(['1'], true), page(['2'], true), page(['3', '(4)'], false)], ['null', 'null', 'proven']],
    ['an empty page after the last', [page(['1'], true), page([], false)], ['null', 'proven']],
    ['a row that moved', [page(['1', '2'], true), page(['2', '3'], false)], ['null', 'disturbed']],
    ['an unreadable row that moved', [page(['(1)'], true), page(['(1)'], false)], ['null', 'disturbed']],
    ['a page that repeats itself', [page(['1'], true), page(['1'], true), page(['2'], false)], ['null', 'endless']],
    ['an empty page with more to come', [page(['1'], true), page([], true)], ['null', 'endless']],
    ['a page that fails', [page(['1'], true), FAILED, page(['3'], false)], ['null', 'html']],
  ])('reads %s', async (_name, pages, expected) => {
    expect(await ends(pages)).toEqual(expected);
  });

  it('ends somewhere', async () => {
    const seen = await ends(Array.from({ length: 1200 }, (_, index) => page([String(index)], true)));
    expect([seen.length, seen.at(-1)]).toEqual([1000, 'endless']);
  });
});
