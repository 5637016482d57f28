import type { Gate } from '../../src/http/gate.ts';

/** A gate without limits, which counts the permits that are out. */
export interface FakeGate extends Gate {
  readonly out: number;
}

/** Every worker may ask once more before it notices. */
const LATE_MAX = 10;

export function createFakeGate(): FakeGate {
  let begun = 0;
  let out = 0;
  let late = 0;
  return {
    async enter(signal) {
      if (signal?.aborted === true) {
        late += 1;
        if (late > LATE_MAX) throw new Error('whoever was told to stop goes on asking for permits');
        return null;
      }
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
