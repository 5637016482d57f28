import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import { UnsupportedError } from '../config/unsupported-error.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import { createFolderLocal } from './folder/create-folder-local.ts';
import type { LocalSystem } from './local-system.ts';
import { createRestLocal } from './rest/create-rest-local.ts';

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
}

type Section<Kind extends Config['local']['kind']> = Extract<Config['local'], { readonly kind: Kind }>;

/** The local side in the form that the configuration names. Connects to nothing yet. */
export function createLocal(section: Config['local'], surroundings: Surroundings): LocalSystem {
  switch (section.kind) {
    case 'rest':
      return rest(section, surroundings);
    case 'folder':
      return folder(section, surroundings);
    default:
      throw new UnsupportedError(`local.kind: ${section.kind}`);
  }
}

function rest(section: Section<'rest'>, surroundings: Surroundings): LocalSystem {
  const { clock, random, version, zone, ca, proxy } = surroundings;
  const { baseUrl, headers, limits, data, fields, pageSize, login, attachmentHosts } = section;
  const userAgent = `jembatan/${version}`;
  const client = createHttpClient({
    baseUrl,
    headers,
    limits,
    ca,
    proxy,
    foreignHosts: attachmentHosts,
    clock,
    userAgent,
  });
  const options = { baseUrl, data, fields, pageSize, login, attachmentHosts, zone };
  return createRestLocal({ client, options, clock, random });
}

/** A file counts as whole when nothing has happened to it for so long. */
const SETTLE_MS = 10_000;

function folder(section: Section<'folder'>, surroundings: Surroundings): LocalSystem {
  const { clock, version, zone, ca, proxy, looksOnly } = surroundings;
  const { inbox, outbox, rejected, format, columns, pageSize, attachmentHosts, limits } = section;
  const client = createHttpClient({
    baseUrl: 'https://inbox.invalid',
    headers: {},
    limits,
    ca,
    proxy,
    foreignHosts: attachmentHosts,
    clock,
    userAgent: `jembatan/${version}`,
  });
  const folders = { inbox, outbox, rejected, format, columns, pageSize, zone, attachmentHosts };
  const options = { ...folders, settleMs: SETTLE_MS, looksOnly };
  return createFolderLocal({ options, clock, client, perMinute: limits.perMinute });
}
