import * as z from 'zod';
import { byFoldedName } from './by-folded-name.ts';
import { clashingNames, type NameAt } from './clashing-names.ts';
import { foldName } from './fold-name.ts';
import { isRecord } from './is-record.ts';
import { lineText } from './line-text.ts';
import { routingRules, ruleFindings } from './routing-rules.ts';
import { section } from './section.ts';
import { wholeNumber } from './whole-number.ts';

/** `id` is sent as a JSON number (E4) or as text (E5); `ours: false` means *bukan wewenang*. */
const target = { id: wholeNumber(1), ours: z.boolean() };

const institution = section({
  ...target,
  aliases: z
    .array(lineText)
    .nullish()
    .transform((names) => names ?? []),
});

/**
 * `institutions.yaml`: OPD name, code or alias to LAPOR!'s institution. `default` is for every name that has no line, and
 * `rules`, which may be left out, for what a name alone does not tell.
 */
export const institutionsMap = z
  .object({ default: section(target), rules: routingRules })
  .catchall(institution)
  .superRefine(
    ({ default: _, rules, ...others }, context) => {
      const names = Object.entries(others).flatMap(namesOf);
      const known = new Set(['default', ...names.map(({ name }) => foldName(name))]);
      const findings = [...clashingNames(names), ...ruleFindings(rules, (name) => known.has(foldName(name)))];
      for (const { path, message } of findings) context.addIssue({ code: 'custom', path: [...path], message });
    },
    { when: ({ value }) => isRecord(value) },
  )
  .transform(({ default: fallback, rules, ...others }) => {
    const byName = byFoldedName(
      Object.entries(others).flatMap(([name, { id, ours, aliases }]) =>
        [name, ...aliases].map((known) => [foldName(known), { name, id, ours }] as const),
      ),
    );
    const targetOf = (to: string) => byName[foldName(to)] ?? { name: null, ...fallback };
    return { default: fallback, byName, rules: rules.map((rule) => ({ ...rule, target: targetOf(rule.to) })) };
  });

/** The entry's own name and its aliases; the entry itself may be anything, since this runs beside its own checks. */
function namesOf([entry, value]: readonly [string, unknown]): readonly NameAt[] {
  const aliases: unknown = isRecord(value) ? value.aliases : null;
  const texts = Array.isArray(aliases) ? aliases.filter((alias): alias is string => typeof alias === 'string') : [];
  return [
    { name: entry, path: [entry], entry },
    ...texts.map((name, index) => ({ name, path: [entry, 'aliases', index], entry })),
  ];
}
