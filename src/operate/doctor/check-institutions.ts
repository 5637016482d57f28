import { isPlaceholderId } from '../../config/is-placeholder-id.ts';
import type { Config } from '../../config/to-config.ts';
import type { Institution } from '../../national/national-system.ts';
import { say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';

/** Ids of `institutions.yaml` and of the account that LAPOR! does not list. Placeholders are told of as such already. */
export function checkInstitutions(config: Config, listed: readonly Institution[]): readonly DoctorFinding[] {
  const known = new Set(listed.map(({ id }) => id));
  const { default: fallback, byName } = config.maps.institutions;
  const named = [{ name: 'default', id: fallback.id }, ...Object.values(byName)];
  const account = { name: 'national.account.institutionId', id: config.national.account.institutionId };
  const lines = new Map([account, ...named].map(({ name, id }) => [name, id]));
  return [...lines]
    .filter(([, id]) => !isPlaceholderId(id) && !known.has(String(id)))
    .map(([name, id]) => ({
      check: 'institutions',
      severity: 'error',
      meaning: say(config.locale, 'doctor.institution', { name, id }),
      repair: say(config.locale, 'doctor.institution.repair', { name }),
    }));
}
