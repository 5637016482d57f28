import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/config/parse-yaml.ts';

describe('parseYaml()', () => {
  it('keeps dates and keys as text', () => {
    expect(parseYaml('since: 2026-08-01\n01: a\n2026: b\n', 'f.yaml')).toEqual({
      ok: true,
      value: { since: '2026-08-01', '01': 'a', '2026': 'b' },
    });
  });

  it('reads an empty file as nothing', () => {
    expect(parseYaml('# only a comment\n', 'f.yaml')).toEqual({ ok: true, value: null });
  });

  it.each([
    ['a: 1\nb: 2\na: 3\n', 'line 3, column 1: this key occurs twice'],
    ['a: 1\nb: !secret x\n', 'line 2, column 4: tags such as !name are not supported'],
    ['a: !!js/function x\n', 'line 1, column 4: tags such as !name are not supported'],
    ['a: &x 1\nb: *x\n', 'line 2, column 4: aliases such as *name are not supported'],
    ['a: &x [ *x ]\n', 'line 1, column 9: aliases such as *name are not supported'],
    ['a: "open\n', 'line 2, column 1: a quote, colon, comma or bracket is missing'],
    ['a: 1\n---\nb: 2\n', 'line 2, column 1: more than one document in the file'],
    ['a:\n\t- 1\n', 'line 2, column 1: a tab where spaces are due'],
    ['a: b: c\n', 'line 1, column 4: not valid YAML (BLOCK_AS_IMPLICIT_KEY)'],
  ])('reports %j as a problem with its line', (text, message) => {
    const parsed = parseYaml(text, 'f.yaml');

    expect(parsed.ok ? [] : parsed.problems).toContainEqual({ file: 'f.yaml', path: '', message });
  });

  it('never quotes the file, which may hold a secret', () => {
    const parsed = parseYaml('token: "hunter2\nother: }hunter2\n\thunter2: [hunter2', 'f.yaml');

    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed)).not.toContain('hunter2');
  });
});
