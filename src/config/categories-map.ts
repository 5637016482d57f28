import * as z from 'zod';
import { byFoldedName } from './by-folded-name.ts';
import { clashingNames } from './clashing-names.ts';
import { foldName } from './fold-name.ts';
import { isRecord } from './is-record.ts';
import { section } from './section.ts';
import { wholeNumber } from './whole-number.ts';

const target = section({ categoryId: wholeNumber(1), classificationId: wholeNumber(1) });

/** `categories.yaml`: local category to LAPOR!'s ids. `default` is for every category that has no line. */
export const categoriesMap = z
  .object({ default: target })
  .catchall(target)
  .superRefine(
    ({ default: _, ...others }, context) => {
      const names = Object.keys(others).map((name) => ({ name, path: [name], entry: name }));
      for (const clash of clashingNames(names)) context.addIssue({ code: 'custom', ...clash });
    },
    { when: ({ value }) => isRecord(value) },
  )
  .transform(({ default: fallback, ...others }) => ({
    default: fallback,
    byName: byFoldedName(Object.entries(others).map(([name, entry]) => [foldName(name), { ...entry, name }] as const)),
  }));
