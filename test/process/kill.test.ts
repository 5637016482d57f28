import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openCity } from './city.ts';

const KILLS = Number(process.env.JEMBATAN_KILLS ?? 10);
const REPORTS = 60;

describe('a bridge that is killed', () => {
  it('files every report once, or holds it, however often it is killed', async () => {
    const city = await openCity({ reports: REPORTS, latencyMs: 3 });

    for (let kill = 0; kill < KILLS; kill += 1) {
      const { child, ended } = city.start('run', '--once');
      await wait(350 + Math.random() * 500);
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
    for (const item of inDoubt) {
      const complaint = city.national.world
        .complaints()
        .find((one) => one.content.startsWith(`[Ref: kota-uji-${item.localId}]`));
      const settled = complaint === undefined ? ['--absent'] : ['--tracking', String(complaint.id)];
      expect((await city.run('resolve', item.localId, ...settled)).code).toBe(0);
    }
    await city.run('run', '--once');
    expect([...city.filings().values()]).toEqual(Array(REPORTS).fill(1));
    const before = city.effectCount();
    expect((await city.run('run', '--once')).code).toBe(0);
    expect(city.effectCount()).toBe(before);
  }, 120_000);
});
