import type { Store } from './store.ts';
import {
  institutionsAreDue,
  postponeInstitutions,
  readInstitutions,
  recordInstitutions,
} from './verbs/institutions.ts';

/** LAPOR!'s own list of institutions. */
export function institutionVerbs(store: Store) {
  return {
    readInstitutions: () => store.read(() => readInstitutions()),
    institutionsAreDue: (now: number) => store.read(() => institutionsAreDue(now)),
    postponeInstitutions: (nextAt: number) => store.write(() => postponeInstitutions(nextAt)),
    recordInstitutions: (
      reading: Parameters<typeof recordInstitutions>[0],
      decide: Parameters<typeof recordInstitutions>[1],
    ) => store.write(() => recordInstitutions(reading, decide)),
  };
}
