import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import type { Problem } from './problem.ts';

export type ParsedYaml =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Our own words for the parser's error codes: its messages may quote the line, and a line may hold a secret.
 * Codes: yaml 2, `ErrorCode`.
 */
const MESSAGES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key occurs twice',
  BAD_INDENT: 'wrong indentation, or a bracket that is not closed',
  TAB_AS_INDENT: 'a tab where spaces are due',
  MISSING_CHAR: 'a quote, colon, comma or bracket is missing',
  TAG_RESOLVE_FAILED: 'tags such as !name are not supported',
  NON_STRING_KEY: 'a key must be plain text',
  MULTIPLE_DOCS: 'more than one document in the file',
  ALIAS: 'aliases such as *name are not supported',
};

/**
 * Parses one YAML 1.2 file: unique keys, keys always text (`01` stays `01`), no tags, no aliases. Dates stay text.
 * Every syntax error is a problem with its line.
 */
export function parseYaml(text: string, file: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const faults = [...document.errors, ...document.warnings, ...aliasFaults(document)];
  if (faults.length === 0) return { ok: true, value: document.toJS() };
  return {
    ok: false,
    problems: faults.map(({ code, pos: [offset] }) => {
      const { line, col } = lines.linePos(offset);
      return {
        file,
        path: '',
        message: `line ${line}, column ${col}: ${MESSAGES[code] ?? `not valid YAML (${code})`}`,
      };
    }),
  };
}

interface Fault {
  readonly code: string;
  readonly pos: readonly [number, ...unknown[]];
}

/** Aliases could make a document circular or explode its size; nothing here needs them. */
function aliasFaults(document: Document): readonly Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      faults.push({ code: 'ALIAS', pos: [Number(alias.range?.[0])] });
    },
  });
  return faults;
}
