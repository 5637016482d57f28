import type { Side } from '../../ledger/delivery.ts';
import type { PeerFacts } from '../../watch/create-peer-watch.ts';
import { daysLeft, minutesOff } from '../../watch/decide-findings.ts';
import { type Locale, say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';

/** Fewer days than that are left for a letter and an answer. */
const FEW_DAYS = 3;

/** What the machine of a side shows of its clock and its certificate. */
export function checkPeer(
  locale: Locale,
  side: Side,
  seen: PeerFacts & { readonly now: number },
): readonly DoctorFinding[] {
  const name = say(locale, `side.${side}`);
  const minutes = Math.round(minutesOff(seen) * 10) / 10;
  const days = daysLeft(seen, seen.now);
  const findings: DoctorFinding[] = [];
  if (minutes !== 0) {
    const words = { side: name, minutes: Math.abs(minutes) };
    const meaning = say(locale, minutes > 0 ? 'doctor.clock.ahead' : 'doctor.clock.behind', words);
    findings.push({ check: 'clock', severity: 'warning', meaning, repair: say(locale, 'doctor.clock.repair') });
  }
  if (days !== null) {
    const meaning = say(locale, 'doctor.certificate', { side: name, days: Math.floor(days) });
    const repair = say(locale, 'doctor.certificate.repair', { section: side });
    findings.push({ check: 'certificate', severity: days < FEW_DAYS ? 'error' : 'warning', meaning, repair });
  }
  return findings;
}
