import { readFileSync } from 'node:fs';
import type { World } from './bridge.ts';
import type { Config } from './config/to-config.ts';
import { createHttpClient } from './http/create-http-client.ts';
import type { HttpClient } from './http/http-client.ts';
import { withGateway } from './http/with-gateway.ts';
import { createLocal } from './local/create-local.ts';
import type { LocalSystem } from './local/local-system.ts';
import { createLaporV3 } from './national/lapor-v3/create-lapor-v3.ts';
import type { NationalSystem } from './national/national-system.ts';

export interface Sides {
  readonly local: LocalSystem;
  readonly national: NationalSystem;
}

/** Both systems, as the configuration names them, but for those that are brought along. Asks neither anything. */
export function createSides(config: Config, world: World, brought: Partial<Sides> = {}): Sides {
  const local = brought.local ?? createLocalSide(config, world);
  return { local, national: brought.national ?? createNational(config, world) };
}

function createLocalSide(config: Config, world: World): LocalSystem {
  const { local: section, timezone: zone } = config;
  return createLocal(section, {
    ...world,
    zone,
    ca: readPem(section.caFile),
    proxy: proxyFor(config, world),
    looksOnly: world.looksOnly ?? false,
    onPeer: (seen) => world.onPeer?.('local', seen),
  });
}

function createNational(config: Config, world: World): NationalSystem {
  const { paths, list, account, create, followUp } = config.national;
  const options = { paths, list, account, create, followUp };
  return createLaporV3({
    client: createNationalClient(config, world),
    options,
    clock: world.clock,
    random: world.random,
  });
}

/** The way to LAPOR!, with its limits and credentials. Asks nothing yet. */
export function createNationalClient(config: Config, world: World): HttpClient {
  const { baseUrl, headers, limits, caFile, gateway } = config.national;
  const common = {
    ca: readPem(caFile),
    proxy: proxyFor(config, world),
    foreignHosts: [],
    clock: world.clock,
    userAgent: `jembatan/${world.version}`,
  };
  const direct = createHttpClient({
    ...common,
    baseUrl,
    headers,
    limits,
    onPeer: (seen) => world.onPeer?.('national', seen),
  });
  return gateway === null
    ? direct
    : withGateway({
        ...gateway,
        client: direct,
        tokenClient: createHttpClient({ ...common, baseUrl: new URL(gateway.tokenUrl).origin, headers: {}, limits }),
        tokenPath: new URL(gateway.tokenUrl).pathname,
        clock: world.clock,
      });
}

function proxyFor(config: Config, world: World): string | null {
  return config.proxy === 'environment' ? world.environmentProxy : config.proxy;
}

function readPem(file: string | null): string | null {
  return file === null ? null : readFileSync(file, 'utf8');
}
