/** Colours, measures and the ground of the page. Every text has a contrast of 4.5 at least, in light and in dark. */
export const STYLE_TONES = `
:root {
  color-scheme: light dark;
  --ground: #f5f6f3; --surface: #ffffff; --line: #d9ded9; --text: #1c2422; --muted: #55615d;
  --accent: #0a665d; --accent-ground: #e2f1ee; --on-accent: #ffffff;
  --ok: #14603a; --ok-ground: #e2f3e9; --wait: #1b4f8a; --wait-ground: #e4eefa;
  --warn: #744700; --warn-ground: #fdf0d3; --stop: #932016; --stop-ground: #fbe5e2;
  --quiet: #48534f; --quiet-ground: #eaedea;
  --in: #1f6fb5; --out: #0a7a5f; --answered: #b36a00;
  --gap: 1.5rem; --radius: .75rem;
  --shadow: 0 1px 2px rgb(20 40 35 / .06), 0 4px 16px rgb(20 40 35 / .05);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #101514; --surface: #192020; --line: #323c3a; --text: #e7eceb; --muted: #a4b1ad;
    --accent: #73cdbf; --accent-ground: #17332f; --on-accent: #06211d;
    --ok: #92dfb4; --ok-ground: #163425; --wait: #a2c9f5; --wait-ground: #182e48;
    --warn: #f3ca7e; --warn-ground: #392b0c; --stop: #f8aca1; --stop-ground: #44201b;
    --quiet: #bfcac6; --quiet-ground: #28312f;
    --in: #6fb1ee; --out: #5fcfa8; --answered: #eaa94b;
    --shadow: none;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); }
h1 { font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -.015em; margin: 0 0 var(--gap); }
h2 { font-size: 1.15rem; line-height: 1.3; font-weight: 650; margin: 0 0 .85rem; }
h3 { font-size: 1rem; font-weight: 650; margin: 0; }
p { margin: 0 0 .75rem; max-width: 70ch; }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
code { font: .9em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
ul, ol { margin: 0; padding: 0; list-style: none; }
dl { margin: 0; }
dt { color: var(--muted); font-size: .875rem; }
dd { margin: 0; overflow-wrap: anywhere; }
:focus-visible { outline: .1875rem solid var(--accent); outline-offset: .125rem; border-radius: .25rem; }
main:focus { outline: none; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--surface); padding: .5rem 1rem; z-index: 2; }
.skip:focus { top: .5rem; }
.icon { fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; flex: none; vertical-align: -.15em; }
.quiet { color: var(--muted); }
.number { font-variant-numeric: tabular-nums; text-align: right; }
.top { background: var(--surface); border-bottom: 1px solid var(--line); }
.bar, .pages ul, main, footer { max-width: 72rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2rem); }
.bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .25rem 1rem; padding-block: .75rem .25rem; }
.brand { display: flex; align-items: center; gap: .75rem; font-weight: 700; font-size: 1.125rem; color: inherit; text-decoration: none; }
.brand small { font-weight: 400; font-size: .875rem; color: var(--muted); margin-left: .25rem; }
.logo { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.tools { display: flex; align-items: center; gap: 1.25rem; font-size: .875rem; }
.tools form { display: contents; }
.tool { display: inline-flex; align-items: center; gap: .35rem; min-height: 2rem; }
button.tool { font: inherit; background: none; border: 0; padding: 0; color: var(--accent); text-decoration: underline; text-underline-offset: .2em; cursor: pointer; }
.pages ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.pages a { display: flex; align-items: center; gap: .4rem; min-height: 2.75rem; color: var(--muted); text-decoration: none; border-bottom: .1875rem solid transparent; }
.pages a:hover { color: var(--text); }
.pages a[aria-current] { color: var(--text); font-weight: 600; border-color: var(--accent); }
.count { background: var(--stop-ground); color: var(--stop); font-size: .8125rem; font-weight: 650; line-height: 1.4rem; min-width: 1.4rem; padding: 0 .4rem; border-radius: .7rem; text-align: center; }
main { padding-block: clamp(1.5rem, 4vw, 2.5rem); }
footer { color: var(--muted); font-size: .875rem; padding-block: 0 2.5rem; }
@media print {
  .top nav, .tools, .skip, form, .filters { display: none; }
  :root { --ground: #fff; --surface: #fff; --text: #000; --muted: #333; --line: #999; --shadow: none; }
  .card, .matter, tr { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;
