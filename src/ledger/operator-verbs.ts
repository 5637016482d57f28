import type { Store } from './store.ts';
import { confirmHeld, confirmOne } from './verbs/confirm.ts';
import { linkTwin, rejectTwin, type TwinIds } from './verbs/link-twin.ts';
import { holdCase, releaseCase, resolveCase, retryCase, type Which } from './verbs/operate.ts';
import { passOnCase } from './verbs/pass-on.ts';
import type { Vault } from './verbs/payload.ts';
import { type Said, withWord } from './verbs/with-word.ts';

/** What a person does, by a command or on the page; with `said`, who he is and why is in the history of the same moment. */
export function operatorVerbs(store: Store, vault: Vault, said: Said | null = null) {
  const word = (act: string, id: string | null, at: number) => ({ act, id, at });
  return {
    resolve: (which: Which, tracking: string | null, at: number) => {
      const id = typeof which === 'string' ? which : which.id;
      return store.write(() => withWord(() => resolveCase(which, tracking, at), word('resolve', id, at), said));
    },
    retry: (id: string, at: number) =>
      store.write(() => withWord(() => retryCase(id, at), word('retry', id, at), said)),
    hold: (id: string, at: number) => store.write(() => withWord(() => holdCase(id, at), word('hold', id, at), said)),
    release: (id: string, at: number) =>
      store.write(() => withWord(() => releaseCase(id, at), word('release', id, at), said)),
    passOn: (id: string, targetInstitutionId: number, at: number) =>
      store.write(() => withWord(() => passOnCase(id, targetInstitutionId, at), word('pass-on', id, at), said)),
    confirm: (at: number) => store.write(() => withWord(() => confirmHeld(at), word('confirm', null, at), said)),
    confirmOne: (id: string, at: number) =>
      store.write(() => withWord(() => confirmOne(id, at), word('confirm', id, at), said)),
    linkTwin: (ids: TwinIds, at: number) =>
      store.write(() => withWord(() => linkTwin(vault, ids, at), word('link', ids.local, at), said)),
    rejectTwin: (ids: TwinIds, at: number) =>
      store.write(() => withWord(() => rejectTwin(vault, ids, at), word('not-a-twin', ids.local, at), said)),
  };
}
