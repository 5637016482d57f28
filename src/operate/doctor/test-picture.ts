import type { OutgoingFile } from '../../national/national-system.ts';

/** One grey pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

/** The smallest picture that is one. */
export const TEST_PICTURE: OutgoingFile = {
  bytes: Buffer.from(PNG, 'base64'),
  fileName: 'uji.png',
  mimeType: 'image/png',
};
