import type { Case } from '../ledger/case.ts';
import type { NewReport } from '../local/local-system.ts';
import type { NationalListed } from '../national/national-system.ts';
import { nationalReference } from '../report/national-reference.ts';
import { passOnFiles } from './pass-on-files.ts';

/**
 * A report that was born at LAPOR! as it is made locally. What hides it is the case's level, the most private ever seen:
 * an anonymous one names nobody, whatever the list told.
 */
export function toLocalReport(
  listed: NationalListed,
  owner: Pick<Case, 'kind' | 'category' | 'institution' | 'anonymous' | 'secret'>,
): NewReport {
  const { kind, category, institution, anonymous, secret } = owner;
  const { name, email, phone } = listed.reporter;
  const isNamed = !anonymous && (name !== null || email !== null || phone !== null);
  const { files, note } = passOnFiles(listed.attachments);
  return {
    title: listed.title || `Laporan LAPOR! ${listed.id}`,
    text: note === '' ? listed.text : `${listed.text}\n\n${note}`,
    kind,
    category,
    institution,
    incidentDate: listed.incidentDate,
    location: { address: listed.location },
    reporter: isNamed ? { name, email, phone } : null,
    privacy: { anonymous, secret },
    attachments: files,
    externalRef: nationalReference(listed.id),
  };
}
