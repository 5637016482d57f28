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
    notBefore: notBefore(create),
  };
}

/**
 * Before this LAPOR! cannot have had it: when it was made at the city, by the city's clock, as ours may be hours ahead of
 * LAPOR!'s; or when it was sent, where the city's is ahead.
 */
export function notBefore({ delivery, madeAt }: UnsettledCreate): number {
  return Math.min(madeAt, delivery.begunAt ?? delivery.createdAt);
}
