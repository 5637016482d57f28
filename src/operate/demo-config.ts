/** The configuration of the demo: everything as shipped but the addresses, and no waiting for limits. */
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
  headers: { Authorization: "Bearer \${DEMO_LOCAL_TOKEN}" }
  limits: { perMinute: 100000, concurrency: 4 }
national:
  kind: lapor-v3
  baseUrl: ${quoted(options.nationalUrl)}
  headers: { Authorization: "Bearer \${DEMO_AUTH}", token: "\${DEMO_TOKEN}" }
  limits: { perMinute: 100000, concurrency: 2 }
maps:
${['categories', 'institutions', 'statuses', 'deadlines', 'holidays'].map(map).join('\n')}
`;
}
