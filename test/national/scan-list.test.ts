import { expect, it } from 'vitest';
import type { Read } from '../../src/http/outcome.ts';
import type { NationalListPage } from '../../src/national/national-system.ts';
import { scanList } from '../../src/national/scan-list.ts';
import { makeListed } from '../support/make-listed.ts';

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

it.each([
  ['rows of every page', [page(['1'], true), page(['2'], false)], 'proven'],
  ['a page of rows that cannot be read', [page(['1'], true), page(['(2)'], true), page(['3'], false)], 'proven'],
  ['a row that moved', [page(['1'], true), page(['1'], false)], 'disturbed'],
  ['an unreadable row that moved', [page(['(1)'], true), page(['(1)'], false)], 'disturbed'],
])('reads %s to the end', async (_name, pages, expected) => {
  const ends: unknown[] = [];
  for await (const step of scanList(async (number) => pages[number - 1] ?? page([], false))) {
    ends.push(step.ok && step.end);
  }
  expect(ends.at(-1)).toBe(expected);
});
