import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runMain } from './run-main.ts';

it('carries nine days there and back, none twice, a twin linked, and prints commands that work as they stand', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'jembatan-demo-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));

  const { code, out } = await runMain(['demo'], { cwd });

  expect(code).toBe(0);
  expect(out).toContain('97 laporan warga; 95 sampai di LAPOR!, 0 di antaranya dua kali.');
  expect(out).toContain('tidak ada yang ditulis di kedua sisi');
  expect(out).toMatch(/Bukan wewenang kota: [1-9]\d* laporan diteruskan ke instansi lain; 1 di antaranya dikembalikan/);
  expect(out).toMatch(/Lahir di LAPOR!: 1 laporan, .*; 1 jawaban OPD sampai kembali/);
  const [, typed, number] =
    /Diketik tangan di LAPOR!: laporan (\d+) dikenali sebagai (\d+) dan tidak dikirim lagi \(1 kali di LAPOR!\); [1-9]/.exec(
      out,
    ) ?? [];
  expect(out).toMatch(new RegExp(`^${typed} .* ${number} .* diketik tangan di LAPOR!; dikenali$`, 'm'));
  expect(out).toMatch(/jembatan pass-on \d+ --to/);
  expect(out).toContain('Perlu perhatian (3)');
  const printed = /npx jembatan (explain \d+ --config \S+)/.exec(out)?.[1]?.split(' ') ?? [];
  const explained = await runMain(printed, { cwd });
  expect(explained).toMatchObject({ code: 0, err: '' });
  expect(explained.out).toContain(`Laporan ${printed[1]}, nomor LAPOR! -`);
  for (const command of ['status', 'parked']) {
    const { out: screen } = await runMain([command, ...printed.slice(2)], { cwd });
    expect(screen).toContain(`jembatan resolve ${printed[1]} --tracking <nomor> | --absent`);
  }
}, 120_000);
