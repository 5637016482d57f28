import type { Report } from '../../report/report.ts';
import { seal, unseal } from '../seal.ts';
import type { Verb } from '../verb.ts';
import { one, run } from '../verb.ts';

/** What sealing needs: the master key (32 bytes) and a source of randomness. */
export interface Vault {
  readonly masterKey: Uint8Array;
  readonly randomBytes: (size: number) => Uint8Array;
}

const NONCE_BYTES = 12;
const KEY_BYTES = 32;

/** Stores personal data of a case (`messageId` 0: the report itself) under the case's own key; erasing that key erases it. */
export function* putPayload(
  vault: Vault,
  where: { caseId: number; messageId: number; at: number },
  value: unknown,
): Verb<void> {
  const key = (yield* caseKey(vault, where.caseId)) ?? (yield* newCaseKey(vault, where.caseId));
  const sealed = seal(key, vault.randomBytes(NONCE_BYTES), Buffer.from(JSON.stringify(value)));
  yield* run(
    `insert into payload (case_id, message_id, sealed, written_at) values (:caseId, :messageId, :sealed, :at)
     on conflict (case_id, message_id) do update set sealed = excluded.sealed, written_at = excluded.written_at`,
    { ...where, sealed },
  );
}

/** Opens a payload; `null` where it was erased or is past its retention. Throws where the key is not the right one. */
export function* getPayload<T>(vault: Vault, where: { caseId: number; messageId: number }): Verb<T | null> {
  const row = yield* one<{ sealed: Uint8Array; wrapped: Uint8Array }>(
    `select p.sealed, k.wrapped from payload p join case_key k on k.case_id = p.case_id
     where p.case_id = :caseId and p.message_id = :messageId`,
    where,
  );
  if (row === undefined) return null;
  const key = unseal(vault.masterKey, row.wrapped);
  const plain = key === null ? null : unseal(key, row.sealed);
  if (plain === null) throw new WrongKeyError();
  return JSON.parse(Buffer.from(plain).toString('utf8')) as T;
}

/** What a report says; `null` where it is erased, or known only as LAPOR!'s list told it. */
export function* readReport(vault: Vault, caseId: number): Verb<Report | null> {
  const content = yield* getPayload<Partial<Report>>(vault, { caseId, messageId: 0 });
  return content !== null && 'localId' in content ? (content as Report) : null;
}

/** The master key does not open what this ledger holds. */
export class WrongKeyError extends Error {
  override readonly name = 'WrongKeyError';
}

function* caseKey(vault: Vault, caseId: number): Verb<Uint8Array | null> {
  const row = yield* one<{ wrapped: Uint8Array }>('select wrapped from case_key where case_id = :caseId', { caseId });
  if (row === undefined) return null;
  const key = unseal(vault.masterKey, row.wrapped);
  if (key === null) throw new WrongKeyError();
  return key;
}

function* newCaseKey(vault: Vault, caseId: number): Verb<Uint8Array> {
  const key = vault.randomBytes(KEY_BYTES);
  const wrapped = seal(vault.masterKey, vault.randomBytes(NONCE_BYTES), key);
  yield* run('insert into case_key (case_id, wrapped) values (:caseId, :wrapped)', { caseId, wrapped });
  return key;
}
