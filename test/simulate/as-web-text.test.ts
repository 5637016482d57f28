import { describe, expect, it } from 'vitest';
import { asWebText } from '../../src/simulate/as-web-text.ts';

describe('asWebText()', () => {
  it('escapes, breaks lines and wraps', () => {
    expect(asWebText(`A & B <c> "d" 'e'\r\nbaris dua\n[Ref: kota-1]`)).toBe(
      '<p>A &amp; B &lt;c&gt; &quot;d&quot; &#039;e&#039;<br />\nbaris dua<br />\n[Ref: kota-1]</p>',
    );
  });
});
