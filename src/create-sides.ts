import { readFileSync } from 'node:fs';
import type { World } from './bridge.ts';
import type { Config } from './config/to-config.ts';
import { createHttpClient } from './http/create-http-client.ts';
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
  });
}

function createNational(config: Config, world: World): NationalSystem {
  const { baseUrl, headers, limits, caFile, gateway, paths, list, account, create, followUp } = config.national;
  const common = {
    ca: readPem(caFile),
    proxy: proxyFor(config, world),
    foreignHosts: [],
    clock: world.clock,
    userAgent: `jembatan/${world.version}`,
  };
  const direct = createHttpClient({ ...common, baseUrl, headers, limits });
  const client =
    gateway === null
      ? direct
      : withGateway({
          ...gateway,
          client: direct,
          tokenClient: createHttpClient({ ...common, baseUrl: new URL(gateway.tokenUrl).origin, headers: {}, limits }),
          tokenPath: new URL(gateway.tokenUrl).pathname,
          clock: world.clock,
        });
  const options = { paths, list, account, create, followUp };
  return createLaporV3({ client, options, clock: world.clock, random: world.random });
}

function proxyFor(config: Config, world: World): string | null {
  return config.proxy === 'environment' ? world.environmentProxy : config.proxy;
}

function readPem(file: string | null): string | null {
  return file === null ? null : readFileSync(file, 'utf8');
}
