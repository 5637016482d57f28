// Puts the sources and the packages they use into a few files: a command starts in two thirds of the time when Node need
// not find and read a thousand of them. Called by build-dist.mjs, which is read before the bundler is installed.
// Usage: node bundle.mjs ROOT OUT_DIR
import process from 'node:process';
import { buildSync } from 'esbuild';

/** Native: it cannot be part of another file. */
const EXTERNAL = ['better-sqlite3', 'better-sqlite3-13'];
/** What was written for CommonJS still asks for `require`. The sources may import the maker of one by its own name. */
const REQUIRE = "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);";

const [root, outDir] = process.argv.slice(2);
if (root === undefined || outDir === undefined) throw new Error('usage: node bundle.mjs ROOT OUT_DIR');

buildSync({
  absWorkingDir: root,
  entryPoints: ['src/main.ts', 'src/watch/watchdog-thread.ts'],
  outdir: outDir,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: EXTERNAL,
  banner: { js: REQUIRE },
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  legalComments: 'linked',
});
