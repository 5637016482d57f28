import * as z from 'zod';
import { section } from './section.ts';

const url = z.string().transform((text, context) => {
  if (/^postgres(ql)?:\/\/\S+$/.test(text) && URL.canParse(text)) return { kind: 'postgres' as const, url: text };
  const path = /^sqlite:(?!\/\/[^/])([^?#]+)$/.exec(text)?.[1];
  if (path !== undefined && path !== ':memory:') return { kind: 'sqlite' as const, path };
  context.addIssue('must be sqlite:<path of a file> or a postgres:// URL');
  return z.NEVER;
});

/** Where the ledger is kept. `sqlite://data/x` is refused because `data` would be read as a host. */
export const ledgerSection = section({ url: url.prefault('sqlite:../data/ledger.sqlite') }).transform(
  (ledger) => ledger.url,
);
