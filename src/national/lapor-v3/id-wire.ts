import * as z from 'zod';

/**
 * An id of LAPOR!, number today and text tomorrow: always text here, since it may be longer than a number can hold.
 * Zero and words such as `null` name nothing (contract page, "Identifiers").
 */
export const IdWire = z.union([z.string(), z.number().transform(String)]).pipe(z.string().regex(/^(?!0+$)\d{1,32}$/));
export type IdWire = z.infer<typeof IdWire>;
