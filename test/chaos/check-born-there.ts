import type { NationalComplaint } from '../../src/simulate/national-complaint.ts';
import { bornThere, type Histories } from './histories.ts';

/** Every report that a citizen filed at LAPOR! appears once in the city's application, and nothing else does. */
export function checkBornThere({ local, national }: Histories): readonly string[] {
  const citizens = national.complaints.filter(({ origin }) => origin === 'citizen');
  const known = new Set(citizens.map(({ id }) => bornThere(id)));
  const made = local.effects.filter(({ kind }) => kind === 'create-report').map(({ detail }) => detail);
  return [
    ...citizens.flatMap((complaint) => appearsOnce(complaint, made)),
    ...made
      .filter((reference) => !known.has(reference))
      .map((reference) => `I14 ${reference || 'a report of nobody'} came here`),
    ...citizens.flatMap((complaint) => isWhole(complaint, local.reports)),
  ];
}

function appearsOnce({ id }: NationalComplaint, made: readonly string[]): readonly string[] {
  const times = made.filter((reference) => reference === bornThere(id)).length;
  if (times === 0) return [`I1 lost: report ${id} of LAPOR!`];
  return times > 1 ? [`I2 twice: report ${id} of LAPOR! was made ${times} times`] : [];
}

function isWhole({ id, title }: NationalComplaint, reports: Histories['local']['reports']): readonly string[] {
  return reports
    .filter(({ external_ref: reference, judul }) => reference === bornThere(id) && judul !== title)
    .map(({ judul }) => `I4 report ${id} of LAPOR! was made as "${judul}"`);
}
