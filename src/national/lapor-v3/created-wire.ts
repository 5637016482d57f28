import * as z from 'zod';
import { IdWire } from './id-wire.ts';

const Flat = z.object({ complaint_id: IdWire }).transform(({ complaint_id }) => complaint_id);
const Nested = z
  .object({ results: z.object({ complaint: z.object({ id: IdWire }) }) })
  .transform(({ results }) => results.complaint.id);

/** Answer of E4: the tracking id, in one of the two places where it was seen (contract page, E4). */
export const CreatedWire = z.union([Flat, Nested]);
export type CreatedWire = z.infer<typeof CreatedWire>;
