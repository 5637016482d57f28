import { describe, expect, it } from 'vitest';
import { AttachmentsWire } from '../../../src/national/lapor-v3/attachments-wire.ts';

const PHOTO = { path: 'https://lapor.test/a.jpg', file_name: 'a.jpg', extension: 'jpg' };
const LETTER = { path: 'https://lapor.test/b.pdf', file_name: null };
const PHOTO_READ = { url: 'https://lapor.test/a.jpg', name: 'a.jpg', mimeType: null, sizeBytes: null };
const LETTER_READ = { url: 'https://lapor.test/b.pdf', name: null, mimeType: null, sizeBytes: null };

describe('AttachmentsWire', () => {
  it.each([
    ['numeric keys and no docs', { 0: PHOTO, docs: [] }, [PHOTO_READ]],
    ['numeric keys and docs', { 0: PHOTO, docs: [LETTER] }, [PHOTO_READ, LETTER_READ]],
    ['docs with gaps', { docs: { 2: PHOTO, 5: LETTER } }, [PHOTO_READ, LETTER_READ]],
    ['docs alone', { docs: [LETTER, PHOTO] }, [LETTER_READ, PHOTO_READ]],
    ['docs that are null', { 0: PHOTO, docs: null }, [PHOTO_READ]],
    ['a list', [PHOTO, LETTER], [PHOTO_READ, LETTER_READ]],
    ['an empty list', [], []],
    ['an empty object', {}, []],
    ['nothing', undefined, []],
    ['null', null, []],
    ['an empty text', '', []],
    ['false', false, []],
  ])('reads %s', (_name, wire, expected) => {
    expect(AttachmentsWire.parse(wire)).toEqual(expected);
  });

  it.each([
    ['a file without a path', { 0: { file_name: 'a.jpg' }, docs: [] }],
    ['a path that is no text', [{ path: 7 }]],
    ['a path that is empty', [{ path: '' }]],
    ['a text', 'a.jpg'],
    ['a number', 1],
  ])('does not take %s for nothing', (_name, wire) => {
    expect(AttachmentsWire.safeParse(wire).success).toBe(false);
  });
});
