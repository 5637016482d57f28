import { type RouteSubject, routeReport, routesOf } from '../config/route-report.ts';
import type { Config } from '../config/to-config.ts';
import { BY_HAND, type NewDelivery, type Routed } from '../ledger/delivery.ts';
import { caseMayLieInGap, messageMayLieInGap } from '../ledger/gap.ts';
import type { CaseFacts, OwedAction } from '../ledger/owed.ts';
import { toRouteSubject } from './to-route-subject.ts';

/**
 * What is owed to the nation for one case. Read as a table:
 *
 *   route        number  owed
 *   file         none    create: ready, or held by the guard
 *   before-since none    create: held (known, never filed by itself)
 *   file         none    create: held, where a ledger since lost may have filed it
 *   file         none    create: held, where LAPOR! may have it from somebody else (see decision 0025)
 *   any          none    nothing else: answers wait for the number
 *   any          known   every answer not given yet; in doubt where the bridge made the report on neither side: an earlier
 *                        ledger or a person may have given it already, and where a ledger since lost may have
 *   filed by us  known   reject, where the institution is not ours and is passed on to
 *   given back   known   reject, once, where the routing data names another that had it not yet; else an alarm
 *   deleted      any     nothing new is filed
 */
export function decideOwedNational(
  facts: CaseFacts,
  config: Config,
  { guarded }: { readonly guarded: boolean },
): readonly OwedAction[] {
  const has = (key: string) => facts.deliveries.some((delivery) => delivery.key === key);
  const owe = (delivery: NewDelivery): readonly OwedAction[] =>
    has(delivery.key) ? [] : [{ type: 'owe', delivery: underHold(delivery, facts) }];
  if (facts.case.nationalId === null) {
    return facts.case.route === 'national' || facts.case.route === 'linked' || facts.case.deletedAt !== null
      ? []
      : owe(createDelivery(facts, guarded));
  }
  return [
    ...passings(facts, config, owe),
    ...facts.messages.filter(isOurs).flatMap((message) => owe(followUpDelivery(facts, message))),
  ];
}

/**
 * By itself a report is passed on at most twice: to whom its OPD or a rule names, and once after it was given back; never
 * after a person passed it on.
 */
function passings(
  facts: CaseFacts,
  config: Config,
  owe: (delivery: NewDelivery) => readonly OwedAction[],
): readonly OwedAction[] {
  const { returnedAt } = facts.case;
  const rejects = facts.deliveries.filter(({ kind }) => kind === 'reject');
  const has = (key: string) => rejects.some((delivery) => delivery.key === key);
  const isLeftToPeople = rejects.some(({ key }) => key.startsWith(BY_HAND));
  const tried = triedIn(facts, config);
  const first = passedOnTo(facts, config);
  if (first !== null && !isLeftToPeople && !has('reject') && !tried.has(first))
    return owe(rejectDelivery(facts, 'reject', first));
  if (returnedAt === null || rejects.some(({ body }) => body.forReturn === returnedAt)) return [];
  const next = isFiledByUs(facts) && !isLeftToPeople ? nextFor(facts, config, tried) : null;
  if (next !== null && !has('reject:returned')) return owe(rejectDelivery(facts, 'reject:returned', next));
  return [{ type: 'alarm', kind: 'returned' }];
}

/** Institutions that had it, or were to have it: none gets it a second time. */
function triedIn(facts: CaseFacts, config: Config): ReadonlySet<number> {
  const routed = routedIn(facts);
  const isThere = routed !== undefined && (routed.ours || config.policy.foreign === 'disposition');
  const targets = facts.deliveries.flatMap(({ kind, body }) =>
    kind === 'reject' ? (body.targetInstitutionId ?? []) : [],
  );
  return new Set([...(isThere ? [routed.id] : []), ...targets]);
}

/**
 * The next that holds of what is asked about it, and has authority where the city has none. That it was given back says that
 * whoever chose its OPD was wrong: what the words and the place say counts then, too.
 */
