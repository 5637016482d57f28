import { describe, expect, it } from 'vitest';
import type { Read } from '../../../src/http/outcome.ts';
import { InstitutionWire } from '../../../src/national/lapor-v3/institution-wire.ts';
import type { PageWire } from '../../../src/national/lapor-v3/page-wire.ts';
import { readPages } from '../../../src/national/lapor-v3/read-pages.ts';

const ENDLESS = { kind: 'malformed', status: null, detail: 'endless', retryAfterMs: null };

async function readAll(pageOf: (page: number) => Read<PageWire>) {
  const asked: number[] = [];
  const read = await readPages(InstitutionWire, async (page) => {
    asked.push(page);
    return pageOf(page);
  });
  return { read, asked };
}

function page(ids: readonly unknown[], more: boolean): Read<PageWire> {
  return { ok: true, value: { rows: ids.map((id) => ({ id, name: 'x' })), more } };
}

describe('readPages()', () => {
  it('asks on, page by page, until no more is announced', async () => {
    const { read, asked } = await readAll((n) => page([n], n < 3));
    expect(asked).toEqual([1, 2, 3]);
    expect(read.ok && read.value.rows.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('takes a row that moved to the next page once', async () => {
    const { read } = await readAll((n) => (n === 1 ? page([1, 2], true) : page(['2', 3], false)));
    expect(read.ok && read.value.rows.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it.each([
    ['the same page again', () => page([1, 2], true)],
    ['an empty page', (n: number) => (n === 1 ? page([1], true) : page([], true))],
    ['a page of what is known and unreadable', () => page([1, null], true)],
  ])('does not take %s for the end', async (_name, pageOf) => {
    const { read, asked } = await readAll(pageOf);
    expect(read).toEqual({ ok: false, failure: ENDLESS });
    expect(asked).toEqual([1, 2]);
  });

  it('gives up after a thousand pages', async () => {
    const { read, asked } = await readAll((n) => page([n], true));
    expect(read).toEqual({ ok: false, failure: ENDLESS });
    expect(asked).toHaveLength(1000);
  });

  it('counts the rows it cannot read and gives the others', async () => {
    const { read } = await readAll((n) => (n === 1 ? page([1, null, 'x', 2], true) : page([null, 3], false)));
    expect(read.ok && { ...read.value, rows: read.value.rows.map(({ id }) => id) }).toEqual({
      rows: ['1', '2', '3'],
      unreadable: 2,
    });
  });

  it('goes on past a page that has only rows it cannot read', async () => {
    const { asked } = await readAll((n) => (n === 1 ? page([null], true) : page([1], false)));
    expect(asked).toEqual([1, 2]);
  });

  it('gives the failure of a later page, not half of the rows', async () => {
    const failure = { kind: 'unreachable', status: 502, detail: 'server-error', retryAfterMs: null } as const;
    const { read } = await readAll((n) => (n === 1 ? page([1], true) : { ok: false, failure }));
    expect(read).toEqual({ ok: false, failure });
  });
});
