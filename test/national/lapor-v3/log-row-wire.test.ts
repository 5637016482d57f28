import { describe, expect, it } from 'vitest';
import { LogRowWire } from '../../../src/national/lapor-v3/log-row-wire.ts';

const ROW = {
  id: 1,
  date: '2026-07-31 14:05:09',
  content: 'Laporan didisposisikan dari {{institution_from}} ke {{ institution_to }}',
  data: '{"status_old":{"name":"Belum Terverifikasi"},"status_new":{"name":"Terverifikasi"}}',
  institution_from_name: null,
  institution_from_id: { name: 'Admin Pusat' },
  institution_to: { id: 12838, name: 'PLN' },
};

const READ = {
  id: '1',
  at: Date.UTC(2026, 6, 31, 7, 5, 9),
  text: 'Laporan didisposisikan dari Admin Pusat ke PLN',
  fromInstitution: 'Admin Pusat',
  toInstitution: 'PLN',
  toInstitutionId: '12838',
  statusBefore: 'Belum Terverifikasi',
  statusAfter: 'Terverifikasi',
};

describe('LogRowWire', () => {
  it('reads a row of data_logs', () => {
    expect(LogRowWire.parse(ROW)).toEqual(READ);
  });

  it('believes the row before its data', () => {
    const row = { ...ROW, status_old: { name: 'Tertunda' }, status_new: null };
    expect(LogRowWire.parse(row)).toEqual({ ...READ, statusBefore: 'Tertunda' });
  });

  it.each(['{"status_old":', '', 'null', '[]', '"x"', '{"__proto__":{"x":1}}', null, undefined, 7])(
    'does without data that is %j',
    (data) => {
      expect(LogRowWire.parse({ ...ROW, data })).toEqual({ ...READ, statusBefore: null, statusAfter: null });
    },
  );

  it('takes data that is an object already', () => {
    expect(LogRowWire.parse({ ...ROW, data: JSON.parse(ROW.data) })).toEqual(READ);
  });

  it.each([
    [{ institution: { name: 'Inspektorat' } }, 'Oleh Inspektorat'],
    [{}, 'Oleh Admin Pusat'],
    [{ institution_from_id: null }, 'Oleh PLN'],
  ])('fills {{institution}} with the nearest there is: %j', (change, text) => {
    expect(LogRowWire.parse({ ...ROW, ...change, content: 'Oleh {{institution}}' }).text).toBe(text);
  });

  it('fills statuses and takes HTML away', () => {
    const content = '<p>Status: {{status_old}} &rarr; {{status_new}}{{user_link}}</p>';
    expect(LogRowWire.parse({ ...ROW, content }).text).toBe('Status: Belum Terverifikasi → Terverifikasi');
  });

  it('reads a row that tells nothing', () => {
    expect(LogRowWire.parse({ id: 'x', date: 'kemarin' })).toEqual({
      id: null,
      at: null,
      text: '',
      fromInstitution: null,
      toInstitution: null,
      toInstitutionId: null,
      statusBefore: null,
      statusAfter: null,
    });
  });
});
