import { expect, it } from 'vitest';
import { loadText } from './load-text.ts';

function warnings(...rules: readonly string[]): readonly string[] {
  const lines = ['default: { id: 1, ours: true }', 'A: { id: 2, ours: false, aliases: [B] }', 'rules:'];
  const loaded = loadText('policy: { since: 2026-01-01 }\nnational: { account: { userId: 7, institutionId: 1 } }', {
    maps: { 'institutions.yaml': [...lines, ...rules.map((rule) => `  - { to: A, ${rule} }`)].join('\n') },
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.warnings
    .filter(({ path }) => path.startsWith('rules'))
    .map(({ path, message }) => `${path}: ${message}`);
}

const SECOND = ['rules[1]: rule 2 is never used: rule 1 holds wherever it does'];

it.each([
  ['are alike', ['keywords: [listrik  Padam]', 'keywords: [listrik padam]']],
  ['name the OPD by another name', ['opd: [A]', 'opd: [b], keywords: [x]']],
  ['ask for less first', ['categories: [X, Y]', 'categories: [y], districts: [Utara]']],
  ['look for the shorter words first', ['keywords: [listrik]', 'keywords: [listrik padam, tiang listrik]']],
  [
    'name the place with and without its kind',
    ['districts: [Utara], villages: [Kel. X]', 'districts: [Kec. Utara], villages: [X]'],
  ],
])('warns of rules that %s', (_, rules) => {
  expect(warnings(...rules)).toEqual(SECOND);
});

it.each([
  ['look for longer words first', ['keywords: [listrik padam]', 'keywords: [listrik]']],
  ['are for reports with an OPD and without', ['keywords: [x]', 'keywords: [x], opd: [A]']],
  ['ask for other things', ['categories: [X]', 'keywords: [X]']],
  ['ask for one thing more first', ['categories: [X], keywords: [y]', 'categories: [X]']],
  ['are for other places', ['villages: [X]', 'villages: [X, Y]']],
])('does not warn of rules that %s', (_, rules) => {
  expect(warnings(...rules)).toEqual([]);
});
