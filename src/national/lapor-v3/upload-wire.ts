import * as z from 'zod';
import { IdWire } from './id-wire.ts';
import { PhpList } from './php-list-wire.ts';

const StoredFile = z.object({ id: IdWire }).transform(({ id }) => id);
const StoredFiles = PhpList.nullable()
  .transform((files) => files ?? [])
  .pipe(z.array(StoredFile))
  .optional();

/**
 * Answer of E3: pictures and documents come back apart (contract page, E3). Either may be missing; without both, it is not
 * known what became of the files.
 */
export const UploadWire = z
  .object({ results: z.object({ images: StoredFiles, docs: StoredFiles }) })
  .refine(({ results }) => results.images !== undefined || results.docs !== undefined)
  .transform(({ results }) => [...(results.images ?? []), ...(results.docs ?? [])]);
export type UploadWire = z.infer<typeof UploadWire>;
