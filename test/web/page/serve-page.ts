import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { createWebServer, type WebServer } from '../../../src/web/create-web-server.ts';
import { openBrowser } from './open-browser.ts';
import { openPage, TOKEN } from './open-page.ts';
import { playMonth } from './play-month.ts';

/** The page of a city a month old, served for the tests of one `describe`, and a browser before it. */
export function servePage() {
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

  return {
    city,
    open: (options: BrowserContextOptions): Promise<Page> => browser.newPage({ ...options, baseURL: base }),
    async signIn(page: Page): Promise<void> {
      await page.goto('/sign-in');
      await page.getByLabel('Token').fill(TOKEN);
      await page.getByRole('button', { name: 'Masuk' }).click();
    },
  };
}
