import { displayText } from '../report/display-text.ts';
import { DOOR_PHRASES_EN } from './door-phrases-en.ts';
import { DOOR_PHRASES_ID } from './door-phrases-id.ts';
import { PHRASES_EN } from './phrases-en.ts';
import { PHRASES_ID } from './phrases-id.ts';
import { ROUTE_PHRASES_EN } from './route-phrases-en.ts';
import { ROUTE_PHRASES_ID } from './route-phrases-id.ts';

export type Locale = 'id' | 'en';

export type Phrase = keyof typeof PHRASES_ID | keyof typeof DOOR_PHRASES_ID | keyof typeof ROUTE_PHRASES_ID;

/** Every phrase, in each language. */
export const PHRASES: Readonly<Record<Locale, Readonly<Record<Phrase, string>>>> = {
  id: { ...PHRASES_ID, ...DOOR_PHRASES_ID, ...ROUTE_PHRASES_ID },
  en: { ...PHRASES_EN, ...DOOR_PHRASES_EN, ...ROUTE_PHRASES_EN },
};

/** The phrase in the reader's language, its `{names}` filled in. Values are made safe for a terminal: some come from outside. */
export function say(locale: Locale, phrase: Phrase, values: Readonly<Record<string, string | number>> = {}): string {
  return PHRASES[locale][phrase].replace(/\{(\w+)\}/g, (whole, name: string) =>
    displayText(String(values[name] ?? whole)),
  );
}
