import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { issueMessage } from '../../src/config/issue-message.ts';

describe('issueMessage()', () => {
  it.each([
    [z.string(), undefined, 'is required'],
    [z.string(), 5, 'must be text (in quotes if it looks like a number)'],
    [z.date(), 5, 'must be date'],
    [z.literal(['a', 1]), 'b', 'must be one of "a", 1'],
    [z.literal('a'), 'b', 'must be "a"'],
    [z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') })]), { kind: 'b' }, 'must be "a"'],
    [z.record(z.string().min(2), z.string()), { a: 'b' }, 'must not be empty'],
    [z.string().min(1), '', 'must not be empty'],
    [z.array(z.string()).min(1), [], 'must not be an empty list'],
    [z.number().min(2), 1, 'must be at least 2'],
    [z.number().max(2), 3, 'must be at most 2'],
    [z.string().max(2), 'abc', 'must be at most 2 characters'],
    // What is not put into words of ours stays in the library's.
    [z.union([z.string(), z.boolean()]), 5, 'Invalid input'],
    [z.string().regex(/^a$/), 'b', 'Invalid string: must match pattern /^a$/'],
  ])('puts finding %# into words', (schema, value, message) => {
    const { error } = schema.safeParse(value, { error: issueMessage });

    expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});
