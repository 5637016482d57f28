import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Confirmed } from '../ledger/verbs/confirm.ts';
import type { Said } from '../ledger/verbs/with-word.ts';
import { formatLocalTime } from '../report/format-time.ts';
import type { Phrase } from './say.ts';

/** What a person decides about what waits. Ids are what he has in hand: a local id, a ticket number or a number at LAPOR!. */
export type Act =
  | {
      readonly type: 'resolve';
      readonly id: string;
      /** One delivery of it alone, by its key. */
      readonly only?: string | undefined;
      /** Its number at LAPOR!; `null`: it is not there. */
      readonly tracking: string | null;
      /** Although what was sent may still turn up. */
      readonly force: boolean;
    }
  | { readonly type: 'retry' | 'hold' | 'release' | 'confirm-one'; readonly id: string }
  | { readonly type: 'confirm' }
  | { readonly type: 'link' | 'not-a-twin'; readonly id: string; readonly tracking: string }
  | {
      readonly type: 'acknowledge';
      readonly id: string;
      readonly owner: string;
      readonly note: string | null;
      readonly until: number;
    };

/** What came of it, to be said in any language. */
export interface Performed {
  readonly ok: boolean;
  readonly phrase: Phrase;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Acting {
  readonly ledger: Ledger;
  readonly config: Config;
  readonly clock: Pick<Clock, 'now'>;
  /** Who decides, and why, for the history. */
  readonly said?: Said;
}

/** Does what a person decided: the one way in, for every command and for the page. */
export async function performAct({ ledger, config, clock, said }: Acting, act: Act): Promise<Performed> {
  const at = clock.now();
  const operator = said === undefined ? ledger : ledger.operatedBy(said);
  switch (act.type) {
    case 'resolve': {
      const settleMs = act.force ? 0 : config.policy.settleMs;
      const minutes = Math.ceil(settleMs / 60_000);
      const operated = await operator.resolve({ id: act.id, key: act.only, settleMs }, act.tracking, at);
      return told(operated, 'done.resolve', { id: act.id, tracking: act.tracking ?? '', minutes });
    }
    case 'retry':
    case 'hold':
    case 'release':
      return told(await operator[act.type](act.id, at), `done.${act.type}`, { id: act.id });
    case 'confirm-one':
      return told(await operator.confirmOne(act.id, at), 'done.confirm-one', { id: act.id });
    case 'confirm': {
      const { deliveries: count, brakes } = await operator.confirm(at);
      return { ok: true, phrase: 'done.confirm', values: { count, brakes } };
    }
    case 'link':
    case 'not-a-twin': {
      const ids = { local: act.id, nationalId: act.tracking };
      const operated = act.type === 'link' ? operator.linkTwin(ids, at) : operator.rejectTwin(ids, at);
      return told(await operated, `done.${act.type}`, { id: act.id, tracking: act.tracking });
    }
    case 'acknowledge': {
      const { id, owner, note, until } = act;
      const count = await ledger.acknowledge({ id, owner, note, until, at });
      const values = { id, owner, until: formatLocalTime(until, config.timezone).slice(0, 16), count };
      return { ok: count > 0, phrase: count > 0 ? 'acknowledge.done' : 'acknowledge.none', values };
    }
  }
}

function told(operated: Confirmed, done: Phrase, values: Performed['values']): Performed {
  if (operated.ok) return { ok: true, phrase: done, values: { ...values, count: operated.count } };
  return { ok: false, phrase: `refusal.${operated.refusal}`, values };
}
