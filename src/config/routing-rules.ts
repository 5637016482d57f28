import * as z from 'zod';
import type { DeepReadonly } from './deep-freeze.ts';
import { isRecord } from './is-record.ts';
import { lineText } from './line-text.ts';
import type { Finding } from './problem.ts';
import { section } from './section.ts';

/** Left out: the rule does not ask for it. */
const names = z
  .array(lineText)
  .nullish()
  .transform((list) => list ?? []);

/** What a rule may ask for; of a list one is enough, and all lists have to hold. */
export const CONDITIONS = ['opd', 'categories', 'districts', 'villages', 'keywords'] as const;
export type Condition = (typeof CONDITIONS)[number];

const rule = section({
  to: lineText,
  ...({
    opd: names,
    categories: names,
    districts: names,
    villages: names,
    keywords: names,
  } satisfies Record<Condition, typeof names>),
});

/** `rules` of `institutions.yaml`, in the order of the file: the first that holds says where a report goes. */
export const routingRules = z
  .array(rule)
  .nullish()
  .transform((rules) => rules ?? []);
export type RoutingRule = DeepReadonly<z.output<typeof rule>>;

/** Rules that ask for nothing, or lead to a name that `isKnown` denies. Runs beside their own checks: they may be anything. */
export function ruleFindings(rules: unknown, isKnown: (name: string) => boolean): readonly Finding[] {
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((one: unknown, index): Finding[] => {
    if (!isRecord(one)) return [];
    const asks = CONDITIONS.some((condition) => {
      const list = one[condition];
      return Array.isArray(list) && list.length > 0;
    });
    const unknown = typeof one.to === 'string' && !isKnown(one.to);
    return [
      ...(asks ? [] : [{ path: ['rules', index], message: `asks for nothing: name one of ${CONDITIONS.join(', ')}` }]),
      ...(unknown ? [{ path: ['rules', index, 'to'], message: 'must be the name of a line of this file' }] : []),
    ];
  });
}
