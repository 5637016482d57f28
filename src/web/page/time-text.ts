import type { Locale } from '../../operate/say.ts';
import { say } from '../../operate/say.ts';
import { type Html, html } from './html.ts';
import type { Visit } from './visit.ts';

const MINUTE_MS = 60_000;
const UNITS = [
  ['day', 24 * 60 * MINUTE_MS],
  ['hour', 60 * MINUTE_MS],
  ['minute', MINUTE_MS],
] as const;

/** A moment for people, exact for machines: `3 Agu 2026, 08.00`. */
export function timeText({ locale, timezone }: Pick<Visit, 'locale' | 'timezone'>, ms: number): Html {
  const shown = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone });
  return html`<time datetime="${new Date(ms).toISOString()}">${shown.format(ms)}</time>`;
}

/** The same, as far from now as it is: `3 jam yang lalu`, the moment itself beside it. */
export function agoText(visit: Visit, ms: number | null): Html {
  const { locale, now } = visit;
  if (ms === null) return html`${say(locale, 'page.never')}`;
  const apart = Math.abs(ms - now) < MINUTE_MS ? say(locale, 'page.now') : relative(locale, ms - now);
  return html`${apart} <span class="quiet">${timeText(visit, ms)}</span>`;
}

/** How long: `3 jam`, `12 hari`. */
export function spanText(locale: Locale, ms: number): string {
  const [unit, size] = unitOf(ms);
  const shown = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  return shown.format(Math.round(Math.abs(ms) / size));
}

/** A number as it is written in that language. */
export function numberText(locale: Locale, value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}

function relative(locale: Locale, ms: number): string {
  const [unit, size] = unitOf(ms);
  return new Intl.RelativeTimeFormat(locale).format(Math.round(ms / size), unit);
}

/** The largest of which there are two at least. */
function unitOf(ms: number): (typeof UNITS)[number] {
  return UNITS.find(([, size]) => Math.abs(ms) >= 2 * size) ?? UNITS[2];
}