function nextFor(facts: CaseFacts, { maps }: Config, tried: ReadonlySet<number>): number | null {
  const subject = subjectOf(facts);
  const routes = [subject, { ...subject, opd: null }].flatMap((one) => routesOf(maps.institutions, one));
  return routes.find(({ target }) => !target.ours && !tried.has(target.id))?.target.id ?? null;
}

function createDelivery(facts: CaseFacts, guarded: boolean): NewDelivery {
  const owner = facts.case;
  const base = { side: 'national', kind: 'create', key: 'create', messageId: null, body: {} } as const;
  if (owner.route === 'before-since') return { ...base, state: 'held', reason: 'before-since' };
  if (caseMayLieInGap(facts.gap, owner)) return { ...base, state: 'held', reason: 'ledger-lost' };
  if (facts.twin === true) return { ...base, state: 'held', reason: 'twin' };
  return guarded ? { ...base, state: 'held', reason: 'guard' } : { ...base, state: 'ready', reason: null };
}

function rejectDelivery(facts: CaseFacts, key: string, targetInstitutionId: number): NewDelivery {
  const { returnedAt } = facts.case;
  return {
    side: 'national',
    kind: 'reject',
    key,
    messageId: null,
    ...(!facts.filedHere && caseMayLieInGap(facts.gap, facts.case) ? IN_GAP : READY),
    body: { targetInstitutionId, ...(returnedAt === null ? {} : { forReturn: returnedAt }) },
  };
}

/** What a ledger since lost may have sent is looked up; not under a report that this one filed itself after that. */
const READY = { state: 'ready', reason: null } as const;
const IN_GAP = { state: 'doubt', reason: 'ledger-lost' } as const;
const LINKED = { state: 'doubt', reason: 'linked' } as const;

/** The institution that a report filed by us is passed on to, or `null`. */
function passedOnTo(facts: CaseFacts, config: Config): number | null {
  if (config.policy.foreign !== 'reject' || !isFiledByUs(facts)) return null;
  const institution = routedTo(facts, config);
  return institution.ours ? null : institution.id;
}

/**
 * Where it was routed to when it was filed; anew where a person gave it to another OPD since, never for an edited text. Of
 * one filed by a version that did not write it down the OPD alone tells: rules are younger than that.
 */
function routedTo(facts: CaseFacts, { maps: { institutions } }: Config): Pick<Routed, 'id' | 'ours'> {
  const filed = routedIn(facts);
  if (filed !== undefined && filed.opd === facts.case.institution) return filed;
  const rules = filed === undefined ? [] : institutions.rules;
  return routeReport({ ...institutions, rules }, subjectOf(facts)).target;
}

/** What it is routed by now. */
function subjectOf({ case: { institution: opd, category }, report }: CaseFacts): RouteSubject {
  const known = report == null ? { district: null, village: null, text: null } : toRouteSubject(report);
  return { ...known, opd, category };
}

function routedIn({ deliveries }: CaseFacts): Routed | undefined {
  return deliveries.find((delivery) => delivery.kind === 'create')?.body.routed;
}

/** A create that ended without an attempt was settled by a number that a person or an earlier ledger brought. */
function isFiledByUs({ deliveries }: CaseFacts): boolean {
  return deliveries.some((delivery) => delivery.kind === 'create' && delivery.attempts > 0);
}

function isOurs(message: CaseFacts['messages'][number]): boolean {
  return message.origin === 'local' && !message.internal && message.localId !== null;
}

function followUpDelivery(facts: CaseFacts, message: CaseFacts['messages'][number]): NewDelivery {
  const mayWait = !facts.filedHere && messageMayLieInGap(facts.gap, message) ? IN_GAP : READY;
  return {
    side: 'national',
    kind: 'follow-up',
    key: `follow-up:${message.localId}:1`,
    messageId: message.id,
    ...(isFiledByUs(facts) || facts.madeHere ? mayWait : LINKED),
    body: { part: 1 },
  };
}

function underHold(delivery: NewDelivery, { case: owner }: CaseFacts): NewDelivery {
  return owner.hold && delivery.state === 'ready' ? { ...delivery, state: 'held', reason: 'operator' } : delivery;
}
