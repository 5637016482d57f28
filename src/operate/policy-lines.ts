import type { Config } from '../config/to-config.ts';
import { say } from './say.ts';

/** What a person must know of the rules in force before anything else. */
export function policyLines({ policy, locale }: Pick<Config, 'policy' | 'locale'>): readonly string[] {
  return [
    ...(policy.mode === 'shadow' ? [say(locale, 'policy.shadow')] : []),
    ...(policy.onUnknownOutcome === 'resend' ? [say(locale, 'policy.resend')] : []),
  ];
}
