import type { ReportKind } from '../report/report.ts';
import type { Config } from './to-config.ts';

export interface NationalPlace {
  readonly institutionId: string | null;
  readonly categoryId: string | null;
  readonly classificationId: string | null;
}

export interface LocalPlace {
  readonly kind: ReportKind;
  /** Local names; `null` where the maps know none. */
  readonly category: string | null;
  readonly institution: string | null;
}

/**
 * Where a report of LAPOR! belongs in the city: the maps, read backwards. `null`: it lies with an institution that is not
 * ours. One that lies with none yet is ours: the list was asked for our institution.
 */
export function findBornThere(place: NationalPlace, { maps, national }: Config): LocalPlace | null {
  const { institutionId, categoryId, classificationId } = place;
  const { institutions, categories } = maps;
  const own = Object.values(institutions.byName).find(({ id, ours }) => ours && String(id) === institutionId);
  const isOurs = institutionId === null || own !== undefined || cityIds(institutions, national).has(institutionId);
  if (!isOurs) return null;
  const alike = Object.values(categories.byName).filter((entry) => String(entry.categoryId) === categoryId);
  const category = alike.find((entry) => String(entry.classificationId) === classificationId) ?? alike[0];
  return { kind: kindOf(classificationId, national), category: category?.name ?? null, institution: own?.name ?? null };
}

/** What stands for the whole city names no OPD. */
function cityIds(institutions: Config['maps']['institutions'], national: Config['national']): ReadonlySet<string> {
  const { id, ours } = institutions.default;
  return new Set([String(national.account.institutionId), ...(ours ? [String(id)] : [])]);
}

function kindOf(classificationId: string | null, { create }: Config['national']): ReportKind {
  const kinds = Object.entries(create.classifications) as [ReportKind, number | null][];
  return kinds.find(([, id]) => id !== null && String(id) === classificationId)?.[0] ?? 'pengaduan';
}
