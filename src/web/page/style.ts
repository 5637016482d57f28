import { createHash } from 'node:crypto';
import { STYLE_PARTS } from './style-parts.ts';
import { STYLE_TONES } from './style-tones.ts';

/** The one style sheet: system fonts, light and dark, phone, desktop and paper. */
export const STYLE = `${STYLE_TONES}${STYLE_PARTS}`;

/** Its address changes with it, so that it can be kept. */
export const STYLE_PATH = `/style.css?${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}`;
