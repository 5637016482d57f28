/** What pages are put together from. */
export const STYLE_PARTS = `
.card { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); padding: clamp(1rem, 3vw, 1.5rem); margin: 0 0 var(--gap); }
.card > :last-child { margin-bottom: 0; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .25rem 1rem; }
.grid { display: grid; align-items: start; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: var(--gap); margin: 0 0 var(--gap); }
.grid > .card { margin: 0; }
.chip { display: inline-flex; align-items: center; gap: .35rem; padding: .125rem .6rem .125rem .45rem; border-radius: 1rem; font-size: .875rem; font-weight: 550; white-space: nowrap; }
.chips { display: flex; flex-wrap: wrap; gap: .5rem; }
.ok { color: var(--ok); background: var(--ok-ground); } .wait { color: var(--wait); background: var(--wait-ground); }
.warn { color: var(--warn); background: var(--warn-ground); } .stop { color: var(--stop); background: var(--stop-ground); }
.chip.quiet { color: var(--quiet); background: var(--quiet-ground); }
.notice { padding: .75rem 1rem; border-radius: var(--radius); max-width: none; margin-bottom: var(--gap); }
.calm { display: flex; gap: 1rem; align-items: flex-start; }
.calm .icon { width: 2rem; height: 2rem; color: var(--ok); stroke-width: 1.2; }
.calm p { margin: .25rem 0 0; color: var(--muted); }
.matters { display: grid; gap: 1rem; }
.matter { background: var(--surface); border: 1px solid var(--line); border-left-width: .3125rem; border-radius: var(--radius); box-shadow: var(--shadow); padding: 1rem clamp(1rem, 3vw, 1.5rem); color: var(--text); }
.matter.stop { border-left-color: var(--stop); } .matter.warn { border-left-color: var(--warn); } .matter.wait { border-left-color: var(--wait); }
.matter h2, .matter h3 { font-size: 1.0625rem; margin: 0; }
.matter dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; margin-top: .75rem; }
.more { margin: 1rem 0 0; }
section.more { margin: 0 0 var(--gap); }
.matter :is(h2, h3)::first-letter, .matter .why::first-letter, summary strong::first-letter, .event p::first-letter { text-transform: uppercase; }
.matter code, dd code { background: var(--quiet-ground); padding: .15rem .4rem; border-radius: .3rem; }
.side { display: grid; gap: .75rem; }
.side dl, .facts { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; }
.flow { display: grid; grid-template-columns: 1fr auto 1fr; gap: 0 1.25rem; align-items: center; margin-bottom: 1.25rem; }
.flow .end:last-child { text-align: right; }
.flow .way { display: grid; justify-items: center; color: var(--accent); }
.flow .way .icon { width: 3rem; height: 1.25rem; }
.flow .way .icon + .icon { transform: scaleX(-1); }
.flow strong { display: block; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: .75rem; }
.figure { border-radius: .5rem; padding: .6rem .75rem; }
.figure dt { display: flex; align-items: center; gap: .35rem; color: inherit; }
.figure dd { font-size: 1.5rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figure.quiet { color: var(--quiet); background: var(--quiet-ground); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
caption { text-align: left; color: var(--muted); padding-bottom: .5rem; }
th, td { text-align: left; padding: .6rem 1rem .6rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { color: var(--muted); font-weight: 550; font-size: .875rem; white-space: nowrap; }
tbody th { font-weight: 600; }
tbody tr:last-child > * { border-bottom: 0; }
th.number, td.number { text-align: right; }
th .quiet { display: block; font-weight: 400; font-size: .875rem; white-space: nowrap; }
.strong { font-weight: 650; color: var(--stop); }
.filters { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; margin-bottom: var(--gap); }
.field { display: grid; gap: .3rem; font-size: .875rem; color: var(--muted); }
input, select, textarea { font: inherit; font-size: 1rem; color: var(--text); background: var(--surface); border: 1px solid var(--muted); border-radius: .5rem; padding: .5rem .7rem; min-height: 2.75rem; max-width: 100%; }
.button { font: inherit; font-weight: 600; display: inline-flex; align-items: center; justify-content: center; gap: .5rem; min-height: 2.75rem; padding: .45rem 1.1rem; border-radius: .5rem; border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); text-decoration: none; cursor: pointer; }
.button.plain { background: transparent; color: var(--accent); }
.acts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0 0; max-width: none; }
p.acts + .card { margin-top: var(--gap); }
form.act { display: grid; gap: 1rem; max-width: 34rem; } form.act p { margin: 0; }
fieldset { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 0; display: grid; gap: .75rem; }
legend { font-weight: 600; padding: 0 .4rem; }
.choice { display: flex; gap: .6rem; align-items: center; min-height: 2rem; } input[type=radio] { min-height: 0; width: 1.25rem; height: 1.25rem; accent-color: var(--accent); }
fieldset .field { margin-left: 1.85rem; }
.paging { display: flex; gap: 1rem; margin-top: 1.25rem; }
.lanes { position: relative; display: grid; gap: .5rem; }
.event { display: grid; grid-template-columns: 9.5rem 1fr; gap: .25rem 1.25rem; padding: .55rem 0; border-bottom: 1px solid var(--line); }
.event:last-child { border-bottom: 0; }
.event time { color: var(--muted); font-size: .875rem; }
.event .lane { font-size: .8125rem; font-weight: 600; color: var(--muted); }
.event.local .what { margin-right: 33%; } .event.national .what { margin-left: 33%; } .event.bridge .what { margin-inline: 16.5%; }
.event .what { padding: .35rem .8rem; border-radius: .5rem; background: var(--quiet-ground); overflow-wrap: anywhere; }
.event p { max-width: none; margin: .1rem 0; }
.event.local .what { background: var(--accent-ground); } .event.national .what { background: var(--wait-ground); }
details { border-top: 1px solid var(--line); padding: .75rem 0; }
summary { cursor: pointer; display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; min-height: 1.75rem; }
summary::before { content: "+"; width: 1rem; color: var(--muted); font-weight: 600; } details[open] > summary::before { content: "–"; }
.attempts { margin: .5rem 0 .25rem 1.75rem; display: grid; gap: .35rem; }
.chart { display: block; width: 100%; height: auto; }
.chart text { fill: var(--muted); font-size: 12px; }
.chart .rule { stroke: var(--line); } .chart .in { stroke: var(--in); } .chart .out { stroke: var(--out); } .chart .answered { stroke: var(--answered); }
.chart .line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.chart .area { fill: var(--in); opacity: .12; stroke: none; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-bottom: .75rem; font-size: .9375rem; }
.legend svg { vertical-align: middle; margin-right: .4rem; }
.legend .in { stroke: var(--in); } .legend .out { stroke: var(--out); } .legend .answered { stroke: var(--answered); }
.phone { display: none; }
@media (max-width: 40rem) {
  .phone { display: block; } .desktop { display: none; }
  h1 { font-size: 1.5rem; }
  .pages ul { gap: 0 1.1rem; font-size: .9375rem; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards, .cards tbody, .cards caption { display: block; }
  .cards tr { display: grid; gap: .3rem; padding: .9rem 0; border-bottom: 1px solid var(--line); }
  .cards tr:last-child { border-bottom: 0; }
  .cards th, .cards td { display: grid; grid-template-columns: 8rem 1fr; gap: 1rem; border: 0; padding: 0; text-align: left; justify-items: start; }
  .cards [data-name]::before { content: attr(data-name); color: var(--muted); font-weight: 400; font-size: .875rem; }
  .event { grid-template-columns: 1fr; }
  .event .what.what { margin: 0; }
  .matter dl, .side dl, .facts { grid-template-columns: 1fr; gap: .1rem; }
  .matter dd, .facts dd { margin-bottom: .5rem; }
}
`;
