import * as z from 'zod';
import type { FollowUp, FollowUpAuthor } from '../../report/follow-up.ts';
import { FilesWire } from './files-wire.ts';
import { HidingFlagValue, IdValue, OptionalTextValue, optionalTimeValue, TextValue } from './value-wire.ts';

const AUTHORS: ReadonlyMap<unknown, FollowUpAuthor> = new Map([
  ['opd', 'institution'],
  ['pelapor', 'reporter'],
  ['lapor', 'national'],
]);

export interface ResponseWireOptions {
  /** IANA zone of times that name none. */
  readonly zone: string;
  /** Whether a response that says nothing of it is an internal note. */
  readonly internalUnlessTold: boolean;
}

/** One item of `tanggapan` (local contract, section 1). What was written by nobody known is kept in the city. */
export function responseWire({ zone, internalUnlessTold }: ResponseWireOptions) {
  return z
    .object(
      {
        id: IdValue,
        isi: TextValue,
        penulis: OptionalTextValue,
        opd: OptionalTextValue,
        internal: HidingFlagValue.prefault(internalUnlessTold),
        dibuat_pada: optionalTimeValue(zone),
        lampiran: FilesWire,
        external_ref: OptionalTextValue,
      },
      'not-an-object',
    )
    .transform((row): FollowUp => {
      const author = AUTHORS.get(row.penulis?.toLowerCase());
      return {
        id: row.id,
        author: author ?? 'institution',
        institution: row.opd,
        text: row.isi,
        internal: row.internal || author === undefined,
        ...(author === undefined && !row.internal ? { unknownAuthor: row.penulis ?? '' } : {}),
        attachments: row.lampiran,
        externalRef: row.external_ref,
        createdAt: row.dibuat_pada,
      };
    });
}
