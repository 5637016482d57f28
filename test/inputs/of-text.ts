import { expect } from 'vitest';
import { framed } from './framed.ts';
import type { Case } from './input.ts';
import type { Stage } from './stage.ts';

/** A text within a row, and how it is taken in: the same way each time, or every reading would look like a change. */
export function ofText(
  text: string,
  taken: string | { readonly rest: string; readonly lapor: string },
): { readonly rest: Case<Stage>; readonly lapor: Case<Stage> } {
  const { rest, lapor } = typeof taken === 'string' ? { rest: taken, lapor: taken } : taken;
  return { rest: { verdict: 'N', check: takes(rest) }, lapor: { verdict: 'N', check: takes(lapor) } };

  function takes(expected: string): Case<Stage>['check'] {
    return async (stage) => {
      const body = stage.page([stage.row(1, text), stage.row(2, text.normalize('NFD'))]);
      stage.answer((good, socket, { head }) => socket.write(framed(head.includes('/complaint ') ? good : body)));
      const seen = await stage.read();
      expect(seen).toMatchObject({ refused: null, moved: true, apart: 0, texts: { 1: expected, 2: expected } });
      expect((await stage.read()).news).toBe(0);
    };
  }
}
