import * as z from 'zod';

/** What LAPOR! accepts (LAPOR! contract, E4, E5, E8). Stricter than it may be: an unknown field is refused, so that no slip of a sender goes unseen. */

const masterId = z.int().positive();
const filled = z.string().refine((value) => value.trim() !== '', 'wajib diisi');
const digits = z.string().regex(/^\d+$/, 'harus berupa angka');

/** E4. */
export const NewComplaint = z
  .strictObject({
    title: filled,
    content: filled,
    channel: masterId,
    is_new_user_slider: z.boolean(),
    user_id: masterId.optional(),
    emailUser: z.string().nullish(),
    nameUser: filled.optional(),
    phoneUser: z.string().nullish(),
    is_inbox: z.boolean(),
    is_disposisi_slider: z.boolean(),
    classification_id: masterId,
    disposition_id: masterId.nullish(),
    category_id: masterId,
    priority_program_id: masterId.nullish(),
    location_id: masterId,
    community_id: masterId.nullish(),
    date_of_incident: z.iso.date(),
    copy_externals: z.string().nullish(),
    info_disposition: z.string().nullish(),
    info_attachments: z.string().nullish(),
    tags_raw: z.string().nullish(),
    is_approval: z.boolean(),
    is_anonymous: z.boolean(),
    is_secret: z.boolean(),
    is_priority: z.boolean(),
    /** Text holding a JSON array, with a dot behind it or not; `false` for none. */
    attachments: z.union([z.literal(false), z.string().regex(/^\[(\d+(,\s*\d+)*)?\]\.?$/)]),
  })
  .refine((body) => body.is_new_user_slider === (body.user_id === undefined), {
    path: ['user_id'],
    error: 'wajib diisi bila dan hanya bila is_new_user_slider bernilai false',
  })
  .refine((body) => body.is_new_user_slider === (body.nameUser !== undefined), {
    path: ['nameUser'],
    error: 'wajib diisi bila dan hanya bila is_new_user_slider bernilai true',
  })
  .refine((body) => !body.is_disposisi_slider || typeof body.disposition_id === 'number', {
    path: ['disposition_id'],
    error: 'wajib diisi bila is_disposisi_slider bernilai true',
  });
export type NewComplaint = z.output<typeof NewComplaint>;

/** E5. `reason` is the institution to pass on to. */
export const Rejection = z.strictObject({
  is_request: z.literal(1),
  reason: digits,
  reason_description: z.string(),
  not_authority: z.literal(1),
});

/** E8's text fields. */
export const FollowUpFields = z.strictObject({
  user_id: digits,
  institution_from_id: digits,
  institution_to_id: z.union([digits, z.literal('')]).default(''),
  complaint_id: digits,
  info_disposition: z.string().default(''),
  template_code: filled,
  rating: z.string().default(''),
  is_secret: z.enum(['0', '1']),
  content: filled.refine((text) => characters(text) <= 1000, 'paling banyak 1000 karakter'),
});
export type FollowUpFields = z.output<typeof FollowUpFields>;

/** A form carries every line end as two characters, whatever its sender wrote; they count as one. */
function characters(text: string): number {
  return [...text.replaceAll('\r\n', '\n')].length;
}
