import { describe, expect, it } from 'vitest';
import { UploadWire } from '../../../src/national/lapor-v3/upload-wire.ts';

describe('UploadWire', () => {
  it.each([
    [{ images: [{ id: 4199656 }], docs: [{ id: '4199657' }] }, ['4199656', '4199657']],
    [{ images: [{ id: 1 }, { id: 2 }] }, ['1', '2']],
    [{ docs: { 1: { id: 3 } }, images: null }, ['3']],
    [{ docs: [{ id: 4 }] }, ['4']],
    [{ images: [], docs: [] }, []],
  ])('merges %j', (results, ids) => {
    expect(UploadWire.parse({ results })).toEqual(ids);
  });

  it.each([
    {},
    { results: null },
    { results: [] },
    { results: { message: 'x' } },
    { results: { images: [{ id: null }], docs: [] } },
    { results: { images: 'x', docs: [] } },
    { message: 'x' },
    null,
  ])('does not take %j for an answer to an upload', (wire) => {
    expect(UploadWire.safeParse(wire).success).toBe(false);
  });
});
