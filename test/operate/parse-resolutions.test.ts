import { describe, expect, it } from 'vitest';
import { isTrackingNumber, parseResolutions } from '../../src/operate/parse-resolutions.ts';

describe('parseResolutions()', () => {
  it('takes blanks, commas and semicolons, comments and empty lines', () => {
    const text =
      '# seen by Contoh, 3 August\n1042 9165816\r\n\n  RBG-2026-001043\tabsent  \n1044;9165818\n1045, absent\n';
    expect(parseResolutions(text)).toEqual([
      { id: '1042', tracking: '9165816' },
      { id: 'RBG-2026-001043', tracking: null },
      { id: '1044', tracking: '9165818' },
      { id: '1045', tracking: null },
    ]);
  });

  it.each(['', '\n\n', '# nothing\n'])('gives nothing for %j', (text) => {
    expect(parseResolutions(text)).toEqual([]);
  });

  it.each([
    ['no answer', '1042'],
    ['a third word', '1042 9165816 9165817'],
    ['a slip in the word', '1042 absnt'],
    ['a number with letters', '1042 91658l6'],
    ['an empty answer', '1042;;'],
  ])('understands nothing where one line has %s', (_, line) => {
    expect(parseResolutions(`1041 9165815\n${line}\n`)).toBeNull();
  });
});

describe('isTrackingNumber()', () => {
  it.each([
    ['9165816', true],
    ['1', true],
    ['9'.repeat(20), true],
    ['9'.repeat(21), false],
    ['', false],
    ['91 65', false],
    ['9165816\n', false],
    ['-1', false],
  ])('of %j is %s', (text, expected) => {
    expect(isTrackingNumber(text)).toBe(expected);
  });
});
