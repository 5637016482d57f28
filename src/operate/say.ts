import { displayText } from '../report/display-text.ts';
import { ACT_PHRASES_EN } from './act-phrases-en.ts';
import { ACT_PHRASES_ID } from './act-phrases-id.ts';
import { CHANGE_PHRASES_EN } from './change-phrases-en.ts';
import { CHANGE_PHRASES_ID } from './change-phrases-id.ts';
import { DOCTOR_PHRASES_EN } from './doctor-phrases-en.ts';
import { DOCTOR_PHRASES_ID } from './doctor-phrases-id.ts';
import { DOOR_PHRASES_EN } from './door-phrases-en.ts';
import { DOOR_PHRASES_ID } from './door-phrases-id.ts';
import { NOTICE_PHRASES_EN } from './notice-phrases-en.ts';
import { NOTICE_PHRASES_ID } from './notice-phrases-id.ts';
import { PAGE_PHRASES_EN } from './page-phrases-en.ts';
import { PAGE_PHRASES_ID } from './page-phrases-id.ts';
import { PHRASES_EN } from './phrases-en.ts';
import { PHRASES_ID } from './phrases-id.ts';
import { RECONCILE_PHRASES_EN } from './reconcile-phrases-en.ts';
import { RECONCILE_PHRASES_ID } from './reconcile-phrases-id.ts';
import { ROUTE_PHRASES_EN } from './route-phrases-en.ts';
import { ROUTE_PHRASES_ID } from './route-phrases-id.ts';
import { TWIN_PHRASES_EN } from './twin-phrases-en.ts';
import { TWIN_PHRASES_ID } from './twin-phrases-id.ts';

export type Locale = 'id' | 'en';

const ID = {
  ...ACT_PHRASES_ID,
  ...PHRASES_ID,
  ...CHANGE_PHRASES_ID,
  ...DOCTOR_PHRASES_ID,
  ...DOOR_PHRASES_ID,
  ...NOTICE_PHRASES_ID,
  ...PAGE_PHRASES_ID,
  ...RECONCILE_PHRASES_ID,
  ...ROUTE_PHRASES_ID,
  ...TWIN_PHRASES_ID,
} as const;

const EN = {
  ...ACT_PHRASES_EN,
  ...PHRASES_EN,
  ...CHANGE_PHRASES_EN,
  ...DOCTOR_PHRASES_EN,
  ...DOOR_PHRASES_EN,
  ...NOTICE_PHRASES_EN,
  ...PAGE_PHRASES_EN,
  ...RECONCILE_PHRASES_EN,
  ...ROUTE_PHRASES_EN,
  ...TWIN_PHRASES_EN,
} as const satisfies Record<keyof typeof ID, string>;

export type Phrase = keyof typeof ID;

/** Every phrase, in each language. */
export const PHRASES: Readonly<Record<Locale, Readonly<Record<Phrase, string>>>> = { id: ID, en: EN };

/** The phrase in the reader's language, its `{names}` filled in. Values are made safe for a terminal: some come from outside. */
export function say(locale: Locale, phrase: Phrase, values: Readonly<Record<string, string | number>> = {}): string {
  return PHRASES[locale][phrase].replace(/\{(\w+)\}/g, (whole, name: string) =>
    displayText(String(values[name] ?? whole)),
  );
}
