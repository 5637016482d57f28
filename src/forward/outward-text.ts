import { cleanText } from '../report/clean-text.ts';
import { maskIdentity } from '../report/mask-identity.ts';
import { maskNik } from '../report/mask-nik.ts';
import type { Reporter } from '../report/report.ts';

export interface MaskPolicy {
  readonly maskNik: boolean;
  /** Where it is true nothing that names the reporter may leave. */
  readonly anonymous: boolean;
}

/** A text as it may leave the city: cleaned, identity numbers masked, and an anonymous reporter's own name, mail and phone. */
export function outwardText(text: string, reporter: Reporter, policy: MaskPolicy): string {
  const clean = cleanText(text).trim();
  const known = reporter.nik === null ? [] : [reporter.nik];
  const masked = policy.maskNik ? maskNik(clean, known) : clean;
  return policy.anonymous ? maskIdentity(masked, reporter) : masked;
}
