import { describe, expect, it } from 'vitest';
import { openCityHere } from './open-city-here.ts';

describe('jembatan reconcile', () => {
  it('accounts for every report, says how long it takes, and writes nothing', async () => {
    const city = await openCityHere({ reports: 3 });
    await city.run(['run', '--once']);
    const effects = city.effectCount();

    const { code, out, err } = await city.run(['reconcile']);

    expect([code, city.effectCount()]).toEqual([0, effects]);
    expect(out).toContain('3 laporan di daerah: 3 juga di LAPOR!');
    expect(out).toContain('Semua ada catatannya, tidak ada yang terlewat.');
    expect(err).toContain('3 dari 3 nomor LAPOR! belum dibaca, kira-kira 1 menit');
  });

  it('finds what the city lost, has it written again with --repair, and shows the last one with --last', async () => {
    const city = await openCityHere({ reports: 2 });
    expect((await city.run(['reconcile', '--last', '--json'])).code).toBe(78);
    await city.run(['run', '--once']);
    expect((await city.run(['reconcile', '--last'])).out).toContain('Belum pernah ada perbandingan');
    const [id] = [...city.local.world.reports()].map((report) => report.id);
    city.local.world.edit(Number(id), { lapor_id: null });

    const found = await city.run(['reconcile', '--json']);
    const last = await city.run(['reconcile', '--last', '--repair']);
    await city.run(['run', '--once']);
    const after = await city.run(['reconcile', '--json']);

    expect(found.code).toBe(1);
    expect(JSON.parse(found.out)).toMatchObject({
      complete: true,
      findings: [{ kind: 'number-missing-here', localId: String(id), needs: 'mend' }],
    });
    expect(last).toMatchObject({ code: 0, out: expect.stringContaining('1 diperbaiki') });
    expect([after.code, JSON.parse(after.out).findings]).toEqual([0, []]);
  });

  it('proves nothing where a side is away or the time is up, exits 4, and goes on the next time', async () => {
    const city = await openCityHere({ reports: 2 });
    await city.run(['run', '--once']);
    const cut = await city.run(['reconcile', '--for', '0ms', '--json']);
    expect([cut.code, JSON.parse(cut.out)]).toMatchObject([4, { complete: false, incomplete: 'cut' }]);
    expect((await city.run(['reconcile', '--json'])).code).toBe(0);
    await city.local.stop();
    const away = await city.run(['reconcile', '--json']);
    expect([away.code, JSON.parse(away.out)]).toMatchObject([4, { complete: false, incomplete: 'local' }]);
  });
});
