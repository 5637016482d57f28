import { describe, expect, it } from 'vitest';
import { toLocalRow } from '../../src/ledger/to-local-row.ts';
import type { FollowUp } from '../../src/report/follow-up.ts';
import type { Report } from '../../src/report/report.ts';
import { makeFollowUp, makeReport } from '../support/make-report.ts';

const FILE = { url: 'https://store.test/a.jpg?signature=1', name: 'a.jpg', mimeType: 'image/jpeg', sizeBytes: 7 };
const BASE = makeReport({ attachments: [FILE], responses: [makeFollowUp({ attachments: [FILE] })] });
const SIGNED_ANEW = { ...FILE, url: 'https://store.test/a.jpg?signature=2#x' };

function moves(changes: Partial<Report>): { news: boolean; content: boolean } {
  const [before, after] = [toLocalRow(BASE), toLocalRow({ ...BASE, ...changes })];
  return {
    news: before.fingerprint !== after.fingerprint,
    content: before.contentFingerprint !== after.contentFingerprint,
  };
}

describe('toLocalRow()', () => {
  it.each<readonly [string, Partial<Report>]>([
    ['title', { title: 'Jalan rusak' }],
    ['text', { text: 'Lain.' }],
    ['kind', { kind: 'aspirasi' }],
    ['category', { category: null }],
    ['institution', { institution: 'DLH' }],
    ['day', { incidentDate: null }],
    ['place', { location: { ...BASE.location, latitude: '-6.12' } }],
    ['reporter', { reporter: { ...BASE.reporter, phone: null } }],
    ['files', { attachments: [] }],
    ['a file at another address', { attachments: [{ ...FILE, url: 'https://store.test/b.jpg' }] }],
  ])('counts as content: %s', (_name, changes) => {
    expect(moves(changes)).toEqual({ news: true, content: true });
  });

  it.each<readonly [string, Partial<Report>]>([
    ['privacy', { privacy: { anonymous: true, secret: false } }],
    ['its own status', { status: 'selesai' }],
    ['ticket', { ticket: 'RBG-2' }],
    ['number', { nationalId: '77' }],
    ['reference', { externalRef: 'lapor:77' }],
    ['deletion', { deletedAt: 1 }],
    ['no answers any more', { responses: [] }],
  ])('counts as news but not as content: %s', (_name, changes) => {
    expect(moves(changes)).toEqual({ news: true, content: false });
  });

  it.each<readonly [string, Partial<FollowUp>]>([
    ['another', { id: '10' }],
    ['author', { author: 'reporter' }],
    ['text', { text: 'Lain.' }],
    ['internal', { internal: true }],
    ['reference', { externalRef: 'lapor-followup:7' }],
    ['files', { attachments: [] }],
  ])('counts as news in an answer: %s', (_name, changes) => {
    expect(moves({ responses: [makeFollowUp({ attachments: [FILE], ...changes })] })).toEqual({
      news: true,
      content: false,
    });
  });

  it.each<readonly [string, Partial<Report>]>([
    ['the time of the last change', { updatedAt: 1 }],
    ['what the bridge itself wrote of LAPOR!', { nationalStatus: 'Selesai' }],
    ['addresses signed anew', { attachments: [SIGNED_ANEW] }],
    ['what a file is called', { attachments: [{ ...FILE, name: 'b.jpg', mimeType: null, sizeBytes: null }] }],
    ['addresses of an answer signed anew', { responses: [makeFollowUp({ attachments: [SIGNED_ANEW] })] }],
    ['answers without time', { responses: [makeFollowUp({ attachments: [FILE], createdAt: null })] }],
  ])('is no news: %s', (_name, changes) => {
    expect(moves(changes)).toEqual({ news: false, content: false });
  });

  it('reads a list without answers like a report that has none', () => {
    expect(toLocalRow(makeReport({ responses: null })).fingerprint).toBe(toLocalRow(makeReport()).fingerprint);
  });

  it.each([
    [{ externalRef: 'lapor:9165816' }, '9165816'],
    [{ externalRef: 'lapor:9165816', nationalId: '5' }, '5'],
    [{ externalRef: null, nationalId: '5' }, '5'],
    [{ externalRef: 'lapor:' }, null],
    [{ externalRef: 'lapor:a b' }, null],
    [{ externalRef: 'lapor-followup:77' }, null],
    [{ externalRef: 'xlapor:77' }, null],
  ])('of %j takes the number %j', (given, nationalId) => {
    expect(toLocalRow(makeReport(given)).report.nationalId).toBe(nationalId);
  });
});
