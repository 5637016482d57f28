import { describe, expect, it } from 'vitest';
import { exportNames } from '../../src/config/export-names.ts';
import { makeConfig } from '../support/make-config.ts';

const CONFIG = makeConfig({
  national: { create: { classifications: { pengaduan: 6, permintaan_informasi: 8 } } },
});
const NAMES = exportNames(CONFIG, [{ id: '151345', name: 'Pemerintah Kota Serang' }]);

describe('exportNames()', () => {
  it.each([
    ['category', NAMES.categoryId, 'INFRASTRUKTUR  jalan', '77'],
    ['category', NAMES.categoryId, 'Lain', null],
    ['classification', NAMES.classificationId, 'Permintaan Informasi', '8'],
    ['classification without an id', NAMES.classificationId, 'Aspirasi', null],
    ['classification', NAMES.classificationId, 'Lain', null],
    ['institution of the maps', NAMES.institutionId, 'dpupr', '12001'],
    ["institution of LAPOR!'s master", NAMES.institutionId, 'Pemerintah kota Serang', '151345'],
    ['institution that nobody knows', NAMES.institutionId, 'Entah', null],
  ])('gives the id of a %s', (_what, idOf, name, id) => {
    expect(idOf(name)).toBe(id);
  });
});
