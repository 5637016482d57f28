import { foldName } from '../config/fold-name.ts';
import { localRanks } from '../config/local-ranks.ts';
import type { Config } from '../config/to-config.ts';
import type { Case } from '../ledger/case.ts';
import type { Delivery, DeliveryBody, NewDelivery } from '../ledger/delivery.ts';
import { caseMayLieInGap, messageMayLieInGap } from '../ledger/gap.ts';
import type { CaseFacts, OwedAction } from '../ledger/owed.ts';
import type { BridgeStatus } from '../report/status.ts';
import { STATUS_RANK } from '../report/status-rank.ts';

/**
 * What is owed to the local side for one case: the report itself where it was born at LAPOR! and is not here yet; then a
 * write-back where number or status differ from what was last written, and every national answer that is not there yet.
 * A write-back not sent yet takes the newest values. What a ledger since lost may have written is looked up first, or
 * seen in the row itself.
 */
export function decideOwedLocal(
  facts: CaseFacts,
  config: Config,
  { guarded }: { readonly guarded: boolean },
): readonly OwedAction[] {
  const { localId, nationalId, deletedAt } = facts.case;
  if (nationalId === null || deletedAt !== null) return [];
  if (localId === null) return report(facts, guarded);
  return [...writeBack(facts, nationalId, config), ...responses(facts)];
}

function report(facts: CaseFacts, guarded: boolean): readonly OwedAction[] {
  if (facts.deliveries.some((delivery) => delivery.kind === 'report')) return [];
  const start = startState(facts, caseMayLieInGap(facts.gap, facts.case));
  const isTwin = facts.twin === true && start.state === 'ready';
  const held = isTwin
    ? ({ state: 'held', reason: 'twin' } as const)
    : guarded && start.state === 'ready'
      ? ({ state: 'held', reason: 'guard' } as const)
      : start;
  return [
    { type: 'owe', delivery: { side: 'local', kind: 'report', key: 'report', messageId: null, ...held, body: {} } },
  ];
}

function writeBack(facts: CaseFacts, nationalId: string, config: Config): readonly OwedAction[] {
  const owner = facts.case;
  if (owner.nationalUnread) return [];
  const writeBacks = writeBacksIn(facts.deliveries);
  // One on its way or in doubt is settled first; the case comes up again then.
  if (writeBacks.some((delivery) => delivery.state === 'sending' || delivery.state === 'doubt')) return [];
  const body: DeliveryBody = {
    nationalId,
    nationalStatus: owner.nationalStatus,
    bridgeStatus: owner.bridgeStatus,
    localStatus: localStatusFor(owner, config.maps.statuses.local),
  };
  const open = writeBacks.find((delivery) => delivery.state !== 'done');
  if (open !== undefined) {
    const same = JSON.stringify(open.body) === JSON.stringify(body);
    return same ? [] : [{ type: 'replace', deliveryId: open.id, delivery: writeBackDelivery(facts, open.key, body) }];
  }
  if (isWritten(owner)) return [];
  if (shownNumber(facts)) {
    // Before the first reading of the nation there is nothing to add to the number.
    if (body.nationalStatus === null) return [];
    if (body.nationalStatus === owner.writtenStatus && body.localStatus === null) return [{ type: 'shown', body }];
  }
  const key = `write-back:${writeBacks.length + 1}`;
  return [{ type: 'owe', delivery: writeBackDelivery(facts, key, body) }];
}

function isWritten(owner: Case): boolean {
  return (
    owner.writtenNationalId === owner.nationalId &&
    owner.writtenStatus === owner.nationalStatus &&
    owner.writtenBridgeStatus === owner.bridgeStatus
  );
}

/** What the row showed when it was read after the gap; this ledger wrote nothing there yet. */
function shownNumber({ case: owner, gap, deliveries }: CaseFacts): boolean {
  return (
    caseMayLieInGap(gap, owner) && writeBacksIn(deliveries).length === 0 && owner.writtenNationalId === owner.nationalId
  );
}

function writeBacksIn(deliveries: readonly Delivery[]): readonly Delivery[] {
  return deliveries.filter((delivery) => delivery.kind === 'write-back');
}

/**
 * The status to set locally, or `null` to leave it. The nation's step counts when it moved since it was last written;
 * it never sets a report back that the OPD took further, unless LAPOR! reopened it.
 */
export function localStatusFor(owner: Case, names: Readonly<Record<BridgeStatus, string>>): string | null {
  const { bridgeStatus, writtenBridgeStatus } = owner;
  if (bridgeStatus === null || bridgeStatus === writtenBridgeStatus) return null;
  const name = names[bridgeStatus];
  if (name === 'ignore' || foldName(name) === foldName(owner.localStatus ?? '')) return null;
  const reopened = writtenBridgeStatus !== null && STATUS_RANK[bridgeStatus] < STATUS_RANK[writtenBridgeStatus];
  const here = localRanks(owner.localStatus, names);
  const aheadHere = here.length > 0 && Math.max(...here) > STATUS_RANK[bridgeStatus];
  return aheadHere && !reopened ? null : name;
}

function writeBackDelivery(facts: CaseFacts, key: string, body: DeliveryBody): NewDelivery {
  return { side: 'local', kind: 'write-back', key, messageId: null, ...startState(facts, mayBeWritten(facts)), body };
}

function responses(facts: CaseFacts): readonly OwedAction[] {
  const owed = new Set(facts.deliveries.map((delivery: Delivery) => delivery.key));
  return facts.messages
    .filter((message) => message.origin === 'national' && message.localId === null && message.nationalId !== null)
    .map((message): NewDelivery => {
      const key = `response:${message.nationalId}`;
      const start = startState(facts, !facts.filedHere && messageMayLieInGap(facts.gap, message));
      return { side: 'local', kind: 'response', key, messageId: message.id, ...start, body: {} };
    })
    .filter((delivery) => !owed.has(delivery.key))
    .map((delivery) => ({ type: 'owe', delivery }));
}

/** A rolled-back ledger does not know what stands in the row, until it read or wrote a number there since. */
function mayBeWritten({ case: owner, gap, filedHere }: CaseFacts): boolean {
  if (gap?.kind !== 'rolled-back' || filedHere || owner.writtenNationalId === owner.nationalId) return false;
  return caseMayLieInGap(gap, owner);
}

function startState({ case: owner }: CaseFacts, mayBeThere: boolean): Pick<NewDelivery, 'state' | 'reason'> {
  if (mayBeThere) return { state: 'doubt', reason: 'ledger-lost' };
  return owner.hold ? { state: 'held', reason: 'operator' } : { state: 'ready', reason: null };
}
