import * as z from 'zod';
import { headerRecord } from './header-record.ts';
import { idText } from './id-text.ts';
import { lineText } from './line-text.ts';
import { section } from './section.ts';
import { baseUrl, webUrl } from './web-url.ts';
import { wholeNumber } from './whole-number.ts';

const EVENTS = ['parked', 'late', 'silent'] as const;
const on = z
  .array(z.enum(EVENTS))
  .min(1)
  .default([...EVENTS]);

const webhook = section({
  kind: z.literal('webhook'),
  url: webUrl,
  headers: headerRecord.default({}),
  on,
});

const telegram = section({
  kind: z.literal('telegram'),
  token: lineText,
  /** A group's id is a negative number. */
  chatId: idText,
  baseUrl: baseUrl.default('https://api.telegram.org'),
  on,
});

const smtp = section({
  kind: z.literal('smtp'),
  host: lineText,
  port: wholeNumber(1, 65_535).default(587),
  /** `implicit` is the older smtps on port 465; `none` is for a relay on the same machine. */
  tls: z.enum(['starttls', 'implicit', 'none']).default('starttls'),
  username: lineText.nullable().default(null),
  password: z.string().min(1).nullable().default(null),
  from: lineText,
  to: z.array(lineText).min(1),
  on,
});

/** Who is told what. An entry without `on` is told everything. */
export const notifySection = z.array(z.discriminatedUnion('kind', [webhook, telegram, smtp]));
