import type { FilePolicy } from '../../src/forward/prepare-files.ts';

/** What may leave the city in these tests: small pictures and documents, five at most. */
export const FILE_POLICY: FilePolicy = {
  types: ['jpg', 'png', 'pdf', 'doc', 'docx'],
  maxBytes: 100_000,
  maxFiles: 5,
  stripMetadata: true,
  anonymous: false,
  mayWait: false,
};
