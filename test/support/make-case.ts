import type { Case, Message } from '../../src/ledger/case.ts';
import type { Delivery } from '../../src/ledger/delivery.ts';
import { MONDAY_MS } from './fake-clock.ts';

/** A case of a report that was seen and goes nowhere yet. */
export function makeCase(given: Partial<Case> = {}): Case {
  return {
    id: 1,
    route: 'file',
    localId: '1042',
    nationalId: null,
    ticket: 'RBG-2026-001042',
    kind: 'pengaduan',
    anonymous: false,
    secret: false,
    category: 'Infrastruktur jalan',
    institution: 'DPUPR',
    localFingerprint: null,
    contentFingerprint: null,
    localStatus: 'menunggu',
    listedWording: null,
    nationalFingerprint: null,
    nationalStatus: null,
    bridgeStatus: null,
    nationalInstitution: null,
    returnedAt: null,
    nationalLogSize: 0,
    nationalLogAt: null,
    nationalOlderSince: null,
    nationalUnread: false,
    writtenNationalId: null,
    writtenStatus: null,
    writtenBridgeStatus: null,
    createdAt: MONDAY_MS,
    firstSeenAt: MONDAY_MS,
    filedAt: null,
    nationalChangedAt: null,
    polledAt: 0,
    nextPollAt: null,
    answersReadAt: null,
    closedAt: null,
    dueAt: null,
    deletedAt: null,
    hold: false,
    ...given,
  };
}

/** An answer of a city department, known to the ledger. */
export function makeMessage(given: Partial<Message> = {}): Message {
  return {
    id: 1,
    caseId: 1,
    origin: 'local',
    author: 'institution',
    institution: 'DPUPR',
    localId: '9',
    nationalId: null,
    internal: false,
    fingerprint: '',
    createdAt: MONDAY_MS,
    seenAt: MONDAY_MS,
    ...given,
  };
}

/** The create of a case, ready and never tried. */
export function makeDelivery(given: Partial<Delivery> = {}): Delivery {
  return {
    id: 1,
    caseId: 1,
    side: 'national',
    kind: 'create',
    key: 'create',
    messageId: null,
    state: 'ready',
    heldFrom: null,
    reason: null,
    reasonBefore: null,
    attempts: 0,
    dueAt: MONDAY_MS,
    createdAt: MONDAY_MS,
    begunAt: null,
    endedAt: null,
    absences: 0,
    lastAbsenceAt: null,
    peerId: null,
    body: {},
    ...given,
  };
}
