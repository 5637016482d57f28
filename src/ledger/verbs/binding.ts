import { seal, unseal } from '../seal.ts';
import type { Verb } from '../verb.ts';
import { one, run } from '../verb.ts';
import type { Vault } from './payload.ts';

/** What a ledger belongs to: a ledger of one city or of the sandbox must never serve another. */
export interface Binding {
  readonly site: string;
  readonly environment: string;
}

/** As it stands in the ledger and in its anchor. */
export function bindingText({ site, environment }: Binding): string {
  return `${site}/${environment}`;
}

const KEY_CHECK = Buffer.from('jembatan');

/** Binds a new ledger, or says why an old one does not belong to this configuration; `null` means it does. */
export function* checkBinding(vault: Vault, binding: Binding): Verb<'binding' | 'key' | null> {
  const wanted = bindingText(binding);
  const bound = yield* one<{ value: string }>(`select value from meta where name = 'binding'`);
  if (bound === undefined) {
    const check = Buffer.from(seal(vault.masterKey, vault.randomBytes(12), KEY_CHECK)).toString('base64');
    yield* run(`insert into meta (name, value) values ('binding', :wanted), ('key-check', :check)`, { wanted, check });
    return null;
  }
  if (bound.value !== wanted) return 'binding';
  const check = yield* one<{ value: string }>(`select value from meta where name = 'key-check'`);
  const opened = check === undefined ? null : unseal(vault.masterKey, Buffer.from(check.value, 'base64'));
  return opened === null ? 'key' : null;
}
