import type { Store } from './store.ts';
import { dropOldTwinKeys } from './verbs/find-twins.ts';
import { unlinkTwin } from './verbs/link-twin.ts';
import type { Vault } from './verbs/payload.ts';
import { readTwins } from './verbs/read-twins.ts';
import { letTwinsGo } from './verbs/twins.ts';

/** What becomes of reports that were filed on both sides. */
export function twinVerbs(store: Store, vault: Vault) {
  return {
    readTwins: () => store.read(() => readTwins()),
    /** Lets go what waited its time, and forgets by what old reports could be found. Gives the number of pairs let go. */
    letTwinsGo: (at: number) =>
      store.write(function* () {
        yield* dropOldTwinKeys(at);
        return yield* letTwinsGo(vault, at);
      }),
    unlinkTwin: (id: string, at: number) => store.write(() => unlinkTwin(vault, id, at)),
  };
}
