import * as z from 'zod';

/** Reads PHP's empty array as the empty object it stands for, before `schema` looks at it. */
export function phpObject<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (Array.isArray(value) && value.length === 0 ? {} : value), schema);
}
