import { describe, expect, it } from 'vitest';
import { findImports } from './find-imports.ts';

describe('findImports()', () => {
  it.each([
    ['named values', "import { a, b as c } from './x.ts';", ['a', 'b'], false],
    ['values over several lines', "import {\n  a,\n  b,\n} from './x.ts';", ['a', 'b'], false],
    ['a type among values', "import { type T, a } from './x.ts';", ['a'], false],
    ['types alone', "import type { T } from './x.ts';", ['T'], true],
    ['a default', "import a from './x.ts';", ['*'], false],
    ['a default and a name', "import a, { b } from './x.ts';", ['*', 'b'], false],
    ['a whole module', "import * as a from './x.ts';", ['*'], false],
    ['an effect', "import './x.ts';", ['*'], false],
    ['a dynamic import', "const a = await import('./x.ts');", ['*'], false],
    ['a re-export', "export { a } from './x.ts';", ['a'], false],
    ['a re-exported type', "export type { T } from './x.ts';", ['T'], true],
    ['double quotes', 'import { a } from "./x.ts";', ['a'], false],
  ])('finds %s', (_, source, names, typeOnly) => {
    expect(findImports(source)).toEqual([{ from: './x.ts', typeOnly, names, line: 1 }]);
  });

  it.each([
    ['a comment', "// import { a } from './x.ts';"],
    ['a string', 'const s = "import { a } from \'./x.ts\'";'],
    ['the module itself', 'const a = import.meta.dirname;'],
    ['a list of exports', "const from = 'x';\nexport { from };\nconst y = 'z';"],
  ])('finds none in %s', (_, source) => {
    expect(findImports(source)).toEqual([]);
  });

  it('says the line of each', () => {
    const source = "import { a } from './a.ts';\n\nimport './b.ts';\nexport { c } from './c.ts';\n";
    expect(findImports(source).map(({ from, line }) => [from, line])).toEqual([
      ['./a.ts', 1],
      ['./b.ts', 3],
      ['./c.ts', 4],
    ]);
  });
});
