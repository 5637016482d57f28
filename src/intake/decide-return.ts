import { findBridgeStatus } from '../config/find-bridge-status.ts';
import { foldName } from '../config/fold-name.ts';
import { isReturnedStatus } from '../config/is-returned-status.ts';
import type { Config } from '../config/to-config.ts';
import type { Delivery } from '../ledger/delivery.ts';
import type { NationalFacts, Returned } from '../ledger/national-news.ts';
import type { NationalDetail, NationalLogEntry } from '../national/national-system.ts';

/**
 * Whether a report was given back as *bukan wewenang*, and where that leaves it. Being given back makes it unverified again
 * (domain of LAPOR!), or gives it a status name of its own (`returned` of `statuses.yaml`). Read as a table:
 *
 *   we passed it on, and the log does not show that it got there   -          our own doing
 *   a status of that name                                          waits
 *   unverified, and lies with nobody, where it lay with somebody   waits
 *   unverified, with the city again, after an institution of others or its own OPD had it
 *                                                                  waits
 *   the same, where nobody knows who had it, verified once
 *                                                                  waits
 *   the same, never verified                                       -          it came to the city for the first time
 *   unverified, with another institution that we did not name      elsewhere  LAPOR! passed it on itself
 *   anything else                                                  -
 */
export function decideReturn(detail: NationalDetail, facts: NationalFacts, config: Config): Returned | null {
  const { statuses } = config.maps;
  const name = detail.statusName;
  if (name === null || isUnderWay(detail, facts.deliveries)) return null;
  if (isReturnedStatus(statuses, name)) return 'waits';
  if (findBridgeStatus(statuses, name) !== 'received') return null;
  return detail.institutionId === null && detail.institutionName === null
    ? withNobody(detail, facts, config)
    : withSomebody(detail, facts, config);
}

/** Our own passing-on may show in any way before the log tells of it. Some entries name a place without its id. */
function isUnderWay({ institutionId, log }: NationalDetail, deliveries: readonly Delivery[]): boolean {
  const target = passedOnTo(deliveries).at(-1);
  if (target === undefined || target === institutionId) return false;
  return !log.some((entry) => entry.toInstitutionId === target || isUnnumbered(entry));
}

function isUnnumbered({ toInstitutionId, toInstitution }: NationalLogEntry): boolean {
  return toInstitutionId === null && toInstitution !== null;
}

/** Institutions that we passed it on to, or tried to, the latest last. */
function passedOnTo(deliveries: readonly Delivery[]): readonly string[] {
  return deliveries
    .filter(({ kind, attempts }) => kind === 'reject' && attempts > 0)
    .map(({ body }) => String(body.targetInstitutionId));
}

function withNobody({ log }: NationalDetail, { case: owner }: NationalFacts, config: Config): Returned | null {
  const last = log.filter((entry) => isMove(entry) || entry.fromInstitution !== null).at(-1);
  const wasGivenUp = last !== undefined && !isMove(last) && becameUnverified(last, config);
  return wasGivenUp || owner.nationalInstitution !== null ? 'waits' : null;
}

function withSomebody(detail: NationalDetail, facts: NationalFacts, config: Config): Returned | null {
  const moves = detail.log.filter(isMove);
  const last = moves.at(-1);
  if (last === undefined || !becameUnverified(last, config)) return null;
  const { institutionId } = detail;
  if (!isOurs(institutionId, config)) {
    const isNamedByUs = institutionId !== null && passedOnTo(facts.deliveries).includes(institutionId);
    return isNamedByUs ? null : 'elsewhere';
  }
  if (facts.case.route === 'national') return null;
  const before = moves.slice(0, -1).findLast((entry) => !isAt(entry, detail))?.toInstitutionId;
  // An entry that names another place without its id tells enough: it was elsewhere.
  const from = before === undefined ? filedAt(facts.deliveries, config) : before;
  if (from === null) return before === undefined && !wasVerified(detail.log, config) ? null : 'waits';
  if (from === institutionId) return null;
  const isCity = institutionId === String(config.national.account.institutionId);
  return isCity || !isOurs(from, config) ? 'waits' : null;
}

function isMove({ toInstitution, toInstitutionId }: NationalLogEntry): boolean {
  return toInstitution !== null || toInstitutionId !== null;
}

function isAt(entry: NationalLogEntry, { institutionId, institutionName }: NationalDetail): boolean {
  if (entry.toInstitutionId !== null && institutionId !== null) return entry.toInstitutionId === institutionId;
  return foldName(entry.toInstitution ?? '') === foldName(institutionName ?? '');
}

function becameUnverified({ statusAfter }: NationalLogEntry, { maps: { statuses } }: Config): boolean {
  if (statusAfter === null) return false;
  return findBridgeStatus(statuses, statusAfter) === 'received' || isReturnedStatus(statuses, statusAfter);
}

/** Whoever filed it: nothing that was verified once comes to the city unverified but from somebody who gave it back. */
function wasVerified(log: readonly NationalLogEntry[], { maps: { statuses } }: Config): boolean {
  return log.some(({ statusBefore }) => {
    const before = statusBefore === null ? null : findBridgeStatus(statuses, statusBefore);
    return before !== null && before !== 'received';
  });
}

function isOurs(institutionId: string | null, { maps, national }: Config): boolean {
  const { default: fallback, byName } = maps.institutions;
  const own = [fallback, ...Object.values(byName)].filter(({ ours }) => ours).map(({ id }) => String(id));
  return institutionId !== null && [String(national.account.institutionId), ...own].includes(institutionId);
}

/** Where we filed it; `null` where we did not, or a version did that wrote nothing down. */
function filedAt(deliveries: readonly Delivery[], { policy, national }: Config): string | null {
  const create = deliveries.find(({ kind, attempts }) => kind === 'create' && attempts > 0);
  const routed = create?.body.routed;
  if (routed === undefined) return null;
  return String(routed.ours || policy.foreign === 'disposition' ? routed.id : national.account.institutionId);
}
