import * as z from 'zod';

/** An id that can stand in an address as it is. */
const localId = z
  .union([z.int().nonnegative(), z.string()])
  .transform(String)
  .pipe(z.string().regex(/^\w[\w.-]{0,99}$/));

/** Body of `POST /hooks/local`: the local id of a report that changed; left out: something changed. */
export const HookBody = z.object({ id: localId.nullish() });
export type HookBody = z.output<typeof HookBody>;
