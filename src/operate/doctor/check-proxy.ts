import type { Config } from '../../config/to-config.ts';
import { say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';

/** Whether a proxy is used where somebody may think so. Its address is never shown: it may hold a password. */
export function checkProxy(
  { locale, proxy }: Pick<Config, 'locale' | 'proxy'>,
  environmentProxy: string | null,
): readonly DoctorFinding[] {
  const tell = (severity: DoctorFinding['severity'], kind: 'ignored' | 'missing'): DoctorFinding => ({
    check: 'proxy',
    severity,
    meaning: say(locale, `doctor.proxy.${kind}`),
    repair: say(locale, `doctor.proxy.${kind}.repair`),
  });
  if (proxy === null && environmentProxy !== null) return [tell('note', 'ignored')];
  return proxy === 'environment' && environmentProxy === null ? [tell('warning', 'missing')] : [];
}
