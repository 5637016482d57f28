import type { Config } from '../config/to-config.ts';
import type { SoughtReport } from '../national/judge-listed.ts';
import { makeReference } from '../report/reference.ts';
import type { UnsettledCreate } from './verbs/unsettled-creates.ts';

/** What to look for in LAPOR!'s list where it is unknown whether a report arrived. */
export function toSought(create: UnsettledCreate, { site, reference: template }: Config): SoughtReport {
  return {
    site,
    template,
    reference: makeReference(template, { site, id: create.localId }),
    sentAs: create.delivery.body.sentAs ?? null,
    begunAt: begunAt(create),
  };
}

/** One that an earlier version left in doubt may lack it; then any time will do. */
export function begunAt({ delivery }: UnsettledCreate): number {
  return delivery.begunAt ?? delivery.createdAt;
}
