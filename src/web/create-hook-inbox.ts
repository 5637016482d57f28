import type { Clock } from '../clock.ts';

/** What hooks said since the last round. */
export interface HookInbox {
  /** `null`: something changed, and nobody says what. */
  readonly accept: (localId: string | null) => void;
  /** A round begins: the reports that it is to read, and no more. */
  readonly take: () => readonly string[];
}

export interface HookInboxOptions {
  readonly clock: Pick<Clock, 'mono' | 'sleep'>;
  /** Has a round begun, or another after the one under way. */
  readonly ring: () => void;
  readonly halt: AbortSignal;
}

/** However many hooks come: rounds that they begin are so far apart at least. */
const APART_MS = 10_000;
/** Whatever else changed is read by the list, as ever. */
const IDS_MAX = 100;

/** Gathers hooks, so that a flood of them is one round, and the first of them waits for nothing. */
export function createHookInbox({ clock, ring, halt }: HookInboxOptions): HookInbox {
  const ids = new Set<string>();
  let lastMono = Number.NEGATIVE_INFINITY;
  let waits = false;

  return {
    accept(localId) {
      if (localId !== null && ids.size < IDS_MAX) ids.add(localId);
      if (waits) return;
      waits = true;
      const waitMs = Math.max(0, lastMono + APART_MS - clock.mono());
      void clock.sleep(waitMs, halt).then(() => waits && ring());
    },
    take() {
      lastMono = clock.mono();
      waits = false;
      const taken = [...ids];
      ids.clear();
      return taken;
    },
  };
}
