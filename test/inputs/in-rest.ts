import { expect } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { sampleRow } from '../local/rest/sample-row.ts';
import { framed } from './framed.ts';
import type { Case } from './input.ts';
import type { RestSeen, RestStage } from './open-rest-stage.ts';

type RestCase = Case<RestStage>;
type Changes = Readonly<Record<string, unknown>>;

/** Inputs as a REST application would send them, and what must come of each. */
export const inRest = {
  /** Each of these bodies is no page; with `write`, an answer of this kind leaves a write in doubt. */
  pages(bodies: readonly string[], detail: string, write?: string): RestCase {
    return of(write === undefined ? 'P' : 'P, D', async (stage) => {
      for (const body of bodies) {
        const seen = await reads(stage, body);
        expect(seen).toMatchObject({ refused: detail, moved: false, known: [], apart: 0, cursor: null });
        if (write !== undefined) expect(await stage.write()).toMatchObject({ kind: 'doubt', cause: write });
      }
    });
  },

  /** A row with these members written into it is set apart, and the row beside it is not. */
  apart(members: string, rejected: { readonly path: string; readonly reason: string }): RestCase {
    return of('Q', async (stage) => {
      const body = stage.page([sampleRow({ id: 1 }), sampleRow({ id: 2 })]);
      await expectOneApart(stage, body.replace('"data":[{', `"data":[{${members},`), rejected);
    });
  },

  /** Each of these changes sets its row apart. */
  rows(changes: readonly Changes[], path: string, reason: string): RestCase {
    return of('Q', async (stage) => {
      const rows = changes.map((change, index) => sampleRow({ id: index + 100, ...change }));
      const seen = await reads(stage, stage.page([...rows, sampleRow({ id: 2 })]));
      expect(seen.rejected).toMatchObject(changes.map(() => ({ path, reason })));
      expect(seen).toMatchObject({ refused: null, moved: true, known: ['2'] });
      expect(seen.apart).toBe(new Set(seen.rejected.map(({ key }) => key)).size);
    });
  },

  /** A row with these changes is taken in so, and read again it says nothing new. */
  row(changes: Changes, taken: (report: Report) => Partial<Report>): RestCase {
    return of('N', async (stage) => {
      const body = stage.page([sampleRow({ id: 1, lokasi: null, ...changes })]);
      const seen = await reads(stage, body);
      const [report] = seen.reports;
      expect(report).toMatchObject(report === undefined ? {} : taken(report));
      expect(seen).toMatchObject({ refused: null, moved: true, known: ['1'], apart: 0 });
      expect((await stage.read()).news).toBe(0);
    });
  },

  /** Ids as they stand in JSON, and the reports that they name. */
  ids(written: readonly string[], known: readonly string[]): RestCase {
    return of('N', async (stage) => {
      const rows = written.map((id, index) =>
        JSON.stringify(sampleRow({ id: `ID${index}` })).replace(`"ID${index}"`, id),
      );
      const seen = await reads(stage, stage.page([]).replace('"data":[]', `"data":[${rows.join(',')}]`));
      expect(seen).toMatchObject({ refused: null, moved: true, known, apart: 0, news: known.length });
    });
  },

  /** Both privacy flags, in words that say no and in words that do not. */
  flags(no: readonly unknown[], yes: readonly unknown[]): RestCase {
    return of('N', async (stage) => {
      const rows = [...no, ...yes].map((flag, index) => sampleRow({ id: index + 1, anonim: flag, rahasia: flag }));
      const seen = await reads(stage, stage.page(rows));
      expect(seen.reports.map(({ privacy }) => privacy)).toEqual([
        ...no.map(() => ({ anonymous: false, secret: false })),
        ...yes.map(() => ({ anonymous: true, secret: true })),
      ]);
    });
  },

  /** Anything else. */
  seen(verdict: RestCase['verdict'], check: RestCase['check']): RestCase {
    return of(verdict, check);
  },

  reads,
};

function of(verdict: RestCase['verdict'], check: RestCase['check']): RestCase {
  return { verdict, check };
}

/** Reads through intake what is answered so from now on. */
async function reads(stage: RestStage, body: string): Promise<RestSeen> {
  stage.answer((_good, socket) => socket.write(framed(body)));
  return await stage.read();
}

async function expectOneApart(stage: RestStage, body: string, rejected: object): Promise<void> {
  const seen = await reads(stage, body);
  expect(seen.rejected).toMatchObject([rejected]);
  expect(seen).toMatchObject({ refused: null, moved: true, known: ['2'], apart: 1 });
}
