import * as z from 'zod';
import { lineText } from './line-text.ts';

/** RFC 9110, section 5.6.2: token. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

export const headerName = z.string().regex(HEADER_NAME, 'must be an HTTP header name');

/** HTTP headers that go with every request. Values are secrets. */
export const headerRecord = z.record(z.string(), lineText).superRefine(
  (headers, context) => {
    for (const name of Object.keys(headers)) {
      if (!HEADER_NAME.test(name))
        context.addIssue({ code: 'custom', path: [name], message: 'is not an HTTP header name' });
    }
  },
  { when: ({ value }) => typeof value === 'object' && value !== null },
);
