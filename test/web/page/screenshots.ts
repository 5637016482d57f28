import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createWebServer } from '../../../src/web/create-web-server.ts';
import { openBrowser } from './open-browser.ts';
import { openPage } from './open-page.ts';
import { playMonth } from './play-month.ts';

/** `npm run screenshots`: pictures of the page of a made-up city, for docs/ and to be looked at after every change of its style. */

const FOLDER = join(import.meta.dirname, '../../../docs/screenshots');
const DESKTOP = { width: 1_280, height: 860 };
const PHONE = { width: 390, height: 844 };
const PICTURES = [
  ['overview', '/', DESKTOP, 'light'],
  ['overview-dark', '/', DESKTOP, 'dark'],
  ['overview-phone', '/', PHONE, 'light'],
  ['attention-phone', '/attention', PHONE, 'dark'],
  ['report', '/report?id=1001', DESKTOP, 'light'],
  ['reports-phone', '/reports', PHONE, 'light'],
] as const;

const city = openPage();
await playMonth(city);
const [name = '', value = ''] = (await city.signIn()).split('=');
const server = createWebServer(city.routes);
const base = `http://127.0.0.1:${await server.start({ host: '127.0.0.1', port: 0 })}`;
const browser = await openBrowser();
mkdirSync(FOLDER, { recursive: true });
for (const [file, address, viewport, colorScheme] of PICTURES) {
  const page = await browser.newPage({ viewport, colorScheme, javaScriptEnabled: false });
  await page.context().addCookies([{ name, value, url: base }]);
  await page.goto(base + address);
  await page.screenshot({ path: join(FOLDER, `${file}.png`) });
  await page.close();
  process.stdout.write(`docs/screenshots/${file}.png\n`);
}
await browser.close();
await server.stop();
