import { type DiskSpace, isShort } from '../../watch/decide-findings.ts';
import { type Locale, say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';

/** Whether the ledger has room to grow in its folder. */
export function checkDisk(locale: Locale, space: DiskSpace | null, folder: string): readonly DoctorFinding[] {
  if (space === null || !isShort(space)) return [];
  const megabytes = Math.floor(space.free / 1024 / 1024);
  return [
    {
      check: 'disk',
      severity: megabytes < 50 ? 'error' : 'warning',
      meaning: say(locale, 'doctor.disk', { megabytes, folder }),
      repair: say(locale, 'doctor.disk.repair'),
    },
  ];
}
