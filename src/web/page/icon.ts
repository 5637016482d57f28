import { type Html, html } from './html.ts';

export type IconName = 'check' | 'alert' | 'question' | 'pause' | 'clock' | 'arrow' | 'lock' | 'eye' | 'search';

const circle = html`<circle cx="8" cy="8" r="6.25"/>`;

const SHAPES = {
  check: html`${circle}<path d="m5.2 8.2 2 2 3.7-4.2"/>`,
  alert: html`<path d="M8 1.9 14.6 13.6H1.4zM8 6.2v3.4M8 11.6v.1"/>`,
  question: html`${circle}<path d="M6.2 6.4a1.9 1.9 0 1 1 2.7 1.8c-.6.3-.9.6-.9 1.2M8 11.4v.1"/>`,
  pause: html`${circle}<path d="M6.4 5.8v4.4M9.6 5.8v4.4"/>`,
  clock: html`${circle}<path d="M8 4.6V8l2.2 1.4"/>`,
  arrow: html`<path d="M2 8h11.2M9.2 4l4 4-4 4"/>`,
  lock: html`<path d="M3.5 7.2h9v6.3h-9zM5.4 7V5a2.6 2.6 0 0 1 5.2 0v2"/>`,
  eye: html`<path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z"/><circle cx="8" cy="8" r="1.9"/>`,
  search: html`<circle cx="7" cy="7" r="4.6"/><path d="m10.5 10.5 3.6 3.6"/>`,
} as const satisfies Record<IconName, Html>;

/** A small picture beside a word, which says the same: silent for who listens. */
export function icon(name: IconName): Html {
  return html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`;
}
