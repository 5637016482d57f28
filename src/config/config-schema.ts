import * as z from 'zod';
import { LIST_ROW_NAMES } from '../national/lapor-v3/list-row-names.ts';
import { cronExpression } from './cron-expression.ts';
import { duration, MAX_TIMER_MS } from './duration.ts';
import { hostName } from './host-name.ts';
import { idText } from './id-text.ts';
import { ledgerSection } from './ledger-section.ts';
import { lineText } from './line-text.ts';
import { localSection } from './local-section.ts';
import { mapsSection } from './maps-section.ts';
import { nationalSection } from './national-section.ts';
import { notifySection } from './notify-section.ts';
import { optionalSection } from './optional-section.ts';
import { policySection } from './policy-section.ts';
import { referenceTemplate } from './reference-template.ts';
import { section } from './section.ts';
import { timeZone } from './time-zone.ts';
import { webUrl } from './web-url.ts';
import { wholeNumber } from './whole-number.ts';

const schedule = section({
  intake: cronExpression.default('*/2 * * * *'),
  reconcile: cronExpression.default('15 1 * * *'),
  digest: cronExpression.default('0 7 * * 1-5'),
});

const log = section({
  level: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
  file: lineText.nullable().default(null),
});

const web = section({
  host: lineText.default('127.0.0.1'),
  port: wholeNumber(0, 65_535).default(8417),
  token: lineText.nullable().default(null),
  hosts: z.array(hostName).default([]),
  hookSecret: lineText.nullable().default(null),
});

const heartbeat = section({
  url: webUrl,
  every: duration({ minMs: 1, maxMs: MAX_TIMER_MS }).prefault('5m'),
}).transform(({ url, every }) => ({ url, everyMs: every }));

const retention = section({
  payload: duration().prefault('30d'),
  closed: duration().prefault('5y'),
}).transform(({ payload, closed }) => ({ payloadMs: payload, closedMs: closed }));

/**
 * The whole configuration file, after its variables were replaced. Names and defaults are those of the published
 * contract.
 */
export const configSchema = section({
  site: idText
    .pipe(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/, 'must be a short name such as kota-serang'))
    .default('kota-serang'),
  timezone: timeZone.default('Asia/Jakarta'),
  locale: z.enum(['id', 'en']).default('id'),
  reference: referenceTemplate(['site', 'id']).default('[Ref: {site}-{id}]'),
  responseReference: referenceTemplate(['site', 'id', 'responseId']).default('[Ref: {site}-{id}/{responseId}]'),
  ledger: optionalSection(ledgerSection),
  local: localSection,
  national: nationalSection,
  proxy: z
    .string()
    .refine(
      (text) => text === 'environment' || webUrl.safeParse(text).success,
      'must be an http:// or https:// URL, or environment',
    )
    .nullable()
    .default(null),
  maps: optionalSection(mapsSection),
  import: optionalSection(section({ columns: optionalSection(z.record(lineText, z.enum(LIST_ROW_NAMES))) })),
  policy: optionalSection(policySection),
  schedule: optionalSection(schedule),
  log: optionalSection(log),
  web: optionalSection(web),
  notify: notifySection.nullish().transform((entries) => entries ?? []),
  heartbeat: heartbeat.nullable().default(null),
  encryption: optionalSection(section({ keyFile: lineText.nullable().default(null) })),
  retention: optionalSection(retention),
});
