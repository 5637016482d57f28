import type { Config } from '../config/to-config.ts';
import { dateInZone } from '../report/format-time.ts';
import { parseTime } from '../report/parse-time.ts';
import type { ReportKind } from '../report/report.ts';
import type { BridgeStatus } from '../report/status.ts';
import { addWorkingDays } from './add-working-days.ts';
import { holidaysOf } from './holidays-of.ts';

export type Step = 'verify' | 'first-follow-up' | 'finish';

/** The step that a report waits for; `null`: none, it is closed. Source: PermenPANRB, domain page. */
const WAITS_FOR = {
  received: 'verify',
  verified: 'first-follow-up',
  'in-progress': 'finish',
  'waiting-reporter': 'finish',
  closed: null,
  archived: null,
  rejected: null,
} as const satisfies Record<BridgeStatus, Step | null>;

export interface DeadlineFacts {
  readonly kind: ReportKind;
  readonly createdAt: number;
  readonly bridgeStatus: BridgeStatus | null;
}

/**
 * When the step that a report waits for is over, epoch ms: the end of the last working day, counted from the day the report
 * was made by the rule that was in force then. `null` where it waits for nothing or no rule is known.
 */
export function dueAt(facts: DeadlineFacts, config: Pick<Config, 'maps' | 'timezone'>): number | null {
  const step = facts.bridgeStatus === null ? 'verify' : WAITS_FOR[facts.bridgeStatus];
  if (step === null) return null;
  const made = dateInZone(facts.createdAt, config.timezone);
  const workingDays = ruleFor(config, { kind: facts.kind, step, made });
  if (workingDays === null) return null;
  const last = addWorkingDays(made, workingDays, holidaysOf(config.maps.holidays));
  return parseTime(`${last} 23:59:59`, config.timezone);
}

function ruleFor(
  { maps }: Pick<Config, 'maps'>,
  { kind, step, made }: { readonly kind: ReportKind; readonly step: Step; readonly made: string },
): number | null {
  const inForce = maps.deadlines.filter((rule) => rule.step === step && rule.from <= made);
  const own = inForce.filter((rule) => rule.classification === kind).at(-1);
  const general = inForce.filter((rule) => rule.classification === 'default').at(-1);
  return (own ?? general)?.workingDays ?? null;
}
