import { z } from 'zod';
import { IdWire } from './id-wire.ts';
import { PhpList } from './php-list-wire.ts';
import { phpObject } from './php-object.ts';

const StoredFiles = z
  .union([PhpList, z.null().transform(() => [])])
  .default([])
  .pipe(z.array(z.object({ id: IdWire })));

/** Answer of E3: pictures and documents come back apart (contract page, E3). */
export const UploadWire = z
  .object({ results: phpObject(z.object({ images: StoredFiles, docs: StoredFiles })) })
  .transform(({ results }) => [...results.images, ...results.docs].map(({ id }) => id));
export type UploadWire = z.infer<typeof UploadWire>;
