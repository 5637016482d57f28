import { plainText } from './plain-text.ts';

/** Any `{{ … }}`; what stands inside is looked up afterwards. */
const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

/**
 * A template of LAPOR!, which may be HTML, as plain text (contract page, E6): `{{name}}`, with or without blanks inside,
 * and `{{name_link}}` become the value of `name`; a placeholder without a value is removed, since a citizen must not read
 * template code. Filling comes after the HTML is gone, so that no value is taken for markup.
 */
export function fillTemplate(template: string, values: ReadonlyMap<string, string | null>): string {
  return plainText(template)
    .replace(PLACEHOLDER, (_match, inner: string) => {
      const name = inner.trim().toLowerCase();
      return values.get(name) ?? values.get(name.replace(/_link$/, '')) ?? '';
    })
    .trim();
}
