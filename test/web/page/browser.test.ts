import { describe, expect, it } from 'vitest';
import { hasBrowser } from './open-browser.ts';
import { servePage } from './serve-page.ts';

it('is walked through wherever CI runs', () => {
  expect(hasBrowser || process.env.CI !== 'true').toBe(true);
});

if (hasBrowser) {
  describe('the page in a browser', () => {
    const { city, open, signIn } = servePage();

    it('leads from what waits to its end, without a script', async () => {
      const page = await open({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
      await signIn(page);
      await page.getByRole('link', { name: 'Ringkasan' }).click();
      await page.getByRole('link', { name: 'Perlu perhatian' }).click();
      const doubt = page.getByRole('listitem').filter({ hasText: '2002' });
      await doubt.getByRole('link', { name: 'Selesaikan keraguan' }).click();
      await page.getByLabel('Ada di LAPOR!, dengan nomor').check();
      await page.getByLabel('Nomor di LAPOR!').fill('9199001');
      await page.getByLabel('Nama Anda').fill('Sari');
      await page.getByLabel('Alasan').fill('Ditemukan di halaman admin');
      await page.getByRole('button', { name: 'Simpan keputusan' }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Laporan 2002');
      expect(await page.locator('.event').last().textContent()).toContain('oleh Sari; Ditemukan di halaman admin');
      expect((await city.caseOf('2002')).nationalId).toBe('9199001');
      await page.close();
    }, 30_000);
  });
}
