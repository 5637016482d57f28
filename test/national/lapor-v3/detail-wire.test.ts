import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DetailWire } from '../../../src/national/lapor-v3/detail-wire.ts';

const LOGS = [
  { id: 10, date: '31-07-2026 10:00:00', content: 'Selesai' },
  { id: 9, date: '31-07-2026 10:00:00', content: 'Dalam proses' },
  { id: 1, date: '30-07-2026 10:00:00', content: 'Diterima' },
  { id: 2, date: null, content: 'Tanpa waktu' },
];
const STATUS_LOGS = [
  { note: '<p>Diverifikasi</p>', timestamp: '30-07-2026 12:00:00' },
  { note: 'Diterima', timestamp: '30-07-2026 10:00:00' },
  { note: 'Dibuka', timestamp: '30-07-2026 10:00:00' },
];
const DATA = {
  status_code: 'x',
  status_name: 'Belum Terverifikasi',
  disposition_id: 12838,
  disposition_name: 'Pemerintah Kota Serang',
  status_logs: STATUS_LOGS,
};

function detail(data: unknown, logs: unknown = LOGS) {
  return { results: { data, data_logs: logs }, message: 'Success' };
}

describe('DetailWire', () => {
  it('reads status and institution', () => {
    expect(DetailWire.parse(detail(DATA))).toMatchObject({
      statusName: 'Belum Terverifikasi',
      institutionId: '12838',
      institutionName: 'Pemerintah Kota Serang',
    });
  });

  it('reads an institution nested under its id', () => {
    const nested = { status_name: 'Selesai', disposition_id: { id: '12838', name: 'Pemerintah Kota Serang' } };
    expect(DetailWire.parse(detail(nested))).toMatchObject({
      institutionId: '12838',
      institutionName: 'Pemerintah Kota Serang',
    });
  });

  it('puts both logs into one, by time, then id', () => {
    expect(DetailWire.parse(detail(DATA)).log.map(({ id, text }) => [id, text])).toEqual([
      ['2', 'Tanpa waktu'],
      [null, 'Dibuka'],
      [null, 'Diterima'],
      ['1', 'Diterima'],
      [null, 'Diverifikasi'],
      ['9', 'Dalam proses'],
      ['10', 'Selesai'],
    ]);
  });

  it('gives the same for any order of both logs', () => {
    const orders = [
      fc.shuffledSubarray(LOGS, { minLength: LOGS.length }),
      fc.shuffledSubarray(STATUS_LOGS, { minLength: STATUS_LOGS.length }),
    ] as const;
    const expected = DetailWire.parse(detail(DATA));
    fc.assert(
      fc.property(...orders, (logs, statusLogs) => {
        expect(DetailWire.parse(detail({ ...DATA, status_logs: statusLogs }, logs))).toEqual(expected);
      }),
    );
  });

  it.each([
    ['the status', { ...DATA, status_name: 'Terverifikasi' }, LOGS],
    ['the institution', { ...DATA, disposition_id: 151345 }, LOGS],
    ['a new entry', DATA, [...LOGS, { id: 11, date: '01-08-2026 10:00:00', content: 'Dibuka lagi' }]],
    ['an entry less', DATA, LOGS.slice(1)],
    ['a time', DATA, LOGS.with(0, { id: 10, date: '31-07-2026 10:00:01', content: 'Selesai' })],
    ['a text', DATA, LOGS.with(0, { id: 10, date: '31-07-2026 10:00:00', content: 'Ditutup' })],
  ])('moves its fingerprint with %s', (_name, data, logs) => {
    expect(DetailWire.parse(detail(data, logs)).fingerprint).not.toBe(DetailWire.parse(detail(DATA)).fingerprint);
  });

  it('keeps its fingerprint where only white space or an unread field moves', () => {
    const data = { ...DATA, status_name: ' Belum Terverifikasi ', read_count: 7 };
    expect(DetailWire.parse(detail(data)).fingerprint).toBe(DetailWire.parse(detail(DATA)).fingerprint);
  });

  it.each([[[]], [{}], [null], [undefined]])('reads logs that are %j', (logs) => {
    const wire = { results: { data: { ...DATA, status_logs: logs }, data_logs: logs } };
    expect(DetailWire.parse(wire).log).toEqual([]);
  });

  it('leaves out rows that are no rows', () => {
    expect(DetailWire.parse(detail(DATA, [null, 'x', ...LOGS])).log).toHaveLength(LOGS.length + STATUS_LOGS.length);
  });

  it.each([
    ['no results', { message: 'Data tidak ditemukan' }],
    ['empty results', { results: [], message: 'x' }],
    ['null', { results: null }],
    ['no data', { results: { data_logs: LOGS } }],
    ['data that says nothing', detail([], [])],
    ['nameless data', detail({ status_name: null, disposition_id: 0 }, [])],
    ['a log of another shape', detail(DATA, 'x')],
    ['a list', []],
  ])('does not take %s for a report', (_name, wire) => {
    expect(DetailWire.safeParse(wire).success).toBe(false);
  });
});
