import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import { createHttpClient, type HttpClientOptions } from '../http/create-http-client.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { PeerSeen } from '../http/peer-seen.ts';
import { createFolderLocal } from './folder/create-folder-local.ts';
import type { LocalSystem } from './local-system.ts';
import { createMysqlLocal } from './mysql/create-mysql-local.ts';
import { parseMysqlUrl } from './mysql/parse-mysql-url.ts';
import { isWebBase } from './mysql/photo-source.ts';
import { createOpen311Local } from './open311/create-open311-local.ts';
import { createAttachmentReader } from './rest/create-attachment-reader.ts';
import { createRestLocal } from './rest/create-rest-local.ts';
import { createSession } from './rest/create-session.ts';

/** What any form of the local side may need besides its section of the configuration. */
export interface Surroundings {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly version: string;
  /** Time zone of times that name none, `Asia/Jakarta`. */
  readonly zone: string;
  /** Certificates to trust besides the usual ones, as PEM. */
  readonly ca: string | null;
  /** URL of an outbound proxy. */
  readonly proxy: string | null;
  /** True: whatever is read, nothing of the application or its folders may change by it. */
  readonly looksOnly: boolean;
  /** Told of each answer of the application. */
  readonly onPeer: (seen: PeerSeen) => void;
}

type Section<Kind extends Config['local']['kind']> = Extract<Config['local'], { readonly kind: Kind }>;

/** The local side in the form that the configuration names. Connects to nothing yet. */
export function createLocal(section: Config['local'], surroundings: Surroundings): LocalSystem {
  switch (section.kind) {
    case 'rest':
      return rest(section, surroundings);
    case 'folder':
      return folder(section, surroundings);
    case 'mysql':
      return mysql(section, surroundings);
    case 'open311':
      return open311(section, surroundings);
  }
}

function rest(section: Section<'rest'>, surroundings: Surroundings): LocalSystem {
  const { clock, random, zone } = surroundings;
  const { baseUrl, headers, data, fields, pageSize, login, attachmentHosts } = section;
  const client = clientOf(section, { baseUrl, headers }, surroundings);
  const options = { baseUrl, data, fields, pageSize, login, attachmentHosts, zone };
  return createRestLocal({ client, options, clock, random });
}

/** A file counts as whole when nothing has happened to it for so long. */
const SETTLE_MS = 10_000;

function folder(section: Section<'folder'>, surroundings: Surroundings): LocalSystem {
  const { clock, zone, looksOnly } = surroundings;
  const { inbox, outbox, rejected, format, columns, pageSize, attachmentHosts, limits } = section;
  // Only files on other hosts are asked for.
  const client = clientOf(section, { baseUrl: 'https://inbox.invalid', headers: {} }, surroundings);
  const folders = { inbox, outbox, rejected, format, columns, pageSize, zone, attachmentHosts };
  const options = { ...folders, settleMs: SETTLE_MS, looksOnly };
  return createFolderLocal({ options, clock, client, perMinute: limits.perMinute });
}

function open311(section: Section<'open311'>, surroundings: Surroundings): LocalSystem {
  const { clock, random, zone } = surroundings;
  const { baseUrl, jurisdictionId, apiKey, updates, pageSize, attachmentHosts } = section;
  const client = clientOf(section, { baseUrl, headers: {} }, surroundings);
  const options = { baseUrl, jurisdictionId, apiKey, updates, pageSize, zone, attachmentHosts };
  return createOpen311Local({ client, options, clock, random });
}

function clientOf(
  { limits, attachmentHosts }: Pick<Config['local'], 'limits' | 'attachmentHosts'>,
  server: Pick<HttpClientOptions, 'baseUrl' | 'headers'>,
  { ca, proxy, clock, version, onPeer }: Surroundings,
): HttpClient {
  return createHttpClient({
    ...server,
    limits,
    ca,
    proxy,
    foreignHosts: attachmentHosts,
    clock,
    userAgent: `jembatan/${version}`,
    onPeer,
  });
}

function mysql(section: Section<'mysql'>, surroundings: Surroundings): LocalSystem {
  const { clock, zone, ca, looksOnly } = surroundings;
  const { url, preset, sql, photoBase, readOnly, pageSize, attachmentHosts, limits } = section;
  const address = parseMysqlUrl(url);
  if (address === null) throw new Error('the configuration let a bad URL pass');
  const baseUrl = isWebBase(photoBase) ? photoBase : 'https://photos.invalid';
  // The authority of `caFile` vouches for the database; photos come from a server of the web.
  const client = clientOf(section, { baseUrl, headers: {} }, { ...surroundings, ca: null });
  const session = createSession({ client, clock, login: null });
  const fetchAttachment = createAttachmentReader({ client, clock, session, options: { baseUrl, attachmentHosts } });
  const { perMinute, ...others } = limits;
  const options = { address, preset, own: sql, photoBase, pageSize, zone, limits: others, perMinute, ca };
  return createMysqlLocal({
    options: { ...options, readOnly: readOnly || looksOnly },
    clock,
    web: { fetchAttachment, close: () => client.close() },
  });
}
