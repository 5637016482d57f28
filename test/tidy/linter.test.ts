import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** One rule of biome.json each, with a file that breaks it and nothing else. */
const BAD = [
  ['noExcessiveLinesPerFunction', 'src/a.ts', `export function a(): void {\n${'  f();\n'.repeat(71)}}\n`],
  ['useMaxParams', 'src/b.ts', 'export function b(p: 1, q: 1, r: 1, s: 1): void {\n  f(p, q, r, s);\n}\n'],
  ['noDefaultExport', 'src/c.ts', 'export default 1;\n'],
  ['noReExportAll', 'src/d.ts', "export * from './f.ts';\nexport const d = 1;\n"],
  ['noBarrelFile', 'src/e.ts', "export { f } from './f.ts';\n"],
  ['useFilenamingConvention', 'src/fileName.ts', 'export const fileName = 1;\n'],
  ['noImportCycles', 'src/g.ts', "import { h } from './h.ts';\n\nexport const g = (): number => h() + 1;\n"],
  ['noImportCycles', 'src/h.ts', "import { g } from './g.ts';\n\nexport const h = (): number => g() + 1;\n"],
  ['noExplicitAny', 'src/i.ts', 'export const i = f as any;\n'],
  ['noNonNullAssertion', 'src/j.ts', 'export const j = f()!;\n'],
  ['noConsole', 'src/k.ts', `conso${'le'}.info(1);\n`],
  ['noFloatingPromises', 'src/l.ts', 'async function l(): Promise<void> {}\n\nl();\n'],
  ['noUnusedVariables', 'src/m.ts', 'const m = 1;\n'],
  ['noUnusedImports', 'src/n.ts', "import { f } from './f.ts';\n"],
  ['noFocusedTests', 'test/o.test.ts', `it.on${'ly'}('o', f);\n`],
  ['noSkippedTests', 'test/p.test.ts', `it.sk${'ip'}('p', () => {});\n`],
] as const;

const GOOD = [
  ['vitest.config.ts', 'export default {};\n'],
  ['src/f.ts', 'export function f(p: number, q: number, r: number): number {\n  return p + q + r;\n}\n'],
  ['test/long.test.ts', `describe('a', () => {\n${'  f();\n'.repeat(71)}});\n`],
] as const;

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string };
}

describe('biome.json', () => {
  let root: string;
  let found: readonly string[];

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'jembatan-lint-'));
    copyFileSync(join(ROOT, 'biome.json'), join(root, 'biome.json'));
    for (const [path, text] of [...BAD.map(([, ...file]) => file), ...GOOD]) put(path, text);
    found = lint();
  });

  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it.each(BAD)('refuses by %s %s', (rule, path) => {
    expect(found).toContain(`${path} ${rule}`);
  });

  it.each(GOOD)('lets pass %s', (path) => {
    expect(found.filter((finding) => finding.startsWith(path))).toEqual([]);
  });

  function put(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  function lint(): readonly string[] {
    const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', '.'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
    return diagnostics.map(({ category, location }) => `${location.path} ${category.split('/').at(-1)}`);
  }
});
