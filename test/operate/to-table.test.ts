import { describe, expect, it } from 'vitest';
import { toTable } from '../../src/operate/to-table.ts';

describe('toTable()', () => {
  it('makes columns as wide as their widest cell, and leaves no blanks at the end', () => {
    const rows = [
      ['1042', 'report to LAPOR!', ''],
      ['7', 'alarm', 'x'],
    ];
    expect(toTable(['Report', 'What', 'State'], rows)).toBe(
      [
        'Report  What              State',
        '──────  ────────────────  ─────',
        '1042    report to LAPOR!',
        '7       alarm             x',
      ].join('\n'),
    );
  });

  it('is two lines where there are no rows', () => {
    expect(toTable(['A', 'BB'], [])).toBe('A  BB\n─  ──');
  });

  it('shows what a terminal would obey, and counts its width as shown', () => {
    expect(toTable(['A', 'B'], [['\u001b[31mx\r\u202e', 'y\nz']])).toBe(
      [`A${' '.repeat(25)}B`, `${'─'.repeat(24)}  ───`, '\\u{1b}[31mx\\u{d}\\u{202e}  y⏎z'].join('\n'),
    );
  });

  it('takes a row that is too short', () => {
    expect(toTable(['A', 'B'], [['1']])).toBe('A  B\n─  ─\n1');
  });
});
