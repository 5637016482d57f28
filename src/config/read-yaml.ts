import { type ParsedYaml, parseYaml } from './parse-yaml.ts';

/** Gives the text of a file, or throws an error that has a `code`, as `readFileSync` does. */
export type ReadFile = (path: string) => string;

/** Reads and parses one YAML file; a file that cannot be read is a problem like any other. */
export function readYaml(file: string, readFile: ReadFile): ParsedYaml {
  let text: string;
  try {
    text = readFile(file);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
    return { ok: false, problems: [{ file, path: '', message: `cannot be read (${error.code})` }] };
  }
  return parseYaml(text, file);
}
