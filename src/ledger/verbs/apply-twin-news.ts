import type { NationalListed } from '../../national/national-system.ts';
import { isMorePrivate, joinPrivacy } from '../../report/privacy.ts';
import type { ListedNews } from '../listed-news.ts';
import { mayHaveArrived } from '../may-have-arrived.ts';
import type { Adopted, TwinNote } from '../twin.ts';
import type { Verb } from '../verb.ts';
import { run } from '../verb.ts';
import { raiseAlarm } from './alarms.ts';
import type { Actor } from './append-history.ts';
import { appendHistory } from './append-history.ts';
import { bindNumber } from './bind-number.ts';
import { findCase } from './find-case.ts';
import type { Vault } from './payload.ts';
import { completeDelivery } from './settle-delivery.ts';
import { keepBack, letGo, makingOf, noteTwin, twinsOf } from './twins.ts';

type TwinNews = Extract<ListedNews, { type: 'link-twin' | 'ask-twin' | 'twin-of' }>;

/** Applies what a row of LAPOR!'s list says of its twins here. */
export function* applyTwinNews(
  vault: Vault,
  { listed, at }: { readonly listed: NationalListed; readonly at: number },
  news: TwinNews,
): Verb<void> {
  const nationalId = listed.id;
  if (news.type === 'link-twin') {
    const { caseId, note, adopted } = news;
    return yield* bindTwin(vault, { caseId, nationalId, listed, adopted, note, at, actor: 'bridge' });
  }
  if (news.type === 'twin-of') {
    const { caseId, state, note } = news;
    yield* noteTwin(vault, { caseId, nationalId, state, note, at });
    return state === 'linked' ? yield* tellLinked(caseId, nationalId, at) : undefined;
  }
  const { caseIds, notes, adopted } = news;
  for (const [index, caseId] of caseIds.entries()) {
    const note = notes[index] ?? null;
    yield* noteTwin(vault, { caseId, nationalId, state: 'proposed', note, at, listed, adopted, apart: true });
    if ((yield* makingOf(caseId, 'create')) !== null) yield* keepBack(caseId, 'create', at);
  }
}

export interface TwinBinding {
  readonly caseId: number;
  readonly nationalId: string;
  /** What LAPOR! told of it, so that the link can be undone; `null` where nobody read it. */
  readonly listed: NationalListed | null;
  readonly adopted: Adopted | null;
  readonly note: TwinNote | null;
  readonly at: number;
  readonly actor: Actor;
}

/** The local report has this number from now on: it is there, whoever filed it. Nothing may be sending it. */
export function* bindTwin(vault: Vault, binding: TwinBinding): Verb<void> {
  const { caseId, nationalId, listed, adopted, note, at, actor } = binding;
  yield* noteTwin(vault, { caseId, nationalId, state: 'linked', note, at, actor, listed, adopted });
  if ((yield* makingOf(caseId, 'create')) === null) yield* keepBack(caseId, 'create', at);
  const create = yield* makingOf(caseId, 'create');
  if (create !== null && create.state !== 'done') {
    const isOurs = mayHaveArrived(create);
    // What certainly did not arrive was somebody else's: as if it had never been tried.
    if (!isOurs) yield* run('update delivery set attempts = 0, begun_at = null where id = :id', { id: create.id });
    const known = isOurs ? create : { ...create, attempts: 0, begunAt: null };
    yield* completeDelivery(known, { event: actor === 'operator' ? 'resolve-found' : 'found', at, peerId: nationalId });
    if (!isOurs) yield* run('update cases set filed_at = null where id = :caseId', { caseId });
  } else yield* bindNumber(caseId, { nationalId, at, filed: false });
  if (listed !== null) yield* joinLevels(caseId, listed, at);
  yield* appendHistory({ at, caseId, deliveryId: null, event: 'linked', actor, data: { nationalId } });
  // What else it might have been waits no longer.
  for (const other of (yield* twinsOf(nationalId)).filter((twin) => twin.caseId !== caseId)) {
    yield* noteTwin(vault, { ...other, state: 'rejected', adopted: null, apart: false, note: null, at });
    yield* letGo(vault, other, { at, actor });
  }
}

/** The case takes the most private of both; LAPOR! cannot be told, so a person is where it shows more than the city does. */
function* joinLevels(caseId: number, { privacy }: NationalListed, at: number): Verb<void> {
  const owner = yield* findCase(caseId);
  if (owner === null) return;
  if (isMorePrivate(owner, privacy)) yield* raiseAlarm({ kind: 'privacy-raised', caseId, detail: null, at });
  if (!isMorePrivate(privacy, owner)) return;
  const level = joinPrivacy(privacy, owner);
  yield* run('update cases set anonymous = :anonymous, secret = :secret where id = :caseId', {
    caseId,
    anonymous: Number(level.anonymous),
    secret: Number(level.secret),
  });
  yield* appendHistory({ at, caseId, deliveryId: null, event: 'privacy-raised', actor: 'bridge', data: { ...level } });
}

/** Two reports stay where they are: a person sees to it that both are answered. */
export function* tellLinked(caseId: number, nationalId: string, at: number): Verb<void> {
  yield* raiseAlarm({ kind: 'twin', caseId, detail: nationalId, at });
}
