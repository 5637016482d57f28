import type { Script } from './script.ts';

/** What the bridge lives through while it works. */
export const TROUBLE_SCRIPTS: readonly Script[] = [
  {
    name: 'throttled',
    *play(city) {
      for (const family of ['throttled', 'suspended', 'credentials', 'not-sent'] as const) {
        city.arm(family);
        const row = city.file();
        yield () => city.filed(row);
      }
      city.arm('read-throttled', undefined, 2);
      const row = city.file();
      yield () => city.filed(row);
    },
  },
  {
    name: 'outage',
    *play(city) {
      city.arm('swizzle', undefined, 2);
      const rows = [city.file()];
      yield () => rows.every(city.filed);
      city.arm('read-unreachable', undefined, 3);
      city.arm('read-malformed', undefined, 3);
      rows.push(city.file(), city.file());
      yield () => rows.every(city.filed);
    },
  },
  {
    name: 'stopped-and-started',
    *play(city) {
      city.arm('sigterm', undefined, 2);
      const rows = [city.file(), city.file(), city.file(), city.file()];
      yield () => rows.every(city.filed);
      city.arm('sigterm');
      city.arm('clock-jump');
      for (const row of rows) city.respond(row, 'Diterima.');
      yield () => rows.every((row) => city.given(row) === 1);
    },
  },
];
