import { type Buffer, isUtf8 } from 'node:buffer';
import { readLatin1 } from './double-encoding.ts';

/** One value of a row as the driver hands it over. */
export interface SqlField {
  readonly type: string;
  buffer(): Buffer | null;
}

/**
 * Every value as text, as the server wrote it: no number is rounded and no time moved. A TIMESTAMP gets the offset of the
 * session (`+07:00`), in which the server writes it; a DATETIME has none. BIT becomes its number. Bytes of a column
 * without a character set are UTF-8 where they can be, else latin1.
 */
export function castValue({ type, buffer }: SqlField, offset: string): string | null {
  const bytes = buffer();
  if (bytes === null) return null;
  if (type === 'BIT') return BigInt(`0x0${bytes.toString('hex')}`).toString();
  const text = isUtf8(bytes) ? bytes.toString('utf8') : readLatin1(bytes);
  return type === 'TIMESTAMP' ? text + offset : text;
}
