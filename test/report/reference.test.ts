import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstLineIsReference,
  lastLineIsReference,
  makeReference,
  makeResponseReference,
  parseReference,
} from '../../src/report/reference.ts';

const TEMPLATE = '[Ref: {site}-{id}]';
const RESPONSE_TEMPLATE = '[Ref: {site}-{id}/{responseId}]';
const REFERENCE = '[Ref: kota-serang-1042]';

describe('makeReference()', () => {
  it('fills the template', () => {
    expect(makeReference(TEMPLATE, { site: 'kota-serang', id: '1042' })).toBe(REFERENCE);
  });

  it('takes an id for an id, whatever it looks like', () => {
    expect(makeReference('{id} {site} {id} {x}', { site: '{id}', id: '$&{site}' })).toBe('$&{site} {id} $&{site} {x}');
  });

  it('leaves a place without its value to be seen', () => {
    expect(makeReference('{id}/{responseId}', { site: 'kota-serang', id: '1042' })).toBe('1042/{responseId}');
  });
});

describe('makeResponseReference()', () => {
  it('fills the template', () => {
    const reference = makeResponseReference(RESPONSE_TEMPLATE, { site: 'kota-serang', id: '1042', responseId: '9' });
    expect(reference).toBe('[Ref: kota-serang-1042/9]');
  });
});

describe('firstLineIsReference()', () => {
  it.each([
    `${REFERENCE}\nJalan berlubang`,
    `\n  [Ref:  kota-serang-1042] \r\nJalan`,
    `<p>${REFERENCE}</p><p>Jalan</p>`,
    `<p>${REFERENCE}\nJalan berlubang</p>`,
    `<p>${REFERENCE}<br />\nJalan &amp; trotoar</p>`,
    '&#91;Ref: kota-serang-1042&#93;\nJalan',
    `<b>${REFERENCE}</b>`,
  ])('finds it in %j', (text) => {
    expect(firstLineIsReference(text, REFERENCE)).toBe(true);
  });

  it.each([
    '',
    `Jalan\n${REFERENCE}`,
    `Lihat ${REFERENCE}`,
    `${REFERENCE} Jalan`,
    '[ref: kota-serang-1042]\nJalan',
    '[Ref: kota-serang-10421]\nJalan',
    '[Ref: kota-serang-1042/9]\nJalan',
    '&lt;p&gt;[Ref: kota-serang-1042]&lt;/p&gt;',
  ])('does not find it in %j', (text) => {
    expect(firstLineIsReference(text, REFERENCE)).toBe(false);
  });
});

describe('lastLineIsReference()', () => {
  const reference = '[Ref: kota-serang-1042/9]';

  it.each([`Sudah\n\n${reference}\n`, `<p>Sudah</p><div>${reference}</div>`, `<p>Sudah\n${reference}</p>`, reference])(
    'finds it in %j',
    (text) => {
      expect(lastLineIsReference(text, reference)).toBe(true);
    },
  );

  it.each([`${reference}\nSudah`, `Sudah ${reference}`, 'Sudah\n[Ref: kota-serang-1042/91]'])(
    'does not find it in %j',
    (text) => {
      expect(lastLineIsReference(text, reference)).toBe(false);
    },
  );
});

describe('parseReference()', () => {
  it.each([
    [TEMPLATE, REFERENCE, undefined, { site: 'kota-serang', id: '1042' }],
    [TEMPLATE, '[Ref: kota-serang-RBG-2026-001042]', 'kota-serang', { site: 'kota-serang', id: 'RBG-2026-001042' }],
    [TEMPLATE, '<p>[Ref:  kota-serang-a_b.c]</p>', 'kota-serang', { site: 'kota-serang', id: 'a_b.c' }],
    [
      RESPONSE_TEMPLATE,
      '[Ref: kota-serang-1042/9-b]',
      undefined,
      { site: 'kota-serang', id: '1042', responseId: '9-b' },
    ],
    ['#{id}#{id}', '#7#7', 'x', { site: 'x', id: '7' }],
  ])('with %j reads %j of the site %j', (template, line, site, expected) => {
    expect(parseReference(template, line, site)).toEqual(expected);
  });

  it.each([
    [TEMPLATE, '[Ref: kota-serang-1042/9]', undefined],
    [RESPONSE_TEMPLATE, REFERENCE, undefined],
    [TEMPLATE, REFERENCE, 'kota-cilegon'],
    [TEMPLATE, 'lihat [Ref: kota-serang-1042]', undefined],
    [TEMPLATE, '[Ref: kota-serang-]', 'kota-serang'],
    [TEMPLATE, '[Ref: kota-serang-10 42]', 'kota-serang'],
    [TEMPLATE, '', undefined],
    ['#{id}#{id}', '#7#8', 'x'],
  ])('with %j does not read %j of the site %j', (template, line, site) => {
    expect(parseReference(template, line, site)).toBeNull();
  });

  it('reads what was made, when the site is known', () => {
    const id = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '9', '-', '_', '.'), minLength: 1 });
    fc.assert(
      fc.property(id, id, id, (site, reportId, responseId) => {
        const ids = { site, id: reportId, responseId };
        expect(parseReference(TEMPLATE, makeReference(TEMPLATE, ids), site)).toEqual({ site, id: reportId });
        expect(parseReference(RESPONSE_TEMPLATE, makeResponseReference(RESPONSE_TEMPLATE, ids), site)).toEqual(ids);
      }),
    );
  });
});
