import * as z from 'zod';
import { byFoldedName } from './by-folded-name.ts';
import { clashingNames, type NameAt } from './clashing-names.ts';
import { foldName } from './fold-name.ts';
import { isRecord } from './is-record.ts';
import { lineText } from './line-text.ts';
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
 * `institutions.yaml`: OPD name, code or alias to LAPOR!'s institution. `default` is for every name that has no line.
 */
export const institutionsMap = z
  .object({ default: section(target) })
  .catchall(institution)
  .superRefine(
    ({ default: _, ...others }, context) => {
      for (const clash of clashingNames(Object.entries(others).flatMap(namesOf))) {
        context.addIssue({ code: 'custom', ...clash });
      }
    },
    { when: ({ value }) => isRecord(value) },
  )
  .transform(({ default: fallback, ...others }) => ({
    default: fallback,
    byName: byFoldedName(
      Object.entries(others).flatMap(([name, { id, ours, aliases }]) =>
        [name, ...aliases].map((known) => [foldName(known), { name, id, ours }] as const),
      ),
    ),
  }));

/** The entry's own name and its aliases; the entry itself may be anything, since this runs beside its own checks. */
function namesOf([entry, value]: readonly [string, unknown]): readonly NameAt[] {
  const aliases: unknown = isRecord(value) ? value.aliases : null;
  const texts = Array.isArray(aliases) ? aliases.filter((alias): alias is string => typeof alias === 'string') : [];
  return [
    { name: entry, path: [entry], entry },
    ...texts.map((name, index) => ({ name, path: [entry, 'aliases', index], entry })),
  ];
}
