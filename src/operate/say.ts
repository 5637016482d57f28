import { displayText } from '../report/display-text.ts';
import { PHRASES_EN } from './phrases-en.ts';
import { PHRASES_ID } from './phrases-id.ts';

export type Locale = 'id' | 'en';

export type Phrase = keyof typeof PHRASES_ID;

const PHRASES = { id: PHRASES_ID, en: PHRASES_EN } as const;

/** The phrase in the reader's language, its `{names}` filled in. Values are made safe for a terminal: some come from outside. */
export function say(locale: Locale, phrase: Phrase, values: Readonly<Record<string, string | number>> = {}): string {
  return PHRASES[locale][phrase].replace(/\{(\w+)\}/g, (whole, name: string) =>
    displayText(String(values[name] ?? whole)),
  );
}
