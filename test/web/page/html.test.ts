import { describe, expect, it } from 'vitest';
import { html } from '../../../src/web/page/html.ts';

describe('html``', () => {
  it('escapes text in content and in attributes', () => {
    const text = `<script>"'&`;
    expect(String(html`<p title="${text}">${text}</p>`)).toBe(
      '<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;</p>',
    );
  });

  it('takes markup as it is, in lists of lists too', () => {
    expect(String(html`<ul>${[['<', html`<li>${1}</li>`]]}</ul>`)).toBe('<ul>&lt;<li>1</li></ul>');
  });

  it('leaves out what is not there', () => {
    expect(String(html`a${null}${undefined}${false}${''}b`)).toBe('ab');
  });

  it('shows what would hide or reorder text', () => {
    expect(String(html`${'12\u202e34\n'}`)).toBe('12\\u{202e}34⏎');
  });
});
