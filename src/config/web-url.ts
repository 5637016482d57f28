import * as z from 'zod';

/** An http or https URL, kept as it was written. */
export const webUrl = z.string().refine((text) => parseWebUrl(text) !== null, 'must be an http:// or https:// URL');

/**
 * A URL that paths are appended to. User and password are refused because a URL is shown where a header never is; a
 * query or fragment because nothing could follow it.
 */
export const baseUrl = webUrl.superRefine((text, context) => {
  const url = parseWebUrl(text);
  if (url === null) return;
  if (url.username !== '' || url.password !== '') context.addIssue('must not hold a user or password; use headers');
  if (url.search !== '' || url.hash !== '') context.addIssue('must not have a query or fragment');
});

function parseWebUrl(text: string): URL | null {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return null;
  return new URL(text);
}
