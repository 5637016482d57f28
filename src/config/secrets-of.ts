import querystring from 'node:querystring';
import type { Config } from './to-config.ts';

/**
 * Every credential in the configuration: header values (with and without their scheme), tokens, passwords, keys,
 * passwords inside URLs, and URLs that are themselves a key (webhook, heartbeat). For the test that none of them
 * reaches a log.
 */
export function secretsOf(config: Config): readonly string[] {
  const { national, web } = config;
  const found = [
    ...localSecrets(config.local),
    ...headerSecrets(national.headers),
    national.gateway?.clientSecret,
    ...urlSecrets(config.ledger.kind === 'postgres' ? config.ledger.url : null),
    ...urlSecrets(config.proxy),
    web.token,
    web.hookSecret,
    ...config.notify.flatMap(notifySecrets),
    config.heartbeat?.url,
  ];
  return [...new Set(found.filter((secret) => typeof secret === 'string').filter((secret) => secret !== ''))];
}

type Found = readonly (string | null | undefined)[];

function localSecrets(local: Config['local']): Found {
  switch (local.kind) {
    case 'rest':
      return [...headerSecrets(local.headers), local.login?.password];
    case 'mysql':
      return urlSecrets(local.url);
    case 'open311':
      return [local.apiKey];
    case 'folder':
      return [];
  }
}

function notifySecrets(entry: Config['notify'][number]): Found {
  switch (entry.kind) {
    case 'webhook':
      return [entry.url, ...headerSecrets(entry.headers)];
    case 'telegram':
      return [entry.token];
    case 'smtp':
      return [entry.password];
  }
}

/** A value such as `Bearer abc`, and `abc` alone. */
function headerSecrets(headers: Readonly<Record<string, string>>): Found {
  return Object.values(headers).flatMap((value) => [value, value.replace(/^\S+\s+/, '')]);
}

/** The password of a URL, as written and decoded; `querystring.unescape` takes a stray % as it is. */
function urlSecrets(url: string | null): Found {
  if (url === null || !URL.canParse(url)) return [];
  const { password } = new URL(url);
  return [password, querystring.unescape(password)];
}
