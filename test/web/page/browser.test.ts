import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebServer, type WebServer } from '../../../src/web/create-web-server.ts';
import { breaches, hasBrowser, openBrowser } from './open-browser.ts';
import { openPage, TOKEN } from './open-page.ts';
import { playMonth } from './play-month.ts';

it('is walked through wherever CI runs', () => {
  expect(hasBrowser || process.env.CI !== 'true').toBe(true);
});

if (hasBrowser) {
  describe('the page in a browser', () => {
    const city = openPage();
    let server: WebServer;
    let browser: Browser;
    let base = '';

    beforeAll(async () => {
      await playMonth(city);
      server = createWebServer(city.routes);
      base = `http://127.0.0.1:${await server.start({ host: '127.0.0.1', port: 0 })}`;
      browser = await openBrowser();
    }, 30_000);

    afterAll(async () => {
      await browser.close();
      await server.stop();
    });

    async function signIn(page: Page): Promise<void> {
      await page.goto(`${base}/sign-in`);
      await page.getByLabel('Token').fill(TOKEN);
      await page.getByRole('button', { name: 'Masuk' }).click();
    }

    it('leads from what waits to its end, without a script', async () => {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
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

    const ADDRESSES = [
      '/',
      '/attention',
      '/reports',
      '/reports?q=RBG',
      '/report?id=2002',
      '/deadlines',
      '/health',
      '/sign-in',
    ];

    async function expectGood(page: Page, address: string): Promise<void> {
      await page.goto(base + address);
      expect({ address, breaches: await breaches(page) }).toEqual({ address, breaches: [] });
      const overflow: unknown = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect({ address, overflow }).toEqual({ address, overflow: 0 });
    }

    it.each([
      ['light', 1_440],
      ['dark', 390],
    ] as const)(
      'keeps to WCAG 2.2 AA, %s at %i px',
      async (colorScheme, width) => {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
        for (const address of ADDRESSES) await expectGood(page, address);
        await signIn(page);
        await expectGood(page, '/attention');
        const forms = await page
          .locator('a[href*="/act"]')
          .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
        expect(forms.length).toBeGreaterThan(1);
        for (const address of new Set(forms)) await expectGood(page, String(address));
        await page.close();
      },
      60_000,
    );
  });
}
