import { describe, expect, it } from 'vitest';
import { blankText } from './blank-text.ts';

describe('blankText()', () => {
  it.each([
    ['a line comment', 'a; // await b\nc;', 'a;           \nc;'],
    ['a block comment, keeping its lines', 'a /* x\ny */ b', 'a     \n     b'],
    ['a comment without an end', 'a /* x', 'a     '],
    ['what a string says', "f('a // b');", "f('      ');"],
    ['an escaped quote', "f('it\\'s') + g", "f('     ') + g"],
    ['double quotes around single ones', 'f("it\'s") + g', 'f("    ") + g'],
    ['what a template says', 'f(`a ${ await b } c`)', 'f(`  ${ await b }  `)'],
    ['a template in a template', '`a${ f(`b${ c }d`) }e`', '` ${ f(` ${ c } `) } `'],
    ['braces inside the hole of a template', '`a${ { b: 1 } }c` + d', '` ${ { b: 1 } } ` + d'],
    ['a dollar and an escaped backtick in a template', '`$ \\` ${ a }` + b', '`     ${ a }` + b'],
    ['a template over two lines', '`a\nb`', '` \n `'],
    ['a regular expression with quotes and slashes', 'x.match(/[\'"/]\\//g) + y', 'x.match(          ) + y'],
    ['a regular expression after a keyword', "return /'/.test(x)", 'return    .test(x)'],
  ])('blanks %s', (_, source, blank) => {
    expect(blankText(source)).toBe(blank);
  });

  it.each([
    ['a division', 'a / b / c'],
    ['a division after a bracket', '(a) / 2 / b[0] / 2'],
    ['an empty string', 'f(\'\') + g("") + h(``)'],
    ['the address of a hole', '{ a: { b: 1 } }'],
  ])('leaves alone %s', (_, source) => {
    expect(blankText(source)).toBe(source);
  });

  it('keeps every character in its place, whatever is cut off in the middle', () => {
    const source = "const a = `x${ f('y', /[`]/) }`; // z\n/* '`' */ const b = 'c';\n";
    for (let end = 0; end <= source.length; end += 1) {
      const piece = source.slice(0, end);
      expect([end, blankText(piece).length]).toEqual([end, end]);
    }
  });
});
