import * as z from 'zod';

/**
 * A list as PHP writes it: an array, or an object with numeric keys where the array had gaps. A list with another key
 * in it is something else and does not parse.
 */
export const PhpList = z.union([
  z.array(z.unknown()),
  z.record(z.string().regex(/^\d+$/), z.unknown()).transform((items) => Object.values(items)),
]);
export type PhpList = z.infer<typeof PhpList>;
