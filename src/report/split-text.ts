import { formLines } from './form-lines.ts';
import { graphemes } from './graphemes.ts';

type Frame = (part: string, index: number, count: number) => string;

/** From the best place to cut to the least good one: before a blank line, after a sentence or line, between words. */
const CUTS = [/\r\n\r/g, /(?<=[.!?…]["'”’)\]]*)\s|\r/g, /\s/g] as const;

/** A cut at a paragraph or sentence is taken only if the part is at least this full; else messages would be too many. */
const FULL_ENOUGH = 0.5;

/**
 * Splits a long text into framed messages, each of at most `maxLength` UTF-16 units with its frame, as a form carries it:
 * a line end counts as two. The messages themselves have plain line feeds.
 *
 * `frame` puts its fixed text around a part (`index` counts from 0, `count` is the number of messages); the length it adds
 * may grow with the two numbers, but does not depend on the part. White space at the cuts and at both ends of the text is left out;
 * everything else is in exactly one part. A frame that leaves no room for text is a bug and throws RangeError.
 */
export function splitText(text: string, maxLength: number, frame: Frame): readonly string[] {
  const trimmed = formLines(text.trim());
  // The frame names the count, which is known only after cutting: cut for a count until no more parts come out.
  let count = 1;
  for (;;) {
    const assumed = count;
    const parts = cutIntoParts(trimmed, (index) => maxLength - formLines(frame('', index, assumed)).length);
    if (parts.length <= assumed) {
      return parts.map((part, index) => frame(part.replaceAll('\r\n', '\n'), index, parts.length));
    }
    count = parts.length;
  }
}

function cutIntoParts(text: string, roomFor: (index: number) => number): readonly string[] {
  const segments = graphemes(text);
  const parts: string[] = [];
  let start = 0;
  let room = roomFor(0);
  while (text.length - start > room) {
    // Two units are the longest code point: with less, a part could stay empty for ever.
    if (room < 2) throw new RangeError(`no room for text in a message: ${room}`);
    const end = endOfPart(text, segments, { start, room });
    parts.push(text.slice(start, end).trimEnd());
    start = skipBlanks(segments, end);
    room = roomFor(parts.length);
  }
  parts.push(text.slice(start));
  return parts;
}

function endOfPart(text: string, segments: Intl.Segments, part: { start: number; room: number }): number {
  const { start, room } = part;
  const limit = Number(segments.containing(start + room)?.index);
  if (limit <= start) return insideGrapheme(text, start + room);
  const reach = text.slice(start, limit + 1);
  for (const cut of CUTS) {
    const least = cut === CUTS[2] ? 1 : Math.ceil(room * FULL_ENOUGH);
    const places = [...reach.matchAll(cut)].map((match) => start + match.index);
    const place = places.findLast((at) => at - start >= least && isBlankAt(segments, at));
    if (place !== undefined) return place;
  }
  return limit;
}

/** A single grapheme longer than the message: it is cut between code points, as nothing else is left. */
function insideGrapheme(text: string, limit: number): number {
  const code = Number(text.codePointAt(limit - 1));
  return code > 0xffff ? limit - 1 : limit;
}

function skipBlanks(segments: Intl.Segments, start: number): number {
  let at = start;
  while (isBlankAt(segments, at)) at += Number(segments.containing(at)?.segment.length);
  return at;
}

/** Whether a grapheme of white space alone begins here: a space that carries a combining mark is not blank. */
function isBlankAt(segments: Intl.Segments, at: number): boolean {
  const grapheme = segments.containing(at);
  return grapheme !== undefined && grapheme.index === at && grapheme.segment.trim() === '';
}
