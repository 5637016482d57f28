import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/to-config.ts';
import { type OutgoingFollowUp, toFollowUp } from '../../src/forward/to-follow-up.ts';
import { followUpForm } from '../../src/national/lapor-v3/follow-up-form.ts';
import { isPartOf } from '../../src/report/is-part-of.ts';
import { lastLineIsReference } from '../../src/report/reference.ts';
import { FOLLOW_UP, OPTIONS } from '../national/lapor-v3/lapor.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeFollowUp, makeReport } from '../support/make-report.ts';

const CONFIG = makeConfig();
const REFERENCE = '[Ref: kota-serang-1042/9]';

function outgoing(given: Partial<OutgoingFollowUp> = {}): OutgoingFollowUp {
  return {
    followUp: makeFollowUp(),
    localId: '1042',
    reporter: makeReport().reporter,
    anonymous: false,
    withheld: [],
    hasFiles: false,
    ...given,
  };
}

function render(given: Partial<OutgoingFollowUp>, maxLength = 1000): readonly string[] {
  const parts = toFollowUp(outgoing(given), limitedTo(maxLength));
  if (parts === 'no-room') throw new Error('no room');
  return parts;
}

function limitedTo(maxLength: number): Config {
  const { national } = CONFIG;
  return { ...CONFIG, national: { ...national, followUp: { ...national.followUp, maxLength } } };
}

function saying(text: string, given: Partial<OutgoingFollowUp> = {}): Partial<OutgoingFollowUp> {
  return { ...given, followUp: makeFollowUp({ ...given.followUp, text }) };
}

describe('toFollowUp()', () => {
  it('puts the reference into the last line', () => {
    expect(render({})).toEqual([`Sudah ditindaklanjuti.\n${REFERENCE}`]);
  });

  it("introduces the reporter's reply", () => {
    expect(render({ followUp: makeFollowUp({ author: 'reporter', text: 'Belum selesai.' }) })).toEqual([
      `Balasan pelapor:\nBelum selesai.\n${REFERENCE}`,
    ]);
  });

  it.each<readonly [string, Partial<OutgoingFollowUp>, readonly string[]]>([
    ['nothing', saying(' \n'), []],
    ['files alone', saying('', { hasFiles: true }), [`(Lampiran)\n${REFERENCE}`]],
    [
      'files alone, one of them withheld',
      saying('', { hasFiles: true, withheld: ['too-large'] }),
      [expect.stringMatching(/^\(Lampiran\)\n.*1 terlalu besar.*\n\[Ref: kota-serang-1042\/9\]$/)],
    ],
    [
      'a note alone',
      saying('', { withheld: ['too-large'] }),
      [expect.stringMatching(/1 terlalu besar.*\n\[Ref: kota-serang-1042\/9\]$/)],
    ],
  ])('makes of %s', (_name, given, parts) => {
    expect(render(given)).toEqual(parts);
  });

  it("masks a NIK, and an anonymous reporter's identity inside an answer of an OPD", () => {
    const text = 'Yth. Bapak RAHMAT Hidayat (0812 3456 7890), KTP 9912-3456-7890-1234: sudah diperbaiki.';
    expect(render(saying(text))).toEqual([
      `Yth. Bapak RAHMAT Hidayat (0812 3456 7890), KTP [NIK disamarkan]: sudah diperbaiki.\n${REFERENCE}`,
    ]);
    const [anonymous = ''] = render(saying(text, { anonymous: true }));
    expect(anonymous).not.toMatch(/rahmat|hidayat|3456/i);
    expect(anonymous).toContain('sudah diperbaiki.');
  });

  it('numbers the parts of a long answer', () => {
    const sentence = 'Kami sudah menindaklanjuti laporan tersebut di lapangan.';
    const parts = render(saying(Array<string>(6).fill(sentence).join(' ')), 200);
    expect(parts.map((part) => part.split('\n')[0])).toEqual(['(1/3)', '(2/3)', '(3/3)']);
    expect(parts.map((part) => part.split('\n').at(-1))).toEqual([REFERENCE, REFERENCE, REFERENCE]);
  });

  it('loses nothing, whatever the length, and keeps every part within it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
      fc
        .array(fc.lorem({ maxCount: 20, mode: 'sentences' }), { minLength: 1, maxLength: 30 })
        .map((all) => all.join('\n')),
    );
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 50, max: 1200 }),
        fc.constantFrom('institution', 'reporter'),
        (said, max, author) => {
          const parts = render({ followUp: makeFollowUp({ text: said, author }) }, max);
          expect(parts.every((part) => part.length <= max)).toBe(true);
          expect(parts.every((part) => lastLineIsReference(part, REFERENCE))).toBe(true);
          const [whole = ''] = render({ followUp: makeFollowUp({ text: said, author }) }, 1_000_000);
          expect(withoutBlanks(parts.map(textOf).join(''))).toBe(withoutBlanks(whole.slice(0, -REFERENCE.length)));
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each([
    ['short lines', 'baris\n'.repeat(160)],
    ['paragraphs', 'Sudah.\n\n'.repeat(300)],
    ['words', 'kata '.repeat(500)],
    ['emoji', '👍🏽\n'.repeat(400)],
  ])('keeps every part of %s within the limit in the bytes that leave, and known again', async (_, text) => {
    const parts = render(saying(text));
    const sent = await Promise.all(parts.map(contentOnTheWire));
    expect(sent.length).toBeGreaterThan(1);
    expect(Math.max(...sent.map((content) => content.length))).toBeLessThanOrEqual(1000);
    sent.forEach((content, index) => {
      expect(isPartOf(content, { reference: REFERENCE, part: index + 1, parts: parts.length })).toBe(true);
      expect(content.split('\r\n')).toEqual(parts[index]?.split('\n'));
    });
  });

  it('sends a text that just fits, and cuts one that is a line end longer', async () => {
    const room = 1000 - `\r\n${REFERENCE}`.length;
    const fits = `${'a\n'.repeat(100)}${'b'.repeat(room - 300)}`;
    expect(await Promise.all(render(saying(fits)).map(contentOnTheWire))).toEqual([
      expect.objectContaining({ length: 1000 }),
    ]);
    expect(render(saying(fits.replace('b', '\n')))).toHaveLength(2);
  });

  it('says so where the reference leaves no room', () => {
    const config = limitedTo(50);
    expect(toFollowUp(outgoing({ localId: 'x'.repeat(20) }), config)).toBe('no-room');
    const long = saying('Kata '.repeat(2000), { localId: 'x'.repeat(7) });
    expect(toFollowUp(outgoing(long), config).length).toBeGreaterThan(500);
  });
});

/** What the receiver of E8 reads in the field `content`, out of the bytes of the body. */
async function contentOnTheWire(content: string): Promise<string> {
  const body = await new Response(followUpForm({ ...FOLLOW_UP, content }, OPTIONS)).text();
  return /name="content"\r\n\r\n(.*?)\r\n--/s.exec(body)?.[1] ?? '';
}

/** A part without its number and reference. */
function textOf(part: string): string {
  const lines = part.split('\n');
  return lines.slice(/^\(\d+\/\d+\)$/.test(lines[0] ?? '') ? 1 : 0, -1).join('\n');
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}
