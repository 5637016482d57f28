import { isRecord } from './is-record.ts';

/**
 * Puts in the defaults that themselves name a variable of the environment (contract: base URLs and headers) and the
 * local side's default kind. It happens before variables are replaced, so a missing variable is named here as anywhere
 * else. Where the local side is logged in to, no static header is assumed.
 */
export function withEnvironmentDefaults(document: unknown): unknown {
  const root = document ?? {};
  if (!isRecord(root)) return root;
  return { ...root, local: withLocalDefaults(root.local ?? {}), national: withNationalDefaults(root.national ?? {}) };
}

function withLocalDefaults(local: unknown): unknown {
  if (!isRecord(local)) return local;
  const kind = local.kind ?? 'rest';
  if (kind !== 'rest') return local;
  const headers = isRecord(local.login) ? {} : { Authorization: variable('Bearer ', 'RABEG_TOKEN') };
  return {
    ...local,
    kind,
    baseUrl: local.baseUrl ?? variable('', 'RABEG_BASE_URL'),
    headers: local.headers ?? headers,
  };
}

function withNationalDefaults(national: unknown): unknown {
  if (!isRecord(national)) return national;
  const headers = { Authorization: variable('Bearer ', 'LAPOR_AUTH'), token: variable('', 'LAPOR_TOKEN') };
  return {
    ...national,
    baseUrl: national.baseUrl ?? variable('', 'LAPOR_BASE_URL'),
    headers: national.headers ?? headers,
  };
}

function variable(prefix: string, name: string): string {
  return `${prefix}\${${name}}`;
}
