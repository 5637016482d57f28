import * as z from 'zod';
import type { Attachment } from '../../report/report.ts';
import { PhpList } from './php-list-wire.ts';
import { WireText } from './text-wire.ts';

const File = z
  .object({ path: z.string().min(1), file_name: WireText })
  .transform(({ path, file_name }): Attachment => ({ url: path, name: file_name, mimeType: null, sizeBytes: null }));

const None = z.union([z.null(), z.literal(['', false])]).transform((): Attachment[] => []);
const Files = z.union([None, PhpList.pipe(z.array(File))]);
const OneOrMore = z.union([File.transform((file) => [file]), Files]);

/**
 * Files of a follow-up: an object with numeric keys and, beside them, lists such as `docs`; or a list; or nothing
 * (contract page, E7). What an address leads to is judged where the file would be passed on.
 */
export const AttachmentsWire = z
  .union([None, z.array(OneOrMore), z.record(z.string(), OneOrMore).transform((items) => Object.values(items))])
  .default([])
  .transform((groups): readonly Attachment[] => groups.flat());
export type AttachmentsWire = z.infer<typeof AttachmentsWire>;
