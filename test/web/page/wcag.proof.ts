import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { breaches, hasBrowser } from './open-browser.ts';
import { servePage } from './serve-page.ts';

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

it('is judged wherever CI runs', () => {
  expect(hasBrowser || process.env.CI !== 'true').toBe(true);
});

if (hasBrowser) {
  describe('the page in a browser', () => {
    const { open, signIn } = servePage();

    async function expectGood(page: Page, address: string): Promise<void> {
      await page.goto(address);
      expect({ address, breaches: await breaches(page) }).toEqual({ address, breaches: [] });
      const overflow: unknown = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect({ address, overflow }).toEqual({ address, overflow: 0 });
    }

    it.each([
      ['light', 1_440],
      ['dark', 390],
    ] as const)(
      'keeps to WCAG 2.2 AA, %s at %i px, with the forms of who signed in',
      async (colorScheme, width) => {
        const page = await open({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
        for (const address of ADDRESSES) await expectGood(page, address);
        await signIn(page);
        await expectGood(page, '/attention');
        const forms = await page
          .locator('a[href*="/act"]')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
        expect(forms.length).toBeGreaterThan(1);
        for (const address of new Set(forms)) await expectGood(page, String(address));
        await page.close();
      },
      120_000,
    );
  });
}
