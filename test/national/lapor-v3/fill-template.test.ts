import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../../src/national/lapor-v3/fill-template.ts';

const VALUES = new Map([
  ['institution_from', 'Pemerintah Kota Serang'],
  ['institution_to', 'PLN <Banten> & Co'],
  ['status_new', null],
]);

describe('fillTemplate()', () => {
  it.each([
    ['Dari {{institution_from}} ke {{institution_to}}', 'Dari Pemerintah Kota Serang ke PLN <Banten> & Co'],
    ['Dari {{ institution_from }}.', 'Dari Pemerintah Kota Serang.'],
    ['Dari {{\tINSTITUTION_FROM\n}}.', 'Dari Pemerintah Kota Serang.'],
    ['Ke {{institution_to_link}}.', 'Ke PLN <Banten> & Co.'],
    ['Status: {{status_new}}', 'Status:'],
    ['Status{{unknown}}{{7*7}}{{constructor}}{{}}!', 'Status!'],
    ['{{institution_from', '{{institution_from'],
    ['{institution_from}', '{institution_from}'],
  ])('makes of %j %j', (template, expected) => {
    expect(fillTemplate(template, VALUES)).toBe(expected);
  });

  it.each([
    ['<p>Dari <b>{{institution_from}}</b></p>', 'Dari Pemerintah Kota Serang'],
    ['<a href="{{institution_to_link}}">{{institution_to}}</a>', 'PLN <Banten> & Co'],
    ['Air &amp; {{institution_to}}', 'Air & PLN <Banten> & Co'],
  ])('takes the HTML away from %j, but from no value', (template, expected) => {
    expect(fillTemplate(template, VALUES)).toBe(expected);
  });

  it('fills no placeholder that came in by a value', () => {
    const values = new Map([
      ['institution_from', '{{institution_to}}'],
      ['institution_to', 'PLN'],
    ]);
    expect(fillTemplate('{{institution_from}}', values)).toBe('{{institution_to}}');
  });
});
