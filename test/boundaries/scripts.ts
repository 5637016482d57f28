import { ANSWER_SCRIPTS } from './answer-scripts.ts';
import { FILING_SCRIPTS } from './filing-scripts.ts';
import type { Script } from './script.ts';
import { TROUBLE_SCRIPTS } from './trouble-scripts.ts';

export const SCRIPTS: readonly Script[] = [...FILING_SCRIPTS, ...ANSWER_SCRIPTS, ...TROUBLE_SCRIPTS];
