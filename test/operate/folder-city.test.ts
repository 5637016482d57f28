import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/system-clock.ts';
import { readTable } from '../../src/table/read-table.ts';
import { openCityHere } from './open-city-here.ts';

const FOLDERS = ['inbox', 'outbox', 'rejected'] as const;
const TABLE = [
  'ID;Judul;Isi Laporan;Kategori;OPD;Anonim;Rahasia;Nama Pelapor;Tanggal Laporan;Tanggapan;Tanggal Tanggapan',
  '1;Jalan rusak;Lubang besar di depan pasar.;;DPUPR;Tidak;Tidak;Warga Contoh;2026-08-01 08:00;Akan ditinjau.;2026-08-02 09:00',
  '2;Lampu padam;Lampu jalan padam.;;DPUPR;Ya;Tidak;Warga Contoh;2026-08-01 09:00;;',
  '3;Pohon;Tumbang.;;DPUPR;Tidak;Tidak;Warga Contoh;kemarin;;',
].join('\r\n');
/** What was dropped a moment ago counts as whole. */
const LATER = { clock: { ...systemClock, now: () => Date.now() + 60_000 } };

const NOTHING = { reports: 0, followUps: 0, rejects: 0 };

async function openFolderCity() {
  const city = await openCityHere({ policy: '' });
  city.change((yaml) =>
    yaml.replace(
      /^local:.*\n(?: .*\n)*/m,
      'local: { kind: folder, inbox: inbox, outbox: outbox, rejected: rejected }\n',
    ),
  );
  for (const name of FOLDERS) mkdirSync(join(city.folder, name));
  const files = (name: string) => readdirSync(join(city.folder, name)).filter((file) => !file.startsWith('.'));
  return { ...city, files };
}

describe('a city that can only export', () => {
  it('is carried once, and gets its numbers and answers in the outbox', async () => {
    const { run, folder, files, national } = await openFolderCity();
    writeFileSync(join(folder, 'inbox', 'ekspor.csv'), TABLE);

    const dry = await run(['run', '--once', '--dry-run', '--json'], LATER);
    expect(JSON.parse(dry.out)).toMatchObject({ intake: { local: { seen: 3, new: 2 } } });
    expect([files('inbox'), files('outbox'), files('rejected')]).toEqual([['ekspor.csv'], [], []]);

    const first = await run(['run', '--once', '--json'], LATER);
    expect(JSON.parse(first.out)).toMatchObject({
      intake: { local: { seen: 3, new: 2, quarantined: 1 } },
      forward: { reports: 2, followUps: 1 },
      deliveries: { ready: 0, doubt: 0, parked: 0 },
      attention: [{ localId: '3', kind: 'row', state: 'quarantined' }],
    });
    const filed = national.world.complaints();
    expect(filed).toHaveLength(2);
    const outbox = files('outbox');
    expect(outbox.map((name) => name.split('-')[0])).toEqual(['status']);
    const [, ...rows] = await readTable(readFileSync(join(folder, 'outbox', outbox[0] ?? '')));
    expect(new Set(rows.map(([id]) => id))).toEqual(new Set(['1', '2']));
    expect(files('inbox')).toEqual(['taken']);
    expect(files('rejected')).toHaveLength(1);

    // The answer moved the report on at LAPOR!, which is news.
    const second = await run(['run', '--once', '--json'], LATER);
    expect(JSON.parse(second.out)).toMatchObject({ forward: NOTHING, mirror: { statuses: 1 } });
    const settled = files('outbox');
    expect(settled).toHaveLength(2);

    const third = await run(['run', '--once', '--json'], LATER);
    expect(JSON.parse(third.out)).toMatchObject({
      forward: NOTHING,
      mirror: { reports: 0, statuses: 0, followUps: 0 },
    });
    expect(national.world.complaints()).toHaveLength(2);
    expect(files('outbox')).toEqual(settled);
  });

  it('is told where a folder is missing', async () => {
    const { run, folder } = await openFolderCity();
    rmdirSync(join(folder, 'outbox'));
    const { code, out } = await run(['run', '--once', '--json'], LATER);
    expect({ code, seen: JSON.parse(out).intake.local.seen }).toEqual({ code: 4, seen: 0 });
  });
});
