import { describe, expect, it } from 'vitest';
import { nameOfPoint, parsePoint, pointsOf } from './point.ts';
import { strike } from './run-points.ts';
import { runScript } from './run-script.ts';
import { SCRIPTS } from './scripts.ts';

describe('the boundary loops', () => {
  it.each(SCRIPTS)('play $name to its end, and to the same one when struck anywhere', async (script) => {
    const calm = await runScript(script, null);
    const points = pointsOf(calm);
    const point = points[Math.floor(Math.random() * points.length)] ?? { type: 'crash', at: 1, mode: 'once' };

    expect(calm.violations).toEqual([]);
    expect({ point: nameOfPoint(point), violations: await strike(script, point, calm) }).toEqual({
      point: nameOfPoint(point),
      violations: [],
    });
  });

  it('notice an end that is another one', async () => {
    const [script = undefined] = SCRIPTS;
    if (script === undefined) throw new Error('no script');
    const calm = await runScript(script, null);

    const violations = await strike(
      script,
      { type: 'crash', at: 1, mode: 'once' },
      { ...calm, end: calm.end.slice(1) },
    );

    expect(violations).toEqual([expect.stringContaining('I10 only here')]);
  });
});

describe('a point', () => {
  it('is written and read the same way, for every kind', () => {
    const points = pointsOf({ boundaries: 2, writes: 2 });

    expect(points).toHaveLength(2 * 3 + 2 * 3 * 2);
    expect(points.map((point) => parsePoint(nameOfPoint(point)))).toEqual(points);
  });

  it.each(['', 'crash', 'crash:0:once', 'crash:1:never', 'ledger:1:SQLITE_FULL', 'ledger:x:SQLITE_FULL:once'])(
    'is not %j',
    (name) => {
      expect(parsePoint(name)).toBeNull();
    },
  );
});
