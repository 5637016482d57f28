import * as z from 'zod';
import { nearestName } from './nearest-name.ts';

/**
 * A strict object. Unlike `z.strictObject`, every unknown key is a problem of its own, at its own path, and names the
 * known key that was most likely meant.
 */
export function section<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape);
  const unknownKey = z.custom<never>(() => false, {
    error: (issue) => unknownKeyMessage(String(issue.path?.at(-1)), known),
  });
  // No value passes the catch-all, so what comes out has exactly the keys of the shape.
  return z.object(shape).catchall(unknownKey) as unknown as z.ZodObject<Shape, z.core.$strict>;
}

function unknownKeyMessage(key: string, known: readonly string[]): string {
  const nearest = nearestName(key, known);
  const hint = nearest === null ? `known here: ${known.join(', ')}` : `did you mean "${nearest}"?`;
  return `unknown key "${key}"; ${hint}`;
}
