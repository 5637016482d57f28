import * as z from 'zod';
import type { Attachment } from '../../report/report.ts';
import { OptionalTextValue, SizeValue } from './value-wire.ts';

const FileWire = z.object(
  { url: OptionalTextValue, nama: OptionalTextValue, mime: OptionalTextValue, ukuran: SizeValue },
  'not-an-object',
);

/** Files of a report or a response. One with an empty URL is none: that is how a missing photo is written. */
export const FilesWire = z
  .array(FileWire, 'not-a-list')
  .nullish()
  .transform((files): readonly Attachment[] =>
    (files ?? []).flatMap(({ url, nama, mime, ukuran }) =>
      url === null ? [] : [{ url, name: nama, mimeType: mime, sizeBytes: ukuran }],
    ),
  );
