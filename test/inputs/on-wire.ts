import { expect } from 'vitest';
import type { Case } from './input.ts';
import type { Stage } from './stage.ts';

interface OnWire {
  /** What is said in place of a proper answer with this body. */
  readonly say: Parameters<Stage['answer']>[0];
  /** Why a reading gets nothing; `fine`: it gets everything. */
  readonly read: string;
  /** Why a write is in doubt; `done`: it is not. */
  readonly write: string;
  /** Number of requests for one reading and one write. */
  readonly asked?: number;
  readonly timeoutMs?: number;
}

/** What both adapters make of an answer, read and written to; which of them reads it makes no difference. */
export function onWire(input: OnWire): { readonly rest: Case<Stage>; readonly lapor: Case<Stage> } {
  const { say, read, write, asked, timeoutMs } = input;
  const verdict = read === 'fine' ? 'fine' : 'P, D';
  const one: Case<Stage> = {
    verdict,
    async check(stage) {
      stage.answer(say);
      const before = stage.server.requests.length;
      const seen = await stage.read();
      const all = { refused: null, moved: true, known: ['1', '2'], apart: 0 };
      expect(seen).toMatchObject(read === 'fine' ? all : { refused: read, moved: false, known: [], news: 0 });
      const result = await stage.write();
      expect(result).toMatchObject(write === 'done' ? { kind: 'done' } : { kind: 'doubt', cause: write });
      if (asked !== undefined) expect(stage.server.requests.length - before).toBe(asked);
    },
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  };
  return { rest: one, lapor: one };
}
