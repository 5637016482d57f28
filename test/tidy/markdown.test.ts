import { describe, expect, it } from 'vitest';
import { markdown } from './checks/markdown.ts';

describe('markdown()', () => {
  it.each([
    ['no title', 'Text.\n', ['a.md has 0 titles', 'a.md does not begin with its title']],
    ['two titles', '# A\n\n# B\n', ['a.md has 2 titles']],
    ['a title after text', 'Text.\n\n# A\n', ['a.md does not begin with its title']],
    ['a line of a file', '# A\n\nSee src/main.ts:12.\n', ['a.md:3 cites a line']],
    ['a line of a page', '# A\n\nhttps://example.org/a#L12\n', ['a.md:3 cites a line']],
    ['a line in words', '# A\n\nIt is decided on line 12.\n', ['a.md:3 cites a line']],
    ['a line in Indonesian', '# A\n\nLihat di baris 12.\n', ['a.md:3 cites a line']],
  ])('refuses %s', (_, text, findings) => {
    expect(markdown([{ path: 'a.md', text }])).toEqual(findings);
  });

  it('lets pass a titled page, and does not take a comment of a shell for a title', () => {
    const text = '# A\n\n## B\n\n```sh\n# a comment\nrun main.ts:12\n```\n\nPort 127.0.0.1:8080, at 12:30.\n';
    expect(markdown([{ path: 'a.md', text }])).toEqual([]);
  });
});
