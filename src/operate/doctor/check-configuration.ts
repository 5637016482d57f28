import { basename } from 'node:path';
import type { Problem } from '../../config/problem.ts';
import { problemWords } from '../problem-words.ts';
import { type Locale, say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';

/** What the configuration allows and a careful operator would want to know. */
export function checkConfiguration(locale: Locale, warnings: readonly Problem[]): readonly DoctorFinding[] {
  return warnings.map(({ file, path, message }) => ({
    check: 'configuration',
    severity: 'warning',
    meaning: `${[basename(file), path].filter((part) => part !== '').join(': ')}: ${problemWords(locale, message)}`,
    repair: say(locale, 'doctor.edit', { file }),
  }));
}
