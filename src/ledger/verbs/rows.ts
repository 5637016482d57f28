import type { Case, Message } from '../case.ts';
import type { Delivery, DeliveryBody } from '../delivery.ts';

/** Columns of `cases` under the names of `Case`; `c` is the table's alias. */
export const CASE_COLUMNS = `c.id, c.route, c.local_id as "localId", c.national_id as "nationalId", c.ticket, c.kind,
  c.anonymous, c.secret, c.category, c.institution, c.local_fingerprint as "localFingerprint",
  c.content_fingerprint as "contentFingerprint", c.local_status as "localStatus", c.listed_wording as "listedWording",
  c.national_fingerprint as "nationalFingerprint", c.national_status as "nationalStatus",
  c.bridge_status as "bridgeStatus", c.national_institution as "nationalInstitution",
  c.returned_at as "returnedAt",
  c.national_log_size as "nationalLogSize", c.national_log_at as "nationalLogAt",
  c.national_older_since as "nationalOlderSince",
  c.written_national_id as "writtenNationalId", c.written_status as "writtenStatus",
  c.written_bridge_status as "writtenBridgeStatus", c.created_at as "createdAt", c.first_seen_at as "firstSeenAt",
  c.filed_at as "filedAt", c.national_changed_at as "nationalChangedAt", c.polled_at as "polledAt",
  c.next_poll_at as "nextPollAt", c.answers_read_at as "answersReadAt", c.closed_at as "closedAt", c.due_at as "dueAt",
  c.deleted_at as "deletedAt", c.hold, c.national_unread as "nationalUnread"`;

export type CaseColumns = Omit<Case, 'anonymous' | 'secret' | 'hold' | 'nationalUnread'> & {
  readonly anonymous: number;
  readonly secret: number;
  readonly hold: number;
  readonly nationalUnread: number;
};

export function toCase(row: CaseColumns): Case {
  const { anonymous, secret, hold, nationalUnread } = row;
  return {
    ...row,
    anonymous: anonymous === 1,
    secret: secret === 1,
    hold: hold === 1,
    nationalUnread: nationalUnread === 1,
  };
}

/** Columns of `delivery` under the names of `Delivery`; `d` is the table's alias. */
export const DELIVERY_COLUMNS = `d.id, d.case_id as "caseId", d.side, d.kind, d.key, d.message_id as "messageId", d.state,
  d.held_from as "heldFrom", d.reason, d.reason_before as "reasonBefore", d.attempts, d.due_at as "dueAt", d.created_at as "createdAt",
  d.begun_at as "begunAt", d.ended_at as "endedAt", d.absences, d.last_absence_at as "lastAbsenceAt",
  d.peer_id as "peerId", d.body`;

export type DeliveryColumns = Omit<Delivery, 'body'> & { readonly body: string };

export function toDelivery(row: DeliveryColumns): Delivery {
  return { ...row, body: JSON.parse(row.body) as DeliveryBody };
}

/** Columns of `message` under the names of `Message`; `m` is the table's alias. */
export const MESSAGE_COLUMNS = `m.id, m.case_id as "caseId", m.origin, m.author, m.institution, m.local_id as "localId",
  m.national_id as "nationalId", m.internal, m.fingerprint, m.created_at as "createdAt", m.seen_at as "seenAt"`;

export type MessageColumns = Omit<Message, 'internal'> & { readonly internal: number };

export function toMessage(row: MessageColumns): Message {
  return { ...row, internal: row.internal === 1 };
}
