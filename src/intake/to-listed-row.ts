import type { Config } from '../config/to-config.ts';
import type { ListedRow } from '../ledger/listed-news.ts';
import type { NationalListed } from '../national/national-system.ts';
import { leadingReference } from '../report/reference.ts';
import { wording } from '../report/wording.ts';

/** A report of LAPOR! with what is asked of the ledger about it. */
export function toListedRow(listed: NationalListed, { reference, site }: Config): ListedRow {
  const namedId = leadingReference(reference, listed.text, site)?.id ?? null;
  return { listed, namedId, wording: wording(listed.title, listed.text) };
}
