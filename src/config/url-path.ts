import { lineText } from './line-text.ts';

/** A path that is appended to a base URL. */
export const urlPath = lineText.startsWith('/', 'must start with /');
