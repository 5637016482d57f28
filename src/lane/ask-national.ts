import type { NationalSystem } from '../national/national-system.ts';
import type { SideWatch } from './side-watch.ts';

export interface AskDeps {
  readonly national: Pick<NationalSystem, 'ping'>;
  readonly watch: SideWatch;
  readonly halt: AbortSignal;
}

/** Asks LAPOR! something cheap that every account may read, unless it must be left alone, and notes how it is. */
export async function askNational({ national, watch, halt }: AskDeps): Promise<void> {
  if (halt.aborted || watch.waits()) return;
  const pong = await national.ping(halt);
  if (!halt.aborted) await watch.noteRead(pong.ok ? null : pong.failure, false);
}
