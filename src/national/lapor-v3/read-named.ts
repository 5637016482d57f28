import * as z from 'zod';
import { IdWire } from './id-wire.ts';
import { WireText } from './text-wire.ts';

/** An institution or a status, as far as it is named. */
export interface Named {
  readonly id: string | null;
  readonly name: string | null;
}

const OptionalId = IdWire.nullable().catch(null);
const Nested = z.object({ id: OptionalId, name: WireText });
const ById = z.union([Nested, OptionalId.transform((id): Named => ({ id, name: null }))]);
const ByName = z.union([Nested, WireText.transform((name): Named => ({ id: null, name }))]);

/**
 * Reads what `key` names, wherever it stands: flat (`…_name`, `…_id`), nested under its own name or nested under `…_id`
 * (contract page, E6). The first place and the first source that tell something count.
 */
export function readNamed(sources: readonly Readonly<Record<string, unknown>>[], key: string): Named {
  const places = sources.flatMap((source) => [
    ByName.parse(source[`${key}_name`]),
    ByName.parse(source[key]),
    ById.parse(source[`${key}_id`]),
  ]);
  return {
    id: places.find(({ id }) => id !== null)?.id ?? null,
    name: places.find(({ name }) => name !== null)?.name ?? null,
  };
}
