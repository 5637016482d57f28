import { validate } from 'node-cron';
import * as z from 'zod';

/** A schedule that node-cron takes. */
export const cronExpression = z
  .string()
  .refine((text) => validate(text), 'must be a cron expression such as */2 * * * * (minute hour day month weekday)');
