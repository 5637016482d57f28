import { type Locale, type Phrase, say } from '../../operate/say.ts';
import { type Html, html } from './html.ts';
import { icon } from './icon.ts';
import { STYLE_PATH } from './style.ts';
import { timeText } from './time-text.ts';
import type { Visit } from './visit.ts';

export interface Page {
  readonly title: string;
  readonly main: Html;
}

const PAGES = [
  ['/', 'page.overview'],
  ['/attention', 'page.attention'],
  ['/reports', 'page.reports'],
  ['/deadlines', 'page.deadlines'],
  ['/health', 'page.health'],
] as const satisfies readonly (readonly [string, Phrase])[];

const LOGO = html`<svg class="logo" viewBox="0 0 40 24" width="40" height="24" aria-hidden="true" focusable="false"><path d="M2 18h36M9 18V5M31 18V5M2 13Q7 12 9 5q11 16 22 0 2 7 7 8M14 18v-6.4M20 18v-5M26 18v-6.4"/></svg>`;

/** A whole page around what it is about. Nothing in it runs, and everything it needs comes from here. */
export function layout(visit: Visit, { title, main }: Page, waiting: number): string {
  const { locale, site } = visit;
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · Jembatan ${site}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#main">${say(locale, 'page.skip')}</a>
<header class="top">
<div class="bar">
<a class="brand" href="/">${LOGO}<span>Jembatan <small>${site}</small></span></a>
<div class="tools">${signing(visit)}<a class="tool" href="${languageLink(visit)}" lang="${other(locale)}" hreflang="${other(locale)}">${say(locale, 'page.language')}</a></div>
</div>
<nav class="pages" aria-label="${say(locale, 'page.nav')}"><ul>${PAGES.map(([path, name]) => navItem(visit, { path, name, waiting }))}</ul></nav>
</header>
<main id="main" tabindex="-1">
${visit.isShadow && html`<p class="notice warn">${icon('eye')} ${say(locale, 'page.mode.shadow')}</p>`}
${main}
</main>
<footer>${say(locale, 'page.as-of', { zone: visit.timezone })} ${timeText(visit, visit.now)}</footer>
</body>
</html>
`;
  return String(page);
}

function navItem(
  { path: here, locale }: Visit,
  { path, name, waiting }: { readonly path: string; readonly name: Phrase; readonly waiting: number },
): Html {
  const count = path === '/attention' && waiting > 0 && html` <span class="count">${waiting}</span>`;
  const isHere = here === path || (here === '/report' && path === '/reports');
  return html`<li><a href="${path}"${isHere && html` aria-current="page"`}>${say(locale, name)}${count}</a></li>`;
}

function signing({ locale, canSignIn, csrf }: Visit): Html {
  if (!canSignIn) return html`<span class="tool quiet">${icon('eye')} ${say(locale, 'page.read-only')}</span>`;
  if (csrf === null) return html`<a class="tool" href="/sign-in">${say(locale, 'page.sign-in')}</a>`;
  return html`<form method="post" action="/sign-out"><input type="hidden" name="csrf" value="${csrf}"><button class="tool">${say(locale, 'page.sign-out')}</button></form>`;
}

function languageLink({ path, query, locale }: Visit): string {
  const next = new URLSearchParams(query);
  next.set('lang', other(locale));
  return `${path}?${next}`;
}

function other(locale: Locale): Locale {
  return locale === 'id' ? 'en' : 'id';
}
