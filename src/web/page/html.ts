import { html as template } from 'hono/html';
import { displayText } from '../../report/display-text.ts';

/** Markup that is safe to be shown as it is. Made by `html` alone. */
export type Html = ReturnType<typeof template> & string;

export type HtmlValue = string | number | Html | null | undefined | false | readonly HtmlValue[];

/** Markup with values put in: text is escaped and cannot hide or reorder what is around it, `null`, `undefined` and `false` are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  // Without a promise among its values the template is none either.
  return template(strings, ...values.map(shown)) as Html;
}

function shown(value: HtmlValue): unknown {
  if (Array.isArray(value)) return value.map(shown);
  return typeof value === 'string' ? displayText(value) : value;
}
