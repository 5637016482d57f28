import type { Verb } from '../verb.ts';
import { one, run } from '../verb.ts';

/** What the ledger says of itself under this name, `null` where it says nothing. */
export function* readMeta(name: string): Verb<string | null> {
  return (yield* one<{ value: string }>('select value from meta where name = :name', { name }))?.value ?? null;
}

export function* putMeta(name: string, value: string): Verb<void> {
  yield* run(
    'insert into meta (name, value) values (:name, :value) on conflict (name) do update set value = excluded.value',
    { name, value },
  );
}
