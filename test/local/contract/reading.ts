import { expect, it } from 'vitest';
import { type ScanEnd, scanPages } from '../../../src/http/scan-pages.ts';
import type { LocalPage, LocalSystem } from '../../../src/local/local-system.ts';
import type { RejectedRow } from '../../../src/report/rejected-row.ts';
import type { Report } from '../../../src/report/report.ts';
import { type LocalForm, type LocalStage, NEVER } from './local-stage.ts';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;

interface Scanned {
  readonly end: ScanEnd | null;
  readonly reports: readonly Report[];
  readonly rejected: readonly RejectedRow[];
  readonly pages: readonly LocalPage[];
}

/** The list from `sinceMs` to its end; `between` happens behind the first page. */
export async function scanList(local: LocalSystem, sinceMs = 0, between = async () => {}): Promise<Scanned> {
  const pages: LocalPage[] = [];
  let end: ScanEnd | null = null;
  const keysOf = (page: LocalPage) => [
    ...page.reports.map(({ localId }) => localId),
    ...page.rejected.map((row) => row.key),
  ];
  for await (const step of scanPages((page) => local.readPage({ sinceMs, page }, NEVER), { keysOf, pagesMax: 50 })) {
    if (!step.ok) throw new Error(`${step.failure.kind}: ${step.failure.detail}`);
    pages.push(step.page);
    end = step.end;
    if (pages.length === 1) await between();
  }
  return {
    end,
    pages,
    reports: pages.flatMap((page) => page.reports),
    rejected: pages.flatMap((page) => page.rejected),
  };
}

/** One report as the form reads it. */
export async function readOne(local: LocalSystem, localId: string): Promise<Report> {
  const read = await local.readReport(localId, NEVER);
  if (!read.ok || read.value === null) throw new Error(`no report ${localId}`);
  return read.value;
}

/** So many reports, filed one second after the other. */
async function fileMany({ staff, advance }: LocalStage, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    ids.push(await staff.file({ text: `Laporan ${number}: lubang di jalan.` }));
    advance(SECOND_MS);
  }
  return ids;
}

/** What every form keeps to when reports are read. */
export function readingContract(form: LocalForm): void {
  listContract(form);
  if (form.features.includes('bad-rows')) badRowContract(form);
  reportContract(form);
  if (form.features.includes('deletion')) deletionContract(form);
}

function listContract({ open }: LocalForm): void {
  it('lists every report once, the oldest change first, to an end that it proves', async () => {
    const stage = await open({ pageSize: 2 });
    const ids = await fileMany(stage, 5);
    const { end, reports, pages } = await scanList(stage.local);
    expect(reports.map(({ localId }) => localId)).toEqual(ids);
    expect(reports.map(({ updatedAt }) => updatedAt)).toEqual(
      reports.map((one) => one.updatedAt).toSorted((a, b) => a - b),
    );
    expect({ end, rows: pages.map(({ rowCount }) => rowCount) }).toEqual({ end: 'proven', rows: [2, 2, 1] });
  });

  it('says that nothing is there where nothing is', async () => {
    const { local } = await open({ pageSize: 2 });
    const { end, reports, rejected } = await scanList(local);
    expect({ end, reports, rejected }).toEqual({ end: 'proven', reports: [], rejected: [] });
  });

  it('skips nothing silently while rows change under its pages', async () => {
    const stage = await open({ pageSize: 2 });
    const ids = await fileMany(stage, 5);
    const first = await scanList(stage.local, 0, async () => {
      await stage.staff.edit(ids[0] ?? '', 'Lubang di jalan, sekarang lebih besar.');
      await stage.staff.file({ text: 'Laporan baru: pohon tumbang.' });
    });
    const seen = new Set(first.reports.map(({ localId }) => localId));
    // Either all that was there is seen, or the scan says that it was disturbed.
    expect(first.end === 'disturbed' || ids.every((id) => seen.has(id))).toBe(true);
    const second = await scanList(stage.local);
    expect({ end: second.end, count: second.reports.length }).toEqual({ end: 'proven', count: 6 });
  });

  it('lists what changed since a moment, and what changed at that very moment', async () => {
    const stage = await open({ pageSize: 10 });
    const [quiet = '', edited = '', answered = ''] = await fileMany(stage, 3);
    await scanList(stage.local);
    stage.advance(HOUR_MS);
    const since = stage.now();
    await stage.staff.edit(edited, 'Lubang di jalan, diperbarui.');
    await stage.staff.answer(answered, { text: 'Sedang dijadwalkan.' });
    const { reports } = await scanList(stage.local, since);
    expect(reports.map(({ localId }) => localId).toSorted()).toEqual([edited, answered].toSorted());
    expect(reports.find(({ localId }) => localId === edited)?.text).toBe('Lubang di jalan, diperbarui.');
    expect((await readOne(stage.local, quiet)).text).toBe('Laporan 1: lubang di jalan.');
  });
}

