import { expect } from 'vitest';
import { toFollowUp } from '../../src/forward/to-follow-up.ts';
import { toNational } from '../../src/forward/to-national.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeFollowUp, makeReport } from '../support/make-report.ts';
import { framed } from './framed.ts';
import { inLapor } from './in-lapor.ts';
import { inRest } from './in-rest.ts';
import type { Input } from './input.ts';

const HOSTILE = "<script>alert(1)</script> {{7*7}} #{7*7} '; DROP TABLE laporan; -- $(reboot) a\nINFO forged=1";
const CONFIG = makeConfig();

/** Section I: text that would be more than text. */
export const TEXT_INPUTS: readonly Input[] = [
  {
    number: 115,
    what: 'markup, templates, SQL, commands and forged log lines',
    rest: inRest.row({ isi: HOSTILE, judul: HOSTILE }, () => ({ text: HOSTILE, title: HOSTILE })),
    lapor: inLapor.seen('N', async (stage) => {
      const { body } = await stage.file({ text: HOSTILE });
      expect(body).toMatchObject({ content: expect.stringContaining(HOSTILE) });
      const seen = await inLapor.readsAnswers(stage, stage.page([stage.row(1, `<p>a</p>${HOSTILE}`)]));
      expect(seen.texts[1]).toMatch(/^a\s+\{\{7\*7\}\} #\{7\*7\} '; DROP TABLE laporan;/);
      expect(seen.texts[1]).not.toContain('alert');
    }),
  },
  {
    number: 116,
    what: 'more text than the other side takes, and none at all',
    rest: inRest.seen('H', async (stage) => {
      stage.answer((_good, socket) => socket.write(framed('{"message":"isi terlalu panjang"}', [], '413 X')));
      expect(await stage.write()).toEqual({ kind: 'refused', cause: 'too-large', status: 413 });
    }),
    lapor: inLapor.seen('N', async (stage) => {
      const followUp = makeFollowUp({ text: 'Sudah 👩‍👩‍👧‍👦 ditangani. '.repeat(200) });
      const report = makeReport();
      const rest = { localId: '1042', reporter: report.reporter, anonymous: false, withheld: [], hasFiles: false };
      const parts = toFollowUp({ ...rest, followUp }, CONFIG);
      if (parts === 'no-room') throw new Error('there is room');
      expect(parts.length).toBeGreaterThan(1);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(1000);
        expect(part).toMatch(/\n\[Ref: kota-serang-1042\/9\]$/);
        expect(part.isWellFormed()).toBe(true);
      }
      const empty = makeReport({ title: '\u0007', text: ' \u0000\u001b'.replace('\u0000', '') });
      const none = { report: empty, privacy: empty.privacy, attachmentIds: [], withheld: [] };
      expect(toNational(none, CONFIG)).toBeNull();
      expect((await stage.file({ text: 'x'.repeat(50_000) })).body).toMatchObject({
        content: expect.stringMatching(/^\[Ref: kota-serang-1042\]\n/),
      });
    }),
  },
];
