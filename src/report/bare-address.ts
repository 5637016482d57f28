import type { Attachment } from './report.ts';

/** A file's address without its query, which applications sign anew at every reading. */
export function bareAddress({ url }: Pick<Attachment, 'url'>): string {
  return url.replace(/[?#][\s\S]*$/, '');
}