function badRowContract({ open }: LocalForm): void {
  it('sets one bad row apart, under its own key, and gives the others', async () => {
    const stage = await open({ pageSize: 10 });
    const [first = '', bad = '', last = ''] = await fileMany(stage, 3);
    await stage.staff.spoil(bad);
    const { end, reports, rejected, pages } = await scanList(stage.local);
    expect(reports.map(({ localId }) => localId).toSorted()).toEqual([first, last].toSorted());
    expect(rejected).toEqual([
      {
        key: bad,
        path: expect.any(String),
        reason: expect.stringMatching(/^[a-z-]+$/),
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect({ end, rows: pages[0]?.rowCount }).toEqual({ end: 'proven', rows: 3 });
    expect(await stage.local.readReport(bad, NEVER)).toMatchObject({ ok: false, failure: { kind: 'malformed' } });
  });
}

function reportContract({ open }: LocalForm): void {
  it('reads one report with its answers, the times in the zone of the city and ids as text', async () => {
    const stage = await open({ pageSize: 10 });
    const filedAt = stage.now();
    const id = await stage.staff.file({ title: 'Jalan rusak', text: 'Jalan rusak di depan pasar.' });
    stage.advance(HOUR_MS);
    await stage.staff.answer(id, { text: 'Akan ditinjau.' });
    await scanList(stage.local);
    const report = await readOne(stage.local, id);
    expect(report).toMatchObject({
      localId: id,
      title: 'Jalan rusak',
      text: 'Jalan rusak di depan pasar.',
      nationalId: null,
    });
    expect(report.responses).toMatchObject([
      { text: 'Akan ditinjau.', author: 'institution', internal: false, externalRef: null },
    ]);
    expect([typeof report.localId, typeof report.responses?.[0]?.id]).toEqual(['string', 'string']);
    expect(Math.abs(report.createdAt - filedAt)).toBeLessThan(SECOND_MS);
    expect(Math.abs((report.responses?.[0]?.createdAt ?? 0) - filedAt - HOUR_MS)).toBeLessThan(SECOND_MS);
  });

  it('gives null for a report that is not there', async () => {
    const stage = await open({ pageSize: 10 });
    await stage.staff.file();
    await scanList(stage.local);
    expect(await stage.local.readReport('987654', NEVER)).toEqual({ ok: true, value: null });
  });
}

function deletionContract({ open }: LocalForm): void {
  it('tells that a report is gone', async () => {
    const stage = await open({ pageSize: 10 });
    const id = await stage.staff.file();
    await scanList(stage.local);
    await stage.staff.remove(id);
    const { reports } = await scanList(stage.local);
    const [listed] = reports;
    const read = await stage.local.readReport(id, NEVER);
    if (!read.ok) throw new Error(read.failure.detail);
    expect([listed?.deletedAt, read.value === null ? 'gone' : read.value.deletedAt]).not.toContain(null);
  });
}
