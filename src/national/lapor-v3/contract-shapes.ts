import * as z from 'zod';
import { AttachmentsWire } from './attachments-wire.ts';

/**
 * What the contract page says of the answers of LAPOR!, field by field, so that an answer can be compared with it. Nothing
 * is read by these: the bridge's own readers take much more, and less.
 */
const id = z.union([z.string(), z.number()]);
const text = z.string().nullable();
const named = z.strictObject({ id: id.optional(), name: text }).nullable();
const flag = z.union([z.boolean(), z.literal([0, 1, '0', '1'])]);
const files = z.unknown().refine((value) => AttachmentsWire.safeParse(value).success, 'no list of files');
const message = text.optional();

function page(row: z.ZodType) {
  const next_page_url = z.union([z.string(), z.literal(false)]).nullish();
  return z.strictObject({ results: z.strictObject({ data: z.array(row), next_page_url }), message });
}

const institutions = page(z.strictObject({ id, name: z.string() }));

const templates = page(z.strictObject({ template_code: z.string(), title: text, type: text, content: text }));

/** An institution and a status of a log row are seen in three shapes each: every one may be left out. */
const logRow = z.strictObject({
  id,
  date: text,
  content: text,
  data: text.optional(),
  institution_from_name: text.optional(),
  institution_to_name: text.optional(),
  institution_from_id: named.optional(),
  institution_to_id: named.optional(),
  institution_from: named.optional(),
  institution_to: named.optional(),
  status_old: named.optional(),
  status_new: named.optional(),
});

const detail = z.strictObject({
  results: z.strictObject({
    data: z.strictObject({
      status_code: text,
      status_name: z.string(),
      disposition_id: id.nullable(),
      disposition_name: text,
      status_logs: z.array(z.strictObject({ note: text, timestamp: text })),
    }),
    data_logs: z.array(logRow),
  }),
  message,
});

const followUps = page(
  z.strictObject({
    id,
    institution_from_name: text,
    institution_to_name: text,
    created_at: z.string().regex(/^\d{2}-\d{2}-\d{4} \d{2}:\d{2}:\d{2}$/),
    template_code: text,
    template_content: text,
    content: text,
    attachments: files,
  }),
);

const list = page(
  z.strictObject({
    id,
    title: z.string(),
    content: z.string(),
    status_name: z.string(),
    classification_id: id.nullable(),
    category_id: id.nullable(),
    disposition_id: id.nullable(),
    disposition_name: text,
    date_of_incident: text,
    location: text,
    is_anonymous: flag,
    is_secret: flag,
    user: z.strictObject({ name: text, email: text, phone: text }).nullable(),
    channel_name: text,
    attachments: files,
    created_at: z.string(),
    updated_at: text,
  }),
);

/** By the names of the contract page; only answers to what reads. */
export const CONTRACT_SHAPES = { E1: institutions, E2: templates, E6: detail, E7: followUps, list } as const;
