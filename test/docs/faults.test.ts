import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAMILIES, FAULTS_OF } from '../simulation/families.ts';
import { readLifecycle } from './read-lifecycle.ts';
import { readTable } from './read-table.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const POSTGRES = ['F62', 'F63', 'F64', 'F65', 'F66', 'F67'];

/** Each as its number and all that holds it. */
const faults = readTable(readLifecycle('Faults'), 'fault')
  .slice(1)
  .map(([fault = '', , held = '']) => ({ fault, holders: held.split('; ') }));

const familiesOf = (fault: string) =>
  FAMILIES.filter((family) => (FAULTS_OF[family] as readonly string[]).includes(fault));

describe('the page on faults', () => {
  it('tells each from F1 to F75 once', () => {
    expect(faults.map(({ fault }) => fault)).toEqual(Array.from({ length: 75 }, (_, index) => `F${index + 1}`));
  });

  it('leaves those of PostgreSQL, and no others, to its ledger', () => {
    const left = faults.filter(({ holders }) => holders.includes('with the PostgreSQL ledger'));
    expect(left.map(({ fault }) => fault)).toEqual(POSTGRES);
  });

  it.each(faults)('names the families of $fault, as the simulation does', ({ fault, holders }) => {
    const named = listed(holders, 'simulation');
    expect(named).toEqual(familiesOf(fault));
  });

  it.each(faults)('names for $fault what is there', ({ holders }) => {
    for (const holder of holders)
      expect(holder).toMatch(/^(simulation: .+|boundary loops|chaos|unit: .+|with the PostgreSQL ledger|Open: .+)$/);
    expect(listed(holders, 'unit').filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

function listed(holders: readonly string[], kind: string): readonly string[] {
  const holder = holders.find((one) => one.startsWith(`${kind}: `));
  return holder === undefined ? [] : holder.slice(kind.length + 2).split(', ');
}
