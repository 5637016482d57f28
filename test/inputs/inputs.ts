import { ATTACHMENT_INPUTS } from './attachment-inputs.ts';
import { ENCODING_INPUTS } from './encoding-inputs.ts';
import { FRAMING_INPUTS } from './framing-inputs.ts';
import type { Input } from './input.ts';
import { JSON_INPUTS } from './json-inputs.ts';
import { PAGE_INPUTS } from './page-inputs.ts';
import { PRIVACY_INPUTS } from './privacy-inputs.ts';
import { TEXT_INPUTS } from './text-inputs.ts';
import { TIME_INPUTS } from './time-inputs.ts';
import { XML_INPUTS } from './xml-inputs.ts';

/** The numbers that the catalogue has. */
export const NUMBERS: readonly number[] = Array.from({ length: 116 }, (_, index) => index + 1);

/** The catalogue of bad inputs. */
export const INPUTS: readonly Input[] = [
  ...FRAMING_INPUTS,
  ...ENCODING_INPUTS,
  ...JSON_INPUTS,
  ...XML_INPUTS,
  ...PAGE_INPUTS,
  ...TIME_INPUTS,
  ...PRIVACY_INPUTS,
  ...ATTACHMENT_INPUTS,
  ...TEXT_INPUTS,
];
