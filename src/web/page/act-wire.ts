import * as z from 'zod';
import { cleanText } from '../../report/clean-text.ts';
import { maskNik } from '../../report/mask-nik.ts';

/** The acts of the page, in the order of the form's words. */
export const ACTS = [
  'resolve',
  'retry',
  'hold',
  'release',
  'confirm',
  'confirm-one',
  'link',
  'not-a-twin',
  'acknowledge',
] as const;
export type ActName = (typeof ACTS)[number];

/** One line, without identity numbers: it goes into the history, from which nothing is erased. */
const said = (length: number) =>
  z
    .string()
    .transform((text) => maskNik(cleanText(text)).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(length));
const id = z.string().trim().min(1).max(200);
const number = z
  .string()
  .trim()
  .regex(/^[\w.-]{1,100}$/);
const word = { by: said(80), why: said(300) };

/** The form of one decision, as a browser sends it. */
export const ActForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('resolve'), id, only: id.optional(), found: z.literal('yes'), tracking: number, ...word }),
  z.object({ do: z.literal('resolve-absent'), id, only: id.optional(), ...word }),
  z.object({ do: z.enum(['retry', 'hold', 'release', 'confirm-one']), id, ...word }),
  z.object({ do: z.literal('confirm'), ...word }),
  z.object({ do: z.enum(['link', 'not-a-twin']), id, tracking: number, ...word }),
  z.object({ do: z.literal('acknowledge'), id, hours: z.enum(['4', '24', '72']), ...word }),
]);
export type ActForm = z.output<typeof ActForm>;
