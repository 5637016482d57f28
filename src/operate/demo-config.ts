import { DEFAULT_LOCAL_TOKEN } from '../simulate/create-local-simulator.ts';
import { DEFAULT_NATIONAL_AUTH, DEFAULT_NATIONAL_TOKEN } from '../simulate/create-national-simulator.ts';

/**
 * The configuration of the demo: everything as shipped but the addresses, and no waiting for limits. The simulators'
 * credentials are no secret and stand in it, so that it can be looked at further without an environment.
 */
export function demoConfig(options: {
  readonly localUrl: string;
  readonly nationalUrl: string;
  readonly maps: string;
}): string {
  const quoted = (text: string) => JSON.stringify(text);
  const map = (name: string) => `  ${name}: ${quoted(`${options.maps}/${name}.yaml`)}`;
  return `site: kota-tirtamulya
ledger: { url: "sqlite:ledger.sqlite" }
local:
  kind: rest
  baseUrl: ${quoted(options.localUrl)}
  headers: { Authorization: ${quoted(`Bearer ${DEFAULT_LOCAL_TOKEN}`)} }
  limits: { perMinute: 100000, concurrency: 4 }
national:
  kind: lapor-v3
  baseUrl: ${quoted(options.nationalUrl)}
  headers: { Authorization: ${quoted(`Bearer ${DEFAULT_NATIONAL_AUTH}`)}, token: ${quoted(DEFAULT_NATIONAL_TOKEN)} }
  limits: { perMinute: 100000, concurrency: 2 }
maps:
${['categories', 'institutions', 'statuses', 'deadlines', 'holidays'].map(map).join('\n')}
`;
}
