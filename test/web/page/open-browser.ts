import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const BINARIES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = BINARIES.find((file) => existsSync(file));

/** Whether this machine has one. CI installs it (`.ci/run`). */
export const hasBrowser = executablePath !== undefined;
if (!hasBrowser) process.stderr.write('The walk through the page is skipped: chromium is not installed.\n');

/** A browser without a window; root may not have its sandbox. */
export function openBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('chromium is not installed');
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];
  return chromium.launch({ executablePath, args });
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What breaks WCAG 2.2 AA on the page that is open: rule and place of each. */
export async function breaches(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
       violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`,
  );
  return found as readonly string[];
}
