import type { Alarm, AlarmKind } from './alarm.ts';
import type { Side } from './delivery.ts';
import type { LedgerGap } from './gap.ts';
import { institutionVerbs } from './institution-verbs.ts';
import type { ListedFacts, ListedNews, ListedRow } from './listed-news.ts';
import type { LocalFacts, LocalNews, LocalRow } from './local-news.ts';
import { lookingVerbs } from './looking-verbs.ts';
import type { NationalFacts, NationalNews, NationalReading } from './national-news.ts';
import { noticeVerbs } from './notice-verbs.ts';
import { operatorVerbs } from './operator-verbs.ts';
import type { CaseFacts, OwedAction } from './owed.ts';
import type { ProbeVerdict } from './probe.ts';
import { reconcileVerbs } from './reconcile-verbs.ts';
import type { Settlement } from './settlement.ts';
import type { SideHealth } from './side.ts';
import type { Store } from './store.ts';
import { twinVerbs } from './twin-verbs.ts';
import { clearAlarms, raiseAlarm, reviewAlarms } from './verbs/alarms.ts';
import type { Intent } from './verbs/begin-delivery.ts';
import { beginDelivery } from './verbs/begin-delivery.ts';
import { type Beginning, beginLedger, noteAnchored } from './verbs/begin-ledger.ts';
import { stoppedSides } from './verbs/brake-on.ts';
import { casesToPoll, noteFailedRead, openCasesToPoll, postponePoll } from './verbs/cases-to-poll.ts';
import { beginComparison, noteCompared, readComparison } from './verbs/comparison.ts';
import { doubtfulDeliveries, dueDeliveries } from './verbs/due-deliveries.ts';
import { ledgerGap, openGap } from './verbs/ledger-gap.ts';
import { readCursor, sendingIds } from './verbs/overview.ts';
import type { Vault } from './verbs/payload.ts';
import { countToFile, countToMake, type PlanOptions, planOwed } from './verbs/plan-owed.ts';
import { dismissRejected, quarantinedBefore } from './verbs/quarantine.ts';
import { readSide, writeSide } from './verbs/read-side.ts';
import type { ListPageInput } from './verbs/record-list-page.ts';
import { recordListPage } from './verbs/record-list-page.ts';
import type { LocalPageInput } from './verbs/record-local-page.ts';
import { recordLocalPage } from './verbs/record-local-page.ts';
import type { NationalInput } from './verbs/record-national.ts';
import { recordNational } from './verbs/record-national.ts';
import { recoverRolledBack } from './verbs/recover-rolled-back.ts';
import { postponeDelivery, recoverSending, setAside, settleDelivery, settleFound } from './verbs/settle-delivery.ts';
import { countDoubtsAnew, resendUnknown, settleDoubt } from './verbs/settle-doubt.ts';
import { knownNumbers, noteLookUp, readLookUp, unsettledCreates } from './verbs/unsettled-creates.ts';
import type { Said } from './verbs/with-word.ts';

/** Far more than SQLite lets it grow to while nobody else reads. */
const WAL_TRIM_BYTES = 64 * 1024 * 1024;

/**
 * The ledger: what the bridge knows and owes. Every verb is one transaction, durable when its promise resolves; no
 * transaction is reachable from outside, so none can stay open across a request.
 */
export type Ledger = ReturnType<typeof createLedger>;

