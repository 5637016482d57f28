import { describe, expect, it } from 'vitest';
import { findBornThere, type LocalPlace, type NationalPlace } from '../../src/config/find-born-there.ts';
import { makeConfig } from '../support/make-config.ts';

const CONFIG = makeConfig({
  national: { create: { classifications: { aspirasi: 9 } } },
  categories: { Trotoar: { categoryId: 77, classificationId: 8 } },
});
const CITY = { institutionId: '151345', categoryId: null, classificationId: null };
const NOWHERE = { kind: 'pengaduan', category: null, institution: null } as const;

describe('findBornThere()', () => {
  it.each<readonly [string, Partial<NationalPlace>, Partial<LocalPlace> | null]>([
    ['with the city', {}, {}],
    ['with none yet', { institutionId: null }, {}],
    ['with an OPD', { institutionId: '12001' }, { institution: 'DPUPR' }],
    ['with an institution that is not ours', { institutionId: '12838' }, null],
    ['with an institution that no map knows', { institutionId: '999' }, null],
    ['in a category', { categoryId: '77' }, { category: 'Infrastruktur jalan' }],
    ['in a category and classification', { categoryId: '77', classificationId: '8' }, { category: 'Trotoar' }],
    ['in a category that no map knows', { categoryId: '436' }, {}],
    ['of a classification that has its kind', { classificationId: '9' }, { kind: 'aspirasi' }],
    ['of any other classification', { classificationId: '6' }, {}],
  ])('places a report %s', (_name, place, expected) => {
    expect(findBornThere({ ...CITY, ...place }, CONFIG)).toEqual(expected && { ...NOWHERE, ...expected });
  });

  it.each([
    ['ours', true, NOWHERE],
    ['not ours', false, null],
  ])('goes by whether the institution of all that no map names is %s', (_name, ours, expected) => {
    const config = makeConfig({ institutions: { default: { id: 888, ours } } });
    expect(findBornThere({ ...CITY, institutionId: '888' }, config)).toEqual(expected);
    expect(findBornThere(CITY, config)).toEqual(NOWHERE);
  });
});
