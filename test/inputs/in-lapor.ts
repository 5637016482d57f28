import { expect } from 'vitest';
import type { Case as LedgerCase } from '../../src/ledger/case.ts';
import type { NationalAnswer } from '../../src/national/national-system.ts';
import { framed } from './framed.ts';
import type { Case } from './input.ts';
import type { LaporSeen, LaporStage } from './open-lapor-stage.ts';

type LaporCase = Case<LaporStage>;
type Changes = Readonly<Record<string, unknown>>;

/** Inputs as LAPOR! would send them, and what must come of each. */
export const inLapor = {
  /** Each of these bodies tells nothing; with `write`, an answer of this kind leaves a create in doubt. */
  pages(bodies: readonly string[], detail: string, write?: string): LaporCase {
    return of(write === undefined ? 'P' : 'P, D', async (stage) => {
      for (const body of bodies) {
        const fine = (head: string) => head.includes('/complaint ');
        // First a bad E7 behind a good E6, then both bad.
        stage.answer((good, socket, { head }) => socket.write(framed(fine(head) ? good : body)));
        expect(await stage.read()).toMatchObject({ refused: detail, moved: false, known: [], apart: 0 });
        stage.answer((_good, socket) => socket.write(framed(body)));
        expect(await stage.read()).toMatchObject({ refused: detail, moved: false, known: [], alarms: [] });
        if (write !== undefined) expect(await stage.write()).toMatchObject({ kind: 'doubt', cause: write });
      }
    });
  },

  /** An answer (E7) with each of these members written into it is set apart, and the one beside it is not. */
  apart(...members: readonly string[]): LaporCase {
    return of('Q', async (stage) => {
      for (const member of members) {
        const usual = ['"id":1', '"content":"Satu"'].filter((one) => !member.startsWith(one.slice(0, 4)));
        const bad = `{${[...usual, member].join(',')}}`;
        const seen = await readsAnswers(
          stage,
          stage.page([]).replace('[]', `[${bad},${JSON.stringify(stage.row(2))}]`),
        );
        expect(seen).toMatchObject({ refused: null, moved: true, known: ['2'], apart: 1 });
        expect(seen.answers.map(({ id }) => id)).toEqual(['2']);
      }
    });
  },

  /** An answer with these changes is taken in so, and read again it says nothing new. */
  row(changes: Changes, taken: Partial<NationalAnswer>): LaporCase {
    return of('N', async (stage) => {
      const seen = await readsAnswers(stage, stage.page([{ ...stage.row(1), ...changes }]));
      expect(seen).toMatchObject({ refused: null, moved: true, known: ['1'], apart: 0 });
      expect(seen.answers).toMatchObject([taken]);
      expect((await stage.read()).news).toBe(0);
    });
  },

  /** Ids as they stand in JSON, and the answers that they name. */
  ids(written: readonly string[], known: readonly string[]): LaporCase {
    return of('N', async (stage) => {
      const rows = written.map((id) => `{"id":${id},"content":"a"}`);
      const seen = await readsAnswers(stage, stage.page([]).replace('[]', `[${rows.join(',')}]`));
      expect(seen).toMatchObject({ refused: null, moved: true, known, apart: 0 });
    });
  },

  /** What comes of E7 with this body. */
  body(body: string, expected: Partial<LaporSeen>, verdict: LaporCase['verdict'] = 'N'): LaporCase {
    return of(verdict, async (stage) => expect(await readsAnswers(stage, body)).toMatchObject(expected));
  },

  /** What the ledger says of the report after each of these changes to E6. */
  details(
    changes: readonly Changes[],
    expected: Partial<LedgerCase>,
    { verdict = 'N', alarms = [] }: { verdict?: LaporCase['verdict']; alarms?: readonly string[] } = {},
  ): LaporCase {
    return of(verdict, async (stage) => {
      for (const change of changes) {
        const seen = await readsDetail(stage, change);
        expect(seen).toMatchObject({ refused: null, moved: true, case: expected });
        expect(seen.alarms).toEqual(alarms);
      }
    });
  },

  /** Anything else. */
  seen(verdict: LaporCase['verdict'], check: LaporCase['check']): LaporCase {
    return of(verdict, check);
  },

  readsAnswers,
  readsDetail,
};

function of(verdict: LaporCase['verdict'], check: LaporCase['check']): LaporCase {
  return { verdict, check };
}

async function readsAnswers(stage: LaporStage, body: string): Promise<LaporSeen> {
  stage.answer((good, socket, { head }) => socket.write(framed(head.includes('/followups') ? body : good)));
  return await stage.read();
}

async function readsDetail(stage: LaporStage, changes: Changes): Promise<LaporSeen> {
  const body = stage.detail(changes);
  stage.answer((good, socket, { head }) => socket.write(framed(head.includes('/followups') ? good : body)));
  return await stage.read();
}
