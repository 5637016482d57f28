import { cleanText } from './clean-text.ts';
import { escapePattern } from './escape-pattern.ts';
import { htmlToPlain } from './html-to-plain.ts';

type ReportIds = { readonly site: string; readonly id: string };
type ResponseIds = ReportIds & { readonly responseId: string };
type FoundIds = ReportIds & { readonly responseId?: string };

const PLACEHOLDER = /\{(site|id|responseId)\}/;
const ID = String.raw`[\p{L}\p{N}._-]+`;

/** The first line of a forwarded report, such as `[Ref: kota-serang-1042]`. */
export function makeReference(template: string, ids: ReportIds): string {
  return fill(template, ids);
}

/** The last line of a forwarded response, such as `[Ref: kota-serang-1042/9]`. */
export function makeResponseReference(template: string, ids: ResponseIds): string {
  return fill(template, ids);
}

/** Whether the first line of a text that came back from the other side is this reference, and nothing else. */
export function firstLineIsReference(text: string, reference: string): boolean {
  const wanted = comparableLine(reference);
  return readings(text).some((lines) => lines[0] === wanted);
}

/** Whether the last line of a text that came back from the other side is this reference, and nothing else. */
export function lastLineIsReference(text: string, reference: string): boolean {
  const wanted = comparableLine(reference);
  return readings(text).some((lines) => lines.at(-1) === wanted);
}

/**
 * Reads the ids out of a line that is a whole reference; null if it is none.
 * Ids are letters, digits, `-`, `_` and `.`, so `{site}-{id}` alone does not say where the site ends: with `site` given,
 * only that site's references are read, and exactly; without, everything up to the last dash is taken for the site.
 */
export function parseReference(template: string, line: string, site?: string): FoundIds | null {
  const found = referencePattern(collapse(template), site).exec(comparableLine(line))?.groups;
  if (found === undefined) return null;
  // `{site}` and `{id}` are in every template that a configuration may have.
  return { site, ...found } as FoundIds;
}

/** Reads the ids out of the first line of a text, as `parseReference`. */
export function leadingReference(template: string, text: string, site: string): FoundIds | null {
  return parseReference(template, text.trimStart().replace(/\n.*/s, ''), site);
}

function fill(template: string, ids: Readonly<Record<string, string>>): string {
  // One pass: an id that looks like a placeholder stays an id.
  return template.replaceAll(new RegExp(PLACEHOLDER, 'g'), (written, name: string) => ids[name] ?? written);
}

/** LAPOR! may escape our text or put it into one paragraph, with our line ends inside (contract page, E8): both ways are read. */
function readings(text: string): readonly (readonly string[])[] {
  return [text, text.replace(/\r\n|\r|\n/g, '<br>')].map(plainLines);
}

function plainLines(text: string): readonly string[] {
  return cleanText(htmlToPlain(text))
    .split('\n')
    .map(collapse)
    .filter((line) => line !== '');
}

function comparableLine(line: string): string {
  return plainLines(line).join(' ');
}

function collapse(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}

function referencePattern(template: string, site: string | undefined): RegExp {
  const seen = new Set<string>();
  const source = template.split(PLACEHOLDER).map((piece, index) => {
    if (index % 2 === 0) return escapePattern(piece);
    if (piece === 'site' && site !== undefined) return escapePattern(site);
    if (seen.has(piece)) return `\\k<${piece}>`;
    seen.add(piece);
    return `(?<${piece}>${ID})`;
  });
  return new RegExp(`^${source.join('')}$`, 'u');
}
