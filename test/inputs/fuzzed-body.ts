import { Buffer } from 'node:buffer';
import fc from 'fast-check';

/** What a value may turn into: other kinds, other alphabets, numbers beyond all bounds, nests. */
const OTHER_VALUE = fc.oneof(
  fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(null, '', 0, -1, 9007199254740991, 1e308, 'false', '0000-00-00', '2026-02-30', [], {}, [[]]),
  fc.integer({ min: 1, max: 90 }).map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth))),
);
/** What may stand between two signs of a text: members twice, numbers that no JSON writer writes, halves of things. */
const PIECE = fc.constantFrom(
  '"id":7,',
  '"anonim":true,',
  '"success":false,',
  '"__proto__":{"id":1},',
  '1e999',
  '-0',
  'NaN',
  '\0',
  '\\ud800',
  '"',
  '{',
  ']',
  ',',
  '<html>',
  '\uFEFF',
);

const CHANGE = fc.oneof(
  { weight: 4, arbitrary: fc.record({ how: fc.constant('replace' as const), at: fc.nat(), value: OTHER_VALUE }) },
  { weight: 2, arbitrary: fc.record({ how: fc.constant('rename' as const), at: fc.nat(), value: fc.string() }) },
  { weight: 2, arbitrary: fc.record({ how: fc.constant('remove' as const), at: fc.nat(), value: fc.constant(null) }) },
);
type Change = typeof CHANGE extends fc.Arbitrary<infer Value> ? Value : never;

/** Bodies that were one of `valid` once: changed by their grammar, cut, mixed with other signs and bytes, or only bytes. */
export function fuzzedBody(valid: readonly unknown[]): fc.Arbitrary<Buffer> {
  const changed = fc
    .tuple(fc.constantFrom(...valid), fc.array(CHANGE, { maxLength: 4 }))
    .map(([value, changes]) => JSON.stringify(changes.reduce<unknown>(apply, structuredClone(value))));
  const text = fc
    .tuple(changed, fc.array(fc.tuple(fc.nat(), PIECE), { maxLength: 2 }), fc.option(fc.nat(), { freq: 4 }))
    .map(([json, pieces, cut]) => {
      const mixed = pieces.reduce((rest, [at, piece]) => splice(rest, at, piece), json);
      return cut === null ? mixed : mixed.slice(0, cut % (mixed.length + 1));
    });
  const bytes = fc.tuple(text, fc.uint8Array({ maxLength: 8 }), fc.nat()).map(([json, noise, at]) => {
    const whole = Buffer.from(json);
    const middle = at % (whole.length + 1);
    return Buffer.concat([whole.subarray(0, middle), noise, whole.subarray(middle)]);
  });
  return fc.oneof(
    { weight: 6, arbitrary: text.map((json) => Buffer.from(json)) },
    { weight: 2, arbitrary: bytes },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((raw) => Buffer.from(raw)) },
  );
}

/** Changes the member of a tree that `at` counts off to. */
function apply(tree: unknown, { how, at, value }: Change): unknown {
  const slots = membersOf(tree);
  const slot = slots[at % Math.max(1, slots.length)];
  if (slot === undefined) return value;
  const [parent, key] = slot;
  const before: unknown = Reflect.get(parent, key);
  if (how !== 'replace') Reflect.deleteProperty(parent, key);
  if (how === 'replace') Reflect.set(parent, key, value);
  // A list has no names to change.
  if (how === 'rename' && !Array.isArray(parent))
    Object.defineProperty(parent, String(value), {
      value: before,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return tree;
}

function membersOf(tree: unknown): readonly (readonly [object, string])[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, member]) => [[tree, key] as const, ...membersOf(member)]);
}

function splice(text: string, at: number, piece: string): string {
  const middle = at % (text.length + 1);
  return text.slice(0, middle) + piece + text.slice(middle);
}
