import { describe, expect, it } from 'vitest';
import { outwardText } from '../../src/forward/outward-text.ts';

const REPORTER = { name: 'Rahmat Hidayat', email: null, phone: null, nik: '88123456' };
const NIK = '9912345678901234';

describe('outwardText()', () => {
  it.each([
    [true, false, 'Rahmat: [NIK disamarkan]'],
    [false, false, `Rahmat: ${NIK}`],
    [true, true, '[nama disamarkan]: [NIK disamarkan]'],
    [false, true, '[nama disamarkan]: [NIK disamarkan]'],
  ])('masks as it is told: NIK %j, anonymous %j', (maskNik, anonymous, expected) => {
    expect(outwardText(`Rahmat: ${NIK}`, REPORTER, { maskNik, anonymous })).toBe(expected);
  });

  it("masks the reporter's own number although it is too short for a NIK", () => {
    expect(outwardText('No. 88-123-456', REPORTER, { maskNik: true, anonymous: false })).toBe('No. [NIK disamarkan]');
  });

  it('cleans', () => {
    expect(outwardText(' a\u0007\r\n b \ud800', REPORTER, { maskNik: false, anonymous: false })).toBe('a\n b \ufffd');
  });
});
