import * as z from 'zod';
import { COLUMN_NAMES } from '../local/folder/column-names.ts';
import { type OwnStatements, statementProblem } from '../local/mysql/own-statements.ts';
import { parseMysqlUrl } from '../local/mysql/parse-mysql-url.ts';
import { ROW_NAMES } from '../local/rest/row-names.ts';
import { duration } from './duration.ts';
import { headerRecord } from './header-record.ts';
import { hostName } from './host-name.ts';
import { limitsSection } from './limits-section.ts';
import { lineText } from './line-text.ts';
import { optionalSection } from './optional-section.ts';
import { pathsOf } from './paths-of.ts';
import { section } from './section.ts';
import { urlPath } from './url-path.ts';
import { baseUrl } from './web-url.ts';
import { wholeNumber } from './whole-number.ts';

/** What every form of the local side has. */
const common = {
  pageSize: wholeNumber(1, 5000).default(100),
  overlap: duration().prefault('15m'),
  attachmentHosts: z.array(hostName).default([]),
  caFile: lineText.nullable().default(null),
  limits: optionalSection(limitsSection({ perMinute: 600, concurrency: 4 })),
};

const login = section({
  path: urlPath.default('/login'),
  username: lineText,
  password: z.string().min(1),
  tokenPath: lineText.default('data.token'),
});

const rest = section({
  kind: z.literal('rest'),
  baseUrl,
  headers: headerRecord,
  login: login.nullable().default(null),
  data: lineText.default('data'),
  fields: pathsOf(ROW_NAMES),
  ...common,
});

function statement(name: keyof OwnStatements) {
  return z
    .string()
    .min(1)
    .superRefine((sql, context) => {
      const problem = statementProblem(name, sql);
      if (problem !== null) context.addIssue(problem);
    })
    .nullable()
    .default(null);
}

const MYSQL_URL =
  'must be mysql://user:password@host:port/database, with ?socket=, ?ssl=true or ?charset=latin1 at most';

const mysql = section({
  kind: z.literal('mysql'),
  url: z.string().refine((text) => parseMysqlUrl(text) !== null, MYSQL_URL),
  preset: z.enum(['classic', 'laravel']).nullable().default(null),
  sql: optionalSection(
    section({
      reports: statement('reports'),
      responses: statement('responses'),
      attachments: statement('attachments'),
      writeStatus: statement('writeStatus'),
      insertResponse: statement('insertResponse'),
      insertReport: statement('insertReport'),
      findByExternalRef: statement('findByExternalRef'),
    }),
  ),
  photoBase: lineText.nullable().default(null),
  readOnly: z.boolean().default(false),
  ...common,
});

const folder = section({
  kind: z.literal('folder'),
  inbox: lineText,
  outbox: lineText,
  rejected: lineText,
  format: z.enum(['csv', 'xlsx', 'json']).default('csv'),
  columns: optionalSection(z.record(z.string(), z.enum(COLUMN_NAMES))),
  ...common,
});

const open311 = section({
  kind: z.literal('open311'),
  baseUrl,
  jurisdictionId: lineText.nullable().default(null),
  apiKey: lineText.nullable().default(null),
  updates: z.boolean().default(true),
  ...common,
});

/** The city's own application, in one of its four forms. */
export const localSection = z.discriminatedUnion('kind', [
  rest.transform(inMilliseconds),
  mysql
    .refine(({ preset, sql }) => preset !== null || sql.reports !== null, {
      path: ['sql', 'reports'],
      message: 'is required where there is no preset',
    })
    .transform(inMilliseconds),
  folder
    .refine(({ inbox, outbox, rejected }) => new Set([inbox, outbox, rejected]).size === 3, {
      path: ['inbox'],
      message: 'must be another folder than outbox and rejected, and these two differ',
    })
    .transform(inMilliseconds),
  open311.transform(inMilliseconds),
]);

function inMilliseconds<T extends { readonly overlap: number }>({ overlap, ...others }: T) {
  return { ...others, overlapMs: overlap };
}
