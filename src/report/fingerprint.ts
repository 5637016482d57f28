import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from './canonical-json.ts';

/** SHA-256 of the canonical JSON, 64 hexadecimal digits: equal for equal content, whatever the order of keys. */
export function fingerprint(value: JsonValue): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
