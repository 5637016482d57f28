import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Stuck } from '../../src/ledger/verbs/overview.ts';
import { isPartOf } from '../../src/report/is-part-of.ts';
import { isOf } from './check-always.ts';
import type { Models } from './models.ts';
import { responseReferenceOf } from './reference-of.ts';

/** Whether a person who looks at both systems sees that a write arrived. */
export async function arrived(ledger: Ledger, { local, national }: Models, stuck: Stuck): Promise<boolean> {
  const { localId, nationalId, deliveryId } = stuck;
  const row = localId === null ? undefined : local.rows.get(localId);
  const complaint = nationalId === null ? undefined : national.complaints.get(nationalId);
  const owner = localId === null ? null : await ledger.findCase(localId);
  if (row === undefined || complaint === undefined || owner === null) return false;
  const delivery = (await ledger.deliveriesOf(owner.id)).find((one) => one.id === deliveryId);
  switch (delivery?.kind) {
    case 'follow-up': {
      const { part = 1, parts } = delivery.body;
      const reference = responseReferenceOf(row.localId, delivery.key.split(':')[1] ?? '');
      const all = [...national.complaints.values()].filter((one) => one === complaint || isOf(one, row));
      const texts = all
        .flatMap(({ answers }) => answers)
        .map(({ text }) => text)
        .filter((text) => text.endsWith(reference));
      return texts.some((text) => isPartOf(text, { reference, part, parts }));
    }
    case 'reject':
      return complaint.passedTo.includes(String(delivery.body.targetInstitutionId));
    case 'write-back':
      // What was not known yet was not part of the write.
      return (
        row.nationalId === nationalId && (delivery.body.nationalStatus ?? row.nationalStatus) === row.nationalStatus
      );
    case 'response':
      return row.responses.some(({ externalRef }) => externalRef === `lapor-followup:${delivery.key.split(':')[1]}`);
    default:
      return false;
  }
}
