import type * as z from 'zod';

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text (in quotes if it looks like a number)',
  int: 'a whole number',
  number: 'a whole number',
  boolean: 'true or false',
  object: 'a section (key: value)',
  record: 'a section (key: value)',
  array: 'a list',
};

/** Plain words for what a schema found. Never repeats the value: it may be a secret. */
export function issueMessage(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is required' : `must be ${NOUNS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values)}`;
    case 'invalid_union':
      return Array.isArray(issue.options) ? `must be ${oneOf(issue.options)}` : undefined;
    case 'invalid_key':
      return issue.issues[0]?.message;
    case 'too_small':
      if (issue.origin === 'string') return 'must not be empty';
      return issue.origin === 'array' ? 'must not be an empty list' : `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    default:
      return undefined;
  }
}

function oneOf(options: readonly unknown[]): string {
  const listed = options.map((option) => (typeof option === 'string' ? `"${option}"` : String(option)));
  return listed.length === 1 ? listed.join('') : `one of ${listed.join(', ')}`;
}
