import type { Gate } from '../../src/http/gate.ts';

/** A gate without limits, which counts the permits that are out. */
export interface FakeGate extends Gate {
  readonly out: number;
}

export function createFakeGate(): FakeGate {
  let begun = 0;
  let out = 0;
  return {
    async enter(signal) {
      if (signal?.aborted === true) return null;
      begun += 1;
      out += 1;
      let held = true;
      return {
        goesOut: () => undefined,
        release() {
          if (held) out -= 1;
          held = false;
        },
      };
    },
    get begun() {
      return begun;
    },
    get out() {
      return out;
    },
  };
}
