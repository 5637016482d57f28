import { html } from './html.ts';
import type { Page } from './layout.ts';

/** A page that says one thing. */
export function notePage(title: string, text: string): Page {
  return { title, main: html`<h1>${title}</h1><section class="card"><p>${text}</p></section>` };
}
