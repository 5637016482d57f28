import * as z from 'zod';
import { IdWire } from './id-wire.ts';
import { WireText } from './text-wire.ts';

/** One row of E1. A name is for people only, so that a row without one still counts. */
export const InstitutionWire = z
  .object({ id: IdWire, name: WireText })
  .transform(({ id, name }) => ({ id, name: name ?? '' }));
export type InstitutionWire = z.infer<typeof InstitutionWire>;
