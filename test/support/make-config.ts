import type { Config } from '../../src/config/to-config.ts';
import { configOf } from '../config/load-text.ts';

/** What a test changes of the configuration file, and of the maps. */
export interface ConfigChanges {
  readonly national?: Readonly<Record<string, unknown>>;
  readonly policy?: Readonly<Record<string, unknown>>;
  readonly categories?: Readonly<Record<string, unknown>>;
  readonly institutions?: Readonly<Record<string, unknown>>;
  readonly statuses?: Readonly<Record<string, unknown>>;
  readonly top?: Readonly<Record<string, unknown>>;
}

const STATUSES = {
  national: {
    'Belum Terverifikasi': 'received',
    Terverifikasi: 'verified',
    'Dalam Proses': 'in-progress',
    Tertunda: 'waiting-reporter',
    Selesai: 'closed',
    Diarsipkan: 'archived',
    Ditolak: 'rejected',
  },
  local: {
    received: 'ignore',
    verified: 'menunggu',
    'in-progress': 'dalam proses',
    'waiting-reporter': 'dalam proses',
    closed: 'selesai',
    archived: 'selesai',
    rejected: 'ignore',
  },
};

/** The configuration of a city like Serang: DPUPR is its own, PLN is not. */
export function makeConfig(changes: ConfigChanges = {}): Config {
  const { national = {}, policy = {}, categories = {}, institutions = {}, statuses = STATUSES, top = {} } = changes;
  const file = {
    local: { kind: 'rest', baseUrl: 'https://rabeg.example.test/api', headers: {} },
    national: { baseUrl: 'https://lapor.example.test/v3', headers: {}, ...national },
    policy,
    ...top,
  };
  // JSON is YAML.
  return configOf(JSON.stringify(file), {
    maps: {
      'statuses.yaml': JSON.stringify(statuses),
      'categories.yaml': JSON.stringify({
        default: { categoryId: 436, classificationId: 6 },
        'Infrastruktur jalan': { categoryId: 77, classificationId: 5 },
        ...categories,
      }),
      'institutions.yaml': JSON.stringify({
        default: { id: 151345, ours: true },
        DPUPR: { id: 12001, ours: true },
        PLN: { id: 12838, ours: false },
        ...institutions,
      }),
    },
  });
}
