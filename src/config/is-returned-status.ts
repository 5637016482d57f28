import { foldName } from './fold-name.ts';
import type { Config } from './to-config.ts';

/** True for a status name by which LAPOR! says that an institution gave a report back: *bukan wewenang*. */
export function isReturnedStatus({ returned }: Config['maps']['statuses'], nationalName: string): boolean {
  return returned.includes(foldName(nationalName));
}
