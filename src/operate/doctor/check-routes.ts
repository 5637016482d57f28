import { findCategory } from '../../config/find-category.ts';
import { findInstitution } from '../../config/find-institution.ts';
import type { Config } from '../../config/to-config.ts';
import type { Report } from '../../report/report.ts';
import { say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';

const NAMES_MAX = 10;

/** Categories and OPDs of recent reports that the maps do not know: the default stands in for them. */
export function checkRoutes(
  config: Config,
  reports: readonly Pick<Report, 'category' | 'institution'>[],
): readonly DoctorFinding[] {
  const { maps, locale } = config;
  const unmapped = (names: readonly (string | null)[], isMapped: (name: string) => boolean) =>
    [...new Set(names)].filter((name): name is string => name !== null && !isMapped(name)).sort();
  const missing = {
    categories: unmapped(
      reports.map(({ category }) => category),
      (name) => findCategory(maps.categories, name).mapped,
    ),
    institutions: unmapped(
      reports.map(({ institution }) => institution),
      (name) => findInstitution(maps.institutions, name).mapped,
    ),
  };
  return (['categories', 'institutions'] as const)
    .filter((check) => missing[check].length > 0)
    .map((check) => ({
      check,
      severity: 'warning',
      meaning: say(locale, `doctor.unmapped.${check}`, {
        count: missing[check].length,
        names: missing[check].slice(0, NAMES_MAX).join(', '),
      }),
      repair: say(locale, 'doctor.unmapped.repair', { file: `${check}.yaml` }),
    }));
}
