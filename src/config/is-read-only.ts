import type { Config } from './to-config.ts';

/** Whether the configuration itself says that nothing is ever written into the city's application. */
export function isReadOnly(local: Config['local']): boolean {
  if (local.kind === 'mysql') return local.readOnly;
  return local.kind === 'open311' && !local.updates;
}
