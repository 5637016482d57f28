import { foldName } from '../../config/fold-name.ts';
import type { Read } from '../../http/outcome.ts';
import type { Open311Client } from './open311-client.ts';
import { ServiceRow } from './open311-wire.ts';

/** What the rest is filed under, in the words that servers use. */
const OTHER = /\b(?:lain|lainnya|other|misc|miscellaneous)\b/i;

/** Finds the code of the service that a category names, by code or name, or of the one for the rest; `null`: there is neither. */
export function createServices({ get }: Pick<Open311Client, 'get'>) {
  let services: readonly ServiceRow[] | null = null;
  return async (category: string | null, stop: AbortSignal): Promise<Read<string | null>> => {
    if (services === null) {
      const read = await get({ path: '/services.json', list: 'services', schema: ServiceRow }, stop);
      if (!read.ok) return read;
      services = [...read.value.rows.values()];
    }
    const wanted = foldName(category ?? '');
    const named = services.find(({ service_code: code, service_name: name }) => {
      return foldName(code) === wanted || foldName(name ?? '') === wanted;
    });
    const other = services.find(({ service_code: code, service_name: name }) => OTHER.test(name ?? code));
    return { ok: true, value: (named ?? other)?.service_code ?? null };
  };
}