export function createLedger(store: Store, vault: Vault) {
  return {
    ...beginnings(store, vault),
    close: () => store.close(),

    recordLocalPage: (page: LocalPageInput, decide: (row: LocalRow, facts: LocalFacts) => readonly LocalNews[]) =>
      store.write(() => recordLocalPage(vault, page, decide)),
    ...comparisonVerbs(store),
    ...reconcileVerbs(store),
    readCursor: (stream: Side = 'local') => store.read(() => readCursor(stream)),
    recordListPage: (page: ListPageInput, decide: (row: ListedRow, facts: ListedFacts) => readonly ListedNews[]) =>
      store.write(() => recordListPage(vault, page, decide)),
    casesToPoll: (query: Parameters<typeof casesToPoll>[0]) => store.read(() => casesToPoll(query)),
    openCasesToPoll: (query: Parameters<typeof openCasesToPoll>[0]) => store.read(() => openCasesToPoll(query)),
    postponePoll: (caseId: number, at: number, nextPollAt: number) =>
      store.write(() => postponePoll(caseId, at, nextPollAt)),
    noteFailedRead: (failed: Parameters<typeof noteFailedRead>[0]) => store.write(() => noteFailedRead(failed)),
    recordNational: (
      input: NationalInput,
      decide: (reading: NationalReading, facts: NationalFacts) => readonly NationalNews[],
    ) => store.write(() => recordNational(vault, input, decide)),

    countToFile: () => store.read(() => countToFile()),
    countToMake: () => store.read(() => countToMake()),
    planOwed: (
      side: Side,
      { withReports = false, ...options }: Omit<PlanOptions, 'withReports'> & { readonly withReports?: boolean },
      decide: (facts: CaseFacts) => readonly OwedAction[],
    ) => store.write(() => planOwed(side, withReports ? { ...options, withReports: vault } : options, decide)),
    dueDeliveries: (query: Parameters<typeof dueDeliveries>[1]) => store.read(() => dueDeliveries(vault, query)),
    beginDelivery: (intent: Intent) => store.write(() => beginDelivery(intent)),
    settleDelivery: (id: number, settlement: Settlement, at: number) =>
      store.write(() => settleDelivery(id, settlement, at)),
    settleFound: (id: number, peerId: string, at: number) => store.write(() => settleFound(id, peerId, at)),
    setAside: (id: number, how: Parameters<typeof setAside>[1]) => store.write(() => setAside(id, how)),
    postponeDelivery: (id: number, dueAt: number) => store.write(() => postponeDelivery(id, dueAt)),
    ...doubtVerbs(store, vault),
    /** Marks as doubt whatever was being sent when an earlier process ended. */
    recover: async (at: number) => {
      const ids = await store.read(() => sendingIds());
      return ids.length === 0 ? 0 : store.write(() => recoverSending(at, ids));
    },

    readSide: (name: Side) => store.read(() => readSide(name)),
    writeSide: (side: SideHealth, at: number) => store.write(() => writeSide(side, at)),
    raiseAlarm: (alarm: Omit<Alarm, 'key' | 'raisedAt'> & { readonly at: number }) =>
      store.write(() => raiseAlarm(alarm)),
    clearAlarms: (kinds: readonly AlarmKind[], at: number) => store.write(() => clearAlarms(kinds, at)),
    /** Empties the write-ahead log where it has grown, too. */
    reviewAlarms: async (at: number, knowsStatus: (name: string) => boolean) => {
      const walBytes = await store.trimLog(WAL_TRIM_BYTES);
      await store.write(() => reviewAlarms(at, { knowsStatus, walBytes }));
    },
    /** The sides that a brake keeps from being written to. */
    stoppedSides: () => store.read(() => stoppedSides()),
    quarantinedBefore: (side: Side, query: Parameters<typeof quarantinedBefore>[1]) =>
      store.read(() => quarantinedBefore(side, query)),
    dismissRejected: (side: Side, key: string) => store.write(() => dismissRejected(side, key)),

    ...institutionVerbs(store),
    ...lookingVerbs(store, vault),
    ...operatorVerbs(store, vault),
    /** The same, with who decides and why in the history. */
    operatedBy: (said: Said) => operatorVerbs(store, vault, said),
    ...noticeVerbs(store),
    ...twinVerbs(store, vault),
  };
}

/** What becomes of what is in doubt. */
function doubtVerbs(store: Store, vault: Vault) {
  return {
    doubtfulDeliveries: (query: Parameters<typeof doubtfulDeliveries>[1]) =>
      store.read(() => doubtfulDeliveries(vault, query)),
    settleDoubt: (id: number, verdict: ProbeVerdict, beganAt: number) =>
      store.write(() => settleDoubt(id, verdict, beganAt)),
    unsettledCreates: () => store.read(() => unsettledCreates()),
    knownNumbers: (numbers: readonly string[]) => store.read(() => knownNumbers(numbers)),
    readLookUp: () => store.read(() => readLookUp()),
    noteLookUp: (at: number) => store.write(() => noteLookUp(at)),
    countDoubtsAnew: (at: number, resends: boolean) => store.write(() => countDoubtsAnew(at, resends)),
    resendUnknown: (at: number, afterMs: number) => store.write(() => resendUnknown(at, afterMs)),
  };
}

/** The comparison of every row of the local side. */
function comparisonVerbs(store: Store) {
  return {
    readComparison: () => store.read(() => readComparison()),
    beginComparison: (at: number, afterMs: number) => store.write(() => beginComparison(at, afterMs)),
    noteCompared: (nextPage: number | null, at: number) => store.write(() => noteCompared(nextPage, at)),
  };
}

/** Which ledger this is, and what an earlier one did that it may not know. */
function beginnings(store: Store, vault: Vault) {
  return {
    /** Aborted once nothing more can be read or written: then nothing more may be sent either. */
    failed: store.failed,
    begin: (beginning: Beginning) => store.write(() => beginLedger(vault, beginning)),
    noteAnchored: () => store.write(() => noteAnchored()),
    recoverRolledBack: (at: number) => store.write(() => recoverRolledBack(at)),
    readGap: () => store.read(() => ledgerGap()),
    openGap: (kind: LedgerGap['kind'], at: number) => store.write(() => openGap(kind, at)),
  };
}
