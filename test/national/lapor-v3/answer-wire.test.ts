import { describe, expect, it } from 'vitest';
import { AnswerWire } from '../../../src/national/lapor-v3/answer-wire.ts';

const ROW = {
  id: 77,
  institution_from_name: 'Pemerintah Kota Serang',
  institution_to_name: 'PLN',
  created_at: '31-07-2026 14:05:09',
  template_code: 'disposition',
  template_content: 'Diteruskan dari {{ institution_from }} ke {{institution_to_link}}',
  content: '<p>Sudah <b>ditangani</b> &amp; selesai</p>',
  attachments: [],
};

describe('AnswerWire', () => {
  it('reads a row of E7', () => {
    expect(AnswerWire.parse(ROW)).toEqual({
      id: '77',
      text: 'Sudah ditangani & selesai',
      institution: 'Pemerintah Kota Serang',
      template: 'disposition',
      attachments: [],
      // 14:05:09 in Jakarta, UTC+7.
      createdAt: Date.UTC(2026, 6, 31, 7, 5, 9),
    });
  });

  it.each([null, undefined, '', ' ', '<p> </p>'])('takes the template where the content is %j', (content) => {
    expect(AnswerWire.parse({ ...ROW, content }).text).toBe('Diteruskan dari Pemerintah Kota Serang ke PLN');
  });

  it('leaves what was written as it is', () => {
    expect(AnswerWire.parse({ ...ROW, content: 'Isi {{institution_to}} < 5 m' }).text).toBe(
      'Isi {{institution_to}} < 5 m',
    );
  });

  it('reads a row that has nothing but an id', () => {
    expect(AnswerWire.parse({ id: '77' })).toEqual({
      id: '77',
      text: '',
      institution: null,
      template: null,
      attachments: [],
      createdAt: null,
    });
  });

  it.each(['07/31/2026', '31-02-2026 10:00:00', '0000-00-00 00:00:00', '', null, 5])(
    'keeps an answer whose time is %j',
    (created_at) => {
      expect(AnswerWire.parse({ ...ROW, created_at })).toMatchObject({ id: '77', createdAt: null });
    },
  );

  it.each([{ id: null }, { id: 0 }, { id: 'x' }, { id: undefined }, { attachments: 'x' }])(
    'does not read a row with %j',
    (change) => {
      expect(AnswerWire.safeParse({ ...ROW, ...change }).success).toBe(false);
    },
  );

  it.each([null, [], 'x', 7])('does not read %j', (row) => {
    expect(AnswerWire.safeParse(row).success).toBe(false);
  });
});
