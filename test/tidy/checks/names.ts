import { blankText } from '../blank-text.ts';
import { holdToList } from '../hold-to-list.ts';
import { lineAt } from '../line-at.ts';
import type { SourceFile } from '../source-file.ts';

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Names that say nothing of what is inside, so that everything ends up there. */
const EMPTY_NAMES = ['common', 'helpers', 'index', 'misc', 'types', 'utils'];
const EXPORTED = /\bexport\s+(?:async\s+)?(?:abstract\s+)?(?:class|const|function\*?|interface|let|type)\s+(\w+)/g;
const EXPORT_LIST = /\bexport\s+(?:type\s+)?\{([^}]*)\}/g;
const EXPORT_ALL = /\bexport\s+(?:type\s+)?\*/g;

/**
 * Holds how files are named, and that a file that exports anything exports what its name says; `vocabularies` lists
 * the files of several exports none of which is the main one.
 */
export function names(files: readonly SourceFile[], vocabularies: readonly string[]): readonly string[] {
  const nameless = new Map(files.map((file) => [file.path, nameMissing(file)]));
  return [...files.flatMap(misnamed), ...files.flatMap(exportAll), ...holdToList(nameless, vocabularies)];
}

function misnamed({ path }: SourceFile): readonly string[] {
  return path
    .split('/')
    .map((part) => part.split('.')[0] ?? '')
    .flatMap((part) => {
      if (!KEBAB.test(part)) return [`${path}: ${part} is not kebab-case`];
      return EMPTY_NAMES.includes(part) ? [`${path}: ${part} says nothing`] : [];
    });
}

function exportAll({ path, text }: SourceFile): readonly string[] {
  const code = blankText(text);
  return [...code.matchAll(EXPORT_ALL)].map((match) => `${path}:${lineAt(code, match.index)} exports *`);
}

/** `http-client.ts` is named by `HttpClient` and `createHttpClient`, `holidays.ts` by `HOLIDAYS`: all its words, in order. */
function nameMissing(file: SourceFile): readonly string[] {
  const exported = exportedNames(file);
  const words = (file.path.split('/').at(-1)?.split('.')[0] ?? '').split('-');
  // The schemas of one edge are all equal.
  if (words.at(-1) === 'wire') return [];
  const said = new RegExp(words.join('.*'));
  const isNamed = exported.length === 0 || exported.some((name) => said.test(name.toLowerCase()));
  return isNamed ? [] : [`${file.path} exports nothing named after the file`];
}

function exportedNames({ text }: SourceFile): readonly string[] {
  const code = blankText(text);
  const declared = [...code.matchAll(EXPORTED)].map((match) => match[1] ?? '');
  const listed = [...code.matchAll(EXPORT_LIST)]
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((part) => part.trim().split(/\s+/).at(-1) ?? '');
  return [...declared, ...listed].filter((name) => name !== '');
}
