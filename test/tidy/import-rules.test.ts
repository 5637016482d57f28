import { describe, expect, it } from 'vitest';
import { importRules } from './checks/import-rules.ts';

describe('importRules()', () => {
  it.each([
    ['a value', "import { a } from '../mirror/a.ts';"],
    ['a type', "import type { A } from '../mirror/a.ts';"],
    ['a re-export', "export { a } from '../mirror/a.ts';"],
    ['an import at run time', "const a = import('../mirror/a.ts');"],
  ])('refuses %s from a place never to be imported', (_, text) => {
    const rules = [{ from: 'intake/', never: ['ledger/', 'mirror/'] }];
    expect(importRules([{ path: 'intake/x.ts', text }], rules)).toEqual(['intake/x.ts:1 may not import mirror/a.ts']);
  });

  it('refuses what is outside the only places allowed', () => {
    const text = "import { a } from './a.ts';\nimport { b } from '../http/b.ts';\nimport * as z from 'zod';";
    expect(importRules([{ path: 'report/x.ts', text }], [{ from: 'report/', only: ['report/'] }])).toEqual([
      'report/x.ts:2 may not import http/b.ts',
    ]);
  });

  it('refuses a single file, and from everywhere', () => {
    const files = [
      { path: 'web/x.ts', text: "import '../main.ts';" },
      { path: 'y.ts', text: "import './main.ts';" },
    ];
    expect(importRules(files, [{ from: '', never: ['main.ts'] }])).toEqual([
      'web/x.ts:1 may not import main.ts',
      'y.ts:1 may not import main.ts',
    ]);
  });

  it('lets pass other places, and places whose name only begins alike', () => {
    const files = [
      { path: 'intake/x.ts', text: "import { a } from '../ledger/a.ts';" },
      { path: 'intake/y.ts', text: "import { a } from '../mirror-image/a.ts';" },
      { path: 'web/z.ts', text: "import { a } from '../mirror/a.ts';" },
    ];
    expect(importRules(files, [{ from: 'intake/', never: ['mirror/'] }])).toEqual([]);
  });
});
