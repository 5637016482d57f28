import type { ReadFailure } from '../../http/outcome.ts';
import type { Side } from '../../ledger/delivery.ts';
import { type Locale, say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';

/** What it means that a side gave nothing to a cheap read. */
export function checkSide(locale: Locale, side: Side, failure: ReadFailure): DoctorFinding {
  const words = {
    side: say(locale, `side.${side}`),
    section: side,
    status: failure.status ?? '-',
    detail: failure.detail,
  };
  const tell = (
    severity: DoctorFinding['severity'],
    kind: 'unreachable' | 'unauthorized' | 'throttled' | 'strange',
  ) => ({
    check: side,
    severity,
    meaning: say(locale, `doctor.side.${kind}`, words),
    repair: say(locale, `doctor.side.${kind}.repair`, words),
  });
  switch (failure.kind) {
    case 'unreachable':
      return tell('unreachable', 'unreachable');
    case 'unauthorized':
      return tell('error', 'unauthorized');
    case 'throttled':
      return tell('warning', 'throttled');
    case 'malformed':
    case 'not-found':
    case 'refused':
      return tell('error', 'strange');
  }
}
