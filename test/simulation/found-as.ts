import type { LocalRow } from './local-model.ts';
import type { NationalModel } from './national-model.ts';
import { referenceOf } from './reference-of.ts';

/** The number under which LAPOR!'s own page shows a report; `null`: it is not there. */
export function foundAs(national: NationalModel, { localId }: Pick<LocalRow, 'localId'>): string | null {
  const byReference = national.find(referenceOf(localId))[0]?.id;
  return byReference ?? [...national.complaints.values()].find((one) => one.byHandFor === localId)?.id ?? null;
}
