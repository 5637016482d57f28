import { describe, expect, it } from 'vitest';
import { ALARM_KINDS } from '../../src/ledger/alarm.ts';
import { DELIVERY_STATES } from '../../src/ledger/delivery.ts';
import { word } from '../../src/operate/word.ts';

describe('word()', () => {
  it.each([
    ['create', 'laporan ke LAPOR!', 'report to LAPOR!'],
    ['parked', 'diparkir', 'parked'],
    ['outcome-unknown', 'jawaban hilang; mungkin sudah sampai', 'the answer was lost; it may have arrived'],
    ['unknown-status: Menunggu', 'nama status tidak dikenal: Menunggu', 'unknown status name: Menunggu'],
    ['not-a-time: created_at', 'bukan waktu: created_at', 'not a time: created_at'],
    ['paging: a: b', 'halaman tidak berakhir: a: b', 'pages do not end: a: b'],
    ['never-heard', 'never-heard', 'never-heard'],
    ['never-heard: of', 'never-heard: of', 'never-heard: of'],
    ['constructor', 'constructor', 'constructor'],
    ['', '', ''],
    [null, '', ''],
  ])('says %j as %j and %j', (name, id, en) => {
    expect(word('id', name)).toBe(id);
    expect(word('en', name)).toBe(en);
  });

  it.each([...DELIVERY_STATES, ...ALARM_KINDS])('has Indonesian for %s', (name) => {
    expect(word('id', name)).not.toBe(name);
  });
});
