import type { Config } from '../config/to-config.ts';
import type { ReconcileRules } from './decide-reconcile.ts';

export function rulesOf({ policy }: Config): ReconcileRules {
  return { writesBack: policy.writeBack && policy.mode === 'live', settleMs: policy.settleMs };
}
