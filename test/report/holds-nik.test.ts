import { expect, it } from 'vitest';
import { holdsNik } from '../../src/report/holds-nik.ts';

it.each(['3604120301850001', '3604124301850001', 'P-3604120301850001', '3604.1203.0185.0001', '360412-030185-0001'])(
  'is true of %s',
  (id) => {
    expect(holdsNik(id)).toBe(true);
  },
);

it.each([
  ['a counted one', '1042'],
  ['one that begins with a date', '2026080312345678'],
  ['a long one', '179847362948273664'],
  ['seconds and a count', '1785812400000123'],
  ['no day', '3604123201850001'],
  ['no month', '3604120313850001'],
  ['a UUID', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
  ['nothing', ''],
])('is false of %s', (_, id) => {
  expect(holdsNik(id)).toBe(false);
});
