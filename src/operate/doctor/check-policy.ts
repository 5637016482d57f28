import type { Config } from '../../config/to-config.ts';
import { dateInZone } from '../../report/format-time.ts';
import { type Phrase, say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';

/** What the rules in force keep from being sent. That `since` is missing is told as of the configuration. */
export function checkPolicy(config: Config, now: number): readonly DoctorFinding[] {
  const { locale, timezone, policy } = config;
  const since = policy.sinceMs === null ? '' : dateInZone(policy.sinceMs, timezone);
  const tell = (severity: DoctorFinding['severity'], meaning: Phrase, repair: Phrase): DoctorFinding => ({
    check: 'policy',
    severity,
    meaning: say(locale, meaning, { since, environment: config.national.environment }),
    repair: say(locale, repair),
  });
  return [
    ...(policy.mode === 'shadow' ? [tell('note', 'doctor.policy.shadow', 'doctor.policy.shadow.repair')] : []),
    ...(policy.sinceMs !== null && policy.sinceMs > now
      ? [tell('warning', 'doctor.policy.future', 'doctor.policy.future.repair')]
      : []),
    ...(policy.writeBack ? [] : [tell('note', 'doctor.policy.mute', 'doctor.policy.mute.repair')]),
  ];
}
