import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openCity } from './city.ts';

const KILLS = Number(process.env.JEMBATAN_KILLS ?? 12);
const REPORTS = 60;
/** Of one process before it is killed: so that some reports are left for the last one. */
const MOST_REQUESTS = Math.ceil((5 * REPORTS) / KILLS);

describe('a bridge that is killed', () => {
  it('files every report once, or holds it, however often it is killed', async () => {
    const city = await openCity({ reports: REPORTS, latencyMs: 3 });

    for (let kill = 0; kill < KILLS; kill += 1) {
      const { child, ended } = city.start('run', '--once');
      // At a random moment of its work, however long this machine takes to start it.
      const enough = city.requestCount() + Math.random() * MOST_REQUESTS;
      while (city.requestCount() < enough && child.exitCode === null) await wait(2);
      await wait(Math.random() * 10);
      child.kill('SIGKILL');
      await ended;
    }
    const last = await city.run('run', '--once', '--json');

    const report = JSON.parse(last.out);
    const filings = city.filings();
    const inDoubt = report.attention.filter((item: { kind: string }) => item.kind === 'create');
    expect(Math.max(...filings.values())).toBe(1);
    for (const row of city.local.world.reports()) {
      const known = filings.has(`[Ref: kota-uji-${row.id}]`);
      const held = inDoubt.some((item: { localId: string }) => item.localId === String(row.id));
      expect({ id: row.id, arrivedOrHeld: known || held }).toEqual({ id: row.id, arrivedOrHeld: true });
    }
    const lines = inDoubt.map(
      ({ localId }: { localId: string }) => `${localId} ${city.numberOf(localId) ?? 'absent'}\n`,
    );
    writeFileSync(join(city.folder, 'found.txt'), lines.join(''));
    if (lines.length > 0) expect((await city.run('resolve', '--file', 'found.txt', '--force')).code).toBe(0);
    await city.run('run', '--once');
    expect([...city.filings().values()]).toEqual(Array(REPORTS).fill(1));
    const before = city.effectCount();
    expect((await city.run('run', '--once')).code).toBe(0);
    expect(city.effectCount()).toBe(before);
  }, 300_000);
});
