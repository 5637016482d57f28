import { type Html, html } from './html.ts';

/** To the page of one report, by a local id, a ticket number or a number at LAPOR!. */
export function reportLink(id: string, text: string = id): Html {
  return html`<a href="/report?${new URLSearchParams({ id }).toString()}">${text}</a>`;
}
