import * as z from 'zod';
import { IdWire } from './id-wire.ts';

const Flat = z.object({ complaint_id: IdWire }).transform(({ complaint_id }) => complaint_id);
const Nested = z
  .object({ results: z.object({ complaint: z.object({ id: IdWire }) }) })
  .transform(({ results }) => results.complaint.id);

/**
 * Answer of E4: the tracking id, in one of the two places where it was seen, or the same one in both (contract page, E4).
 * An answer that names two different ones tells which report was made as little as one that names none.
 */
export const CreatedWire = z.unknown().transform((answer, context) => {
  const named = [Flat, Nested].flatMap((place) => place.safeParse(answer).data ?? []);
  const [id] = named;
  if (id !== undefined && named.every((other) => other === id)) return id;
  context.addIssue(id === undefined ? 'no-id' : 'two-ids');
  return z.NEVER;
});
export type CreatedWire = z.infer<typeof CreatedWire>;
