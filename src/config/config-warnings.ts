import { isLoopback } from './is-loopback.ts';
import type { Finding } from './problem.ts';
import type { Config } from './to-config.ts';

/** Account number in the contract's example: a real one is given out with the service account. */
const EXAMPLE_USER_ID = 1_234_567;

/** 128 bits as base64url. */
const SHORTEST_TOKEN = 22;

/** What the configuration file allows and a careful operator would want to know. */
export function configWarnings(config: Config): readonly Finding[] {
  return [...plainHttp(config), ...readOnly(config), ...account(config), ...policy(config), ...web(config)];
}

function plainHttp({ local, national }: Config): readonly Finding[] {
  const urls: readonly (readonly [path: readonly string[], url: string | undefined])[] = [
    [['local', 'baseUrl'], 'baseUrl' in local ? local.baseUrl : undefined],
    [['national', 'baseUrl'], national.baseUrl],
    [['national', 'gateway', 'tokenUrl'], national.gateway?.tokenUrl],
  ];
  return urls
    .filter(([, url]) => url !== undefined && /^http:/i.test(url) && !isLoopback(new URL(url).hostname))
    .map(([path]) => ({
      path,
      message: 'plain http beyond this machine: credentials and reports can be read on the way',
    }));
}

function readOnly({ local, policy: { writeBack } }: Config): readonly Finding[] {
  if (local.kind !== 'open311' || !writeBack || (local.updates && local.apiKey !== null)) return [];
  const path = ['local', local.updates ? 'apiKey' : 'updates'];
  return [
    {
      path,
      message: 'nothing can be written to the city: what is owed to it is parked (unless policy.writeBack is false)',
    },
  ];
}

function account({ national }: Config): readonly Finding[] {
  const findings: Finding[] = [];
  if (national.account.userId === EXAMPLE_USER_ID) {
    findings.push({
      path: ['national', 'account', 'userId'],
      message: "is the example's number, not a service account's",
    });
  }
  if (national.environment === 'production' && /sandbox|latihan/i.test(national.baseUrl)) {
    findings.push({
      path: ['national', 'environment'],
      message: 'is production, but the base URL looks like a test server',
    });
  }
  return findings;
}

function policy({ policy: { mode, sinceMs, onUnknownOutcome } }: Config): readonly Finding[] {
  const findings: Finding[] = [];
  if (mode === 'live' && sinceMs === null) {
    findings.push({
      path: ['policy', 'since'],
      message: 'is not set: every report the local side still lists is in scope',
    });
  }
  if (onUnknownOutcome === 'resend') {
    findings.push({ path: ['policy', 'onUnknownOutcome'], message: 'is resend: a report may be filed twice' });
  }
  return findings;
}

function web({ web: { host, token, hookSecret } }: Config): readonly Finding[] {
  const findings: Finding[] = [];
  if (!isLoopback(host)) {
    findings.push({ path: ['web', 'host'], message: 'the page can be reached from other machines' });
  }
  for (const [name, secret] of Object.entries({ token, hookSecret })) {
    if (secret !== null && secret.length < SHORTEST_TOKEN)
      findings.push({ path: ['web', name], message: `is short: use at least ${SHORTEST_TOKEN} random characters` });
  }
  return findings;
}
