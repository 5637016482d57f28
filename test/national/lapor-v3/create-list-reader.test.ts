import { describe, expect, it } from 'vitest';
import { useNock } from '../../support/nock.ts';
import { answerTo, NEVER, OPTIONS, openLapor } from './lapor.ts';

useNock();

const SINCE_MS = Date.UTC(2026, 6, 31, 5, 0, 0, 999);
const SINCE = 'updated_since=2026-07-31T12%3A00%3A00%2B07%3A00';
const ROW = { id: 9165900, content: 'Lampu mati.', created_at: '31-07-2026 14:05:09' };

function list(query: { institutionId?: number | null; page?: number } = {}) {
  const { listInbox } = openLapor({ ...OPTIONS, paths: { ...OPTIONS.paths, list: '/complaints/list' } });
  if (listInbox === null) throw new Error('no list');
  return listInbox({ institutionId: null, sinceMs: SINCE_MS, page: 1, ...query }, NEVER);
}

describe('listInbox()', () => {
  it('asks for a page of what changed since, of one institution', async () => {
    answerTo('GET', `/complaints/list?institution_id=151345&${SINCE}&page=2&page_size=100`, {
      status: 200,
      body: { results: { data: [ROW, { id: 9165901 }], next_page_url: 'https://elsewhere.test/?page=7' } },
    });
    expect(await list({ institutionId: 151345, page: 2 })).toMatchObject({
      ok: true,
      value: {
        reports: [{ id: '9165900', text: 'Lampu mati.' }],
        rejected: [{ key: '9165901', path: 'content' }],
        more: true,
      },
    });
  });

  it('asks for all institutions', async () => {
    answerTo('GET', `/complaints/list?${SINCE}&page=1&page_size=100`, { status: 200, body: { results: { data: [] } } });
    expect(await list()).toEqual({ ok: true, value: { reports: [], rejected: [], more: false } });
  });

  it.each([
    ['a page of HTML', '<!DOCTYPE html><html></html>', 'html'],
    ['an answer that says it failed', { success: false, results: { data: [] } }, 'success-false'],
    ['an answer without a list', { results: { data: 'x' } }, 'shape'],
    ['half an answer', '{"results":{"data":[{"id":77', 'syntax'],
    ['too many rows', { results: { data: Array(5001).fill(null) } }, 'too-many'],
  ])('takes %s for no list, not for an empty one', async (_name, body, detail) => {
    answerTo('GET', `/complaints/list?${SINCE}&page=1&page_size=100`, { status: 200, body });
    expect(await list()).toMatchObject({ ok: false, failure: { kind: 'malformed', detail } });
  });

  it('tells a throttled list', async () => {
    answerTo('GET', `/complaints/list?${SINCE}&page=1&page_size=100`, { status: 429, body: '' });
    expect(await list()).toMatchObject({ ok: false, failure: { kind: 'throttled' } });
  });
});
