import * as z from 'zod';
import { configSchema } from './config-schema.ts';

type Json = Record<string, unknown>;

/** A text may hold `${NAME}`: its form is asked for only after that was replaced. */
const VARIABLE = String.raw`\$\{[A-Za-z_][A-Za-z0-9_]*\}`;

/**
 * The configuration file as JSON Schema (draft 7), for editors. It says less than the checks of `loadConfig`: whatever
 * these take, it takes.
 */
export function configJsonSchema(): Readonly<Json> {
  const { $schema, ...rest } = z.toJSONSchema(configSchema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.ZodObject) Object.assign(jsonSchema, section(zodSchema, jsonSchema));
    },
  });
  return { $schema, title: 'Jembatan', description: 'config/jembatan.yaml', ...(mended(rest) as Json) };
}

/** A section is closed, and says what may be left out or left empty as its own fields take it. */
function section({ shape }: z.ZodObject, { properties = {} }: { properties?: object | undefined }): Json {
  const takes = (name: string, value: unknown) => shape[name]?.safeParse(value).success === true;
  const entries = Object.entries(properties).map(([name, part]) => [
    name,
    takes(name, null) && part.anyOf === undefined ? { anyOf: [part, { type: 'null' }] } : part,
  ]);
  const required = Object.keys(shape).filter((name) => !takes(name, undefined));
  return { properties: Object.fromEntries(entries), required, additionalProperties: false };
}

/** The same, with what editors understand alike: no form that only zod knows, and no class of characters by name. */
function mended(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mended);
  if (typeof value !== 'object' || value === null) return value;
  const { pattern, ...own } = value as Json;
  // `properties` may have a field of that name.
  const kept = Object.entries(own).filter(([name, part]) => name !== 'format' || typeof part !== 'string');
  const schema: Json = Object.fromEntries(kept.map(([name, part]) => [name, mended(part)]));
  if (typeof pattern === 'string') schema.pattern = pattern.replace('\\p{Cc}', '\\u0000-\\u001f\\u007f-\\u009f');
  return takesVariable(schema) ? { anyOf: [schema, { type: 'string', pattern: VARIABLE }] } : schema;
}

/** Texts with a form of their own, and words of a list. */
function takesVariable({ type, enum: words, allOf }: Json): boolean {
  return type === 'string' && (words !== undefined || allOf !== undefined);
}
