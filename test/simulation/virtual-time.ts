/** Time that passes only when nothing else can happen: one queue of moments, taken in order. */
export interface VirtualTime {
  /** Milliseconds since the start; never jumps. */
  mono(): number;
  /** Calls back at a moment; gives the way to forget it. */
  at(mono: number, fire: () => void): () => void;
  /** Lets time pass until `mono`, and everything due by then happen. */
  runUntil(mono: number): Promise<void>;
  /** Everything that happens until `done()` holds, or `limit` is reached: true where it holds. */
  runWhile(pending: () => boolean, limit: number): Promise<boolean>;
}

interface Moment {
  readonly mono: number;
  readonly order: number;
  readonly fire: () => void;
  live: boolean;
}

/** What waits for nothing, again and again, would never end: so much of it is a fault of whoever waits. */
const AT_ONCE_MAX = 100_000;

export function createVirtualTime(): VirtualTime {
  const queue: Moment[] = [];
  let now = 0;
  let order = 0;
  /** Moments since time passed last. */
  let atOnce = 0;

  function push(moment: Moment): void {
    let index = queue.length;
    queue.push(moment);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = queue[parent];
      if (above === undefined || !isBefore(moment, above)) break;
      queue[index] = above;
      index = parent;
    }
    queue[index] = moment;
  }

  function pop(): Moment | undefined {
    const first = queue[0];
    const last = queue.pop();
    if (first === undefined || last === undefined || queue.length === 0) return first;
    let index = 0;
    for (;;) {
      const left = index * 2 + 1;
      const [a, b] = [queue[left], queue[left + 1]];
      const child = b !== undefined && a !== undefined && isBefore(b, a) ? left + 1 : left;
      const least = queue[child];
      if (least === undefined || !isBefore(least, last)) break;
      queue[index] = least;
      index = child;
    }
    queue[index] = last;
    return first;
  }

  async function step(limit: number): Promise<boolean> {
    const next = queue[0];
    if (next === undefined || next.mono > limit) return false;
    pop();
    if (!next.live) return true;
    atOnce = next.mono > now ? 0 : atOnce + 1;
    if (atOnce > AT_ONCE_MAX) throw new Error(`time stands still at ${now} ms`);
    now = Math.max(now, next.mono);
    next.fire();
    await settled();
    return true;
  }

  return {
    mono: () => now,
    at(mono, fire) {
      order += 1;
      const moment: Moment = { mono: Math.max(mono, now), order, fire, live: true };
      push(moment);
      return () => {
        moment.live = false;
      };
    },
    async runUntil(mono) {
      await settled();
      while (await step(mono));
      now = Math.max(now, mono);
    },
    async runWhile(pending, limit) {
      await settled();
      while (pending() && (await step(limit)));
      return !pending();
    },
  };
}

/** Every promise that can go on has gone on: the microtasks are empty when the next macrotask begins. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function isBefore(a: Moment, b: Moment): boolean {
  return a.mono < b.mono || (a.mono === b.mono && a.order < b.order);
}
