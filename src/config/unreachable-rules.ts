import { foldName } from './fold-name.ts';
import { foldPlace } from './fold-place.ts';
import { holdsPhrase } from './holds-phrase.ts';
import type { Finding } from './problem.ts';
import type { RoutingRule } from './routing-rules.ts';
import type { Config } from './to-config.ts';

/** Rules that can never win, because an earlier one holds wherever they do; two that are alike are the plainest case. */
export function unreachableRules({ rules, byName }: Config['maps']['institutions']): readonly Finding[] {
  const opdKey = (name: string) => foldName(byName[foldName(name)]?.name ?? name);
  return rules.flatMap((later, index): Finding[] => {
    const earlier = rules.slice(0, index).findIndex((one) => holdsWherever(one, later, opdKey));
    if (earlier === -1) return [];
    const message = `rule ${index + 1} is never used: rule ${earlier + 1} holds wherever it does`;
    return [{ path: ['rules', index], message }];
  });
}

type KeyOf = (name: string) => string;

function holdsWherever(earlier: RoutingRule, later: RoutingRule, opdKey: KeyOf): boolean {
  const covers = (wide: readonly string[], narrow: readonly string[], keyOf: KeyOf) =>
    wide.length === 0 || (narrow.length > 0 && narrow.every((name) => wide.some((one) => keyOf(one) === keyOf(name))));
  // A rule without an OPD is for reports that have none, so that it covers none that names one.
  const opd = earlier.opd.length === 0 ? later.opd.length === 0 : covers(earlier.opd, later.opd, opdKey);
  return (
    opd &&
    covers(earlier.categories, later.categories, foldName) &&
    covers(earlier.districts, later.districts, foldPlace) &&
    covers(earlier.villages, later.villages, foldPlace) &&
    coversKeywords(earlier.keywords, later.keywords)
  );
}

/** A text that holds "listrik padam" holds "listrik" too. */
function coversKeywords(wide: readonly string[], narrow: readonly string[]): boolean {
  if (wide.length === 0) return true;
  const isHeld = (phrase: string) => wide.some((one) => holdsPhrase(foldName(phrase), foldName(one)));
  return narrow.length > 0 && narrow.every(isHeld);
}
