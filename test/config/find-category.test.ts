import { describe, expect, it } from 'vitest';
import { findCategory } from '../../src/config/find-category.ts';
import { configOf } from './load-text.ts';

const { categories } = configOf('', {
  maps: {
    'categories.yaml': `
default: { categoryId: 1, classificationId: 6 }
Infrastruktur Jalan: { categoryId: 2, classificationId: 7 }
Default: { categoryId: 3, classificationId: 8 }
01: { categoryId: 4, classificationId: 6 }
`,
  },
}).maps;

describe('findCategory()', () => {
  it.each([
    ['Infrastruktur Jalan', { categoryId: 2, classificationId: 7, mapped: true }],
    [' infrastruktur\u00a0 JALAN', { categoryId: 2, classificationId: 7, mapped: true }],
    ['01', { categoryId: 4, classificationId: 6, mapped: true }],
    ['default', { categoryId: 3, classificationId: 8, mapped: true }],
    ['Sampah', { categoryId: 1, classificationId: 6, mapped: false }],
    ['constructor', { categoryId: 1, classificationId: 6, mapped: false }],
    ['__proto__', { categoryId: 1, classificationId: 6, mapped: false }],
    [null, { categoryId: 1, classificationId: 6, mapped: false }],
  ])('finds for %j: %j', (name, expected) => {
    expect(findCategory(categories, name)).toEqual(expected);
  });
});
