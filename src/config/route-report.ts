import { foldName } from './fold-name.ts';
import { foldPlace } from './fold-place.ts';
import { holdsPhrase } from './holds-phrase.ts';
import type { Condition, RoutingRule } from './routing-rules.ts';
import type { Config } from './to-config.ts';

type Institutions = Config['maps']['institutions'];

/** What a report is routed by; `null` where it does not say, or the text is not at hand any more. */
export interface RouteSubject {
  readonly opd: string | null;
  readonly category: string | null;
  readonly district: string | null;
  readonly village: string | null;
  /** Title and text. */
  readonly text: string | null;
}

/** An institution of LAPOR! by its line in `institutions.yaml`; `name: null` is `default`. */
export interface RouteTarget {
  readonly name: string | null;
  readonly id: number;
  readonly ours: boolean;
}

/** What a step asked for and the report did not have; `opd-given`: its OPD is known, and the rule does not speak of it. */
export type Unmet = Condition | 'opd-given';

/** One thing that is asked about a report: a rule (numbered from 1), its OPD's own line, or `default`. */
export interface RouteStep {
  readonly by: 'rule' | 'opd' | 'default';
  readonly rule: number | null;
  /** `null`: the report names no OPD that has a line. */
  readonly target: RouteTarget | null;
  readonly unmet: Unmet | null;
}

/** A step that holds. */
export interface Route extends RouteStep {
  readonly target: RouteTarget;
  readonly unmet: null;
}

/**
 * Everything that is asked about a report, in order; the first that holds wins. Rules come first, then the line of its OPD,
 * then `default`. An OPD was given by a person: only a rule that names it goes before it (docs/decisions/0030).
 */
export function routeSteps(institutions: Institutions, subject: RouteSubject): readonly RouteStep[] {
  const { default: fallback, rules } = institutions;
  const own = entryOf(institutions, subject.opd);
  return [
    ...rules.map(
      (rule, index): RouteStep => ({
        by: 'rule',
        rule: index + 1,
        target: rule.target,
        unmet: unmetBy(rule, subject, institutions),
      }),
    ),
    { by: 'opd', rule: null, target: own ?? null, unmet: own === undefined ? 'opd' : null },
    { by: 'default', rule: null, target: { name: null, ...fallback }, unmet: null },
  ];
}

/** Where a report goes. */
export function routeReport(institutions: Institutions, subject: RouteSubject): Route {
  return routesOf(institutions, subject)[0];
}

/** Every step that holds, in order; `default` always does. */
export function routesOf(institutions: Institutions, subject: RouteSubject): readonly [Route, ...Route[]] {
  const held = routeSteps(institutions, subject).filter((step): step is Route => step.unmet === null);
  return held as [Route, ...Route[]];
}

function unmetBy(rule: RoutingRule, subject: RouteSubject, institutions: Institutions): Unmet | null {
  const { opd, category, district, village } = subject;
  const known = entryOf(institutions, opd);
  if (rule.opd.length === 0 && known !== undefined) return 'opd-given';
  const opdKey = (name: string) => foldName(entryOf(institutions, name)?.name ?? name);
  const text = foldName(subject.text ?? '');
  if (!isIn(rule.opd, opd, opdKey)) return 'opd';
  if (!isIn(rule.categories, category, foldName)) return 'categories';
  if (!isIn(rule.districts, district, foldPlace)) return 'districts';
  if (!isIn(rule.villages, village, foldPlace)) return 'villages';
  const holds = rule.keywords.length === 0 || rule.keywords.some((phrase) => holdsPhrase(text, foldName(phrase)));
  return holds ? null : 'keywords';
}

/** An empty list asks for nothing. */
function isIn(list: readonly string[], value: string | null, keyOf: (name: string) => string): boolean {
  if (list.length === 0) return true;
  return value !== null && list.some((name) => keyOf(name) === keyOf(value));
}

function entryOf({ byName }: Institutions, opd: string | null): RouteTarget | undefined {
  return opd === null ? undefined : byName[foldName(opd)];
}
