import * as z from 'zod';
import { LIST_ROW_NAMES } from '../national/lapor-v3/list-row-names.ts';
import { duration } from './duration.ts';
import { headerName, headerRecord } from './header-record.ts';
import { limitsSection } from './limits-section.ts';
import { lineText } from './line-text.ts';
import { optionalSection } from './optional-section.ts';
import { pathsOf } from './paths-of.ts';
import { section } from './section.ts';
import { urlPath } from './url-path.ts';
import { baseUrl } from './web-url.ts';
import { wholeNumber } from './whole-number.ts';

/** Ids out of LAPOR!'s masters: sent as JSON numbers (contract page, E4). */
const masterId = wholeNumber(1);

const gateway = section({
  tokenUrl: baseUrl,
  clientId: lineText,
  clientSecret: lineText,
  header: headerName,
});

const account = section({
  userId: masterId.default(1234567),
  institutionId: masterId.default(151345),
  channel: masterId.default(13),
});

const list = section({
  fields: pathsOf(LIST_ROW_NAMES),
  lag: duration().prefault('10m'),
}).transform(({ fields, lag }) => ({ fields, lagMs: lag }));

const create = section({
  locationId: masterId.default(34),
  classifications: optionalSection(
    section({
      pengaduan: masterId.nullable().default(null),
      aspirasi: masterId.nullable().default(null),
      permintaan_informasi: masterId.nullable().default(null),
    }),
  ),
  attachments: z.enum(['json', 'json-dot']).default('json'),
  noAttachments: z.literal(['[]', false]).default('[]'),
  tags: z.string().default('#rabeg'),
  reporter: z.enum(['account', 'reporter']).default('account'),
});

const followUp = section({
  templateCode: lineText.default('reply'),
  // Room for our reference line and some words; a smaller limit could never hold an answer.
  maxLength: wholeNumber(50).default(1000),
  maxFiles: wholeNumber(0).default(5),
});

const attachments = section({
  types: z
    .array(z.string().regex(/^[a-z0-9]{1,8}$/, 'must be a file extension in lower case, such as pdf'))
    .default(['jpg', 'jpeg', 'png', 'pdf', 'doc', 'docx']),
  maxBytes: wholeNumber(1).default(5_242_880),
  maxFiles: wholeNumber(0).default(5),
  stripMetadata: z.boolean().default(true),
});

/** SP4N-LAPOR!, through its integration API v3. */
export const nationalSection = section({
  kind: z.literal('lapor-v3').default('lapor-v3'),
  environment: z.enum(['production', 'sandbox', 'training']).default('production'),
  baseUrl,
  headers: headerRecord,
  gateway: gateway.nullable().default(null),
  account: optionalSection(account),
  paths: optionalSection(
    section({ create: urlPath.default('/complaints/complaint'), list: urlPath.nullable().default(null) }),
  ),
  list: optionalSection(list),
  create: optionalSection(create),
  followUp: optionalSection(followUp),
  attachments: optionalSection(attachments),
  caFile: lineText.nullable().default(null),
  limits: optionalSection(limitsSection({ perMinute: 10, concurrency: 1 })),
});
