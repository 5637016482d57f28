import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { healthySide } from '../../src/ledger/side.ts';
import type { AttentionItem } from '../../src/operate/attention.ts';
import type { DigestFacts } from '../../src/operate/digest-facts.ts';
import { digestFacts } from '../../src/operate/digest-facts.ts';
import { digestMessage } from '../../src/operate/digest-message.ts';
import { configOf } from '../config/load-text.ts';
import { createFakeBridge } from '../support/fake-bridge.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeConfig } from '../support/make-config.ts';

const CONFIG = makeConfig();

/** With the holidays that are shipped. */
const SHIPPED = configOf(
  `local: { kind: rest, baseUrl: https://rabeg.example.test/api, headers: {} }
national: { baseUrl: https://lapor.example.test/v3, headers: {} }`,
  { maps: { 'holidays.yaml': readFileSync('config/holidays.yaml', 'utf8') } },
);

const STUCK: AttentionItem = {
  key: 'delivery:7',
  localId: '1042',
  nationalId: null,
  kind: 'create',
  state: 'parked',
  reason: 'outcome-unknown',
  next: 'jembatan resolve 1042 --tracking <nomor> | --absent',
  needsPerson: true,
  since: MONDAY_MS,
  secret: false,
  acts: ['resolve'],
  only: null,
};

const FACTS: DigestFacts = {
  now: MONDAY_MS,
  fromMs: MONDAY_MS - 3 * 86_400_000,
  activity: { local: 12, national: 3, closed: 5, done: { create: 11, response: 4 } },
  deadlines: [{ institution: 'DPUPR <b>', late: 4, today: 1, tomorrow: 2 }],
  attention: [STUCK],
  sides: [{ ...healthySide('local'), lastOkAt: MONDAY_MS }, healthySide('national')],
};

describe('digestMessage()', () => {
  it('tells what came, went and came back, what is due, and what waits, in the reader’s language', () => {
    const { subject, text } = digestMessage(CONFIG, FACTS);
    expect(subject).toBe('Ringkasan jembatan kota-serang, 2026-08-03');
    expect(text.split('\n').slice(0, 7)).toEqual([
      'Sejak 2026-07-31 08:00:',
      '- masuk: 12 laporan dari aplikasi daerah, 3 dari LAPOR!',
      '- dikirim ke LAPOR!: 11 laporan, 0 tanggapan, 0 diteruskan',
      '- ditulis ke aplikasi daerah: 0 laporan, 4 tanggapan, 0 nomor dan status',
      '- selesai: 5 laporan',
      '- Aplikasi daerah: normal, terakhir menjawab 2026-08-03 08:00',
      '- LAPOR!: normal, terakhir menjawab belum pernah',
    ]);
    expect(text).toMatch(/DPUPR <b> +4 +1 +2/);
    expect(text).toMatch(/1042 .*mungkin sudah sampai.*jembatan resolve 1042/);
  });

  it('is the same in HTML, in which nothing from outside is a tag', () => {
    const { html } = digestMessage(CONFIG, FACTS);
    expect(html).toContain('<td>DPUPR &lt;b&gt;</td><td>4</td><td>1</td><td>2</td>');
    expect(html).toContain('--tracking &lt;nomor&gt; | --absent');
    expect(html).toContain('<html lang="id">');
  });

  it('says plainly that nothing is due and nothing waits', () => {
    const { text, html } = digestMessage(CONFIG, { ...FACTS, deadlines: [], attention: [] });
    for (const said of [text, html]) {
      expect(said).toContain('Tidak ada yang lewat tenggat');
      expect(said).toContain('Tidak ada yang menunggu keputusan petugas.');
    }
  });

  it('shows thirty of what waits, and says how many more there are', () => {
    const attention = Array.from({ length: 45 }, (_, index) => ({ ...STUCK, localId: String(index) }));
    const { text, html } = digestMessage(CONFIG, { ...FACTS, attention });
    expect(text).toContain('dan 15 lagi');
    expect(html?.match(/outcome|mungkin sudah sampai/g)).toHaveLength(30);
  });
});

describe('digestFacts()', () => {
  it.each([
    ['a Tuesday looks back to Monday', '2026-08-04T00:00:00Z', '2026-08-03T00:00:00.000Z'],
    ['a Monday looks back over the weekend', '2026-08-03T00:00:00Z', '2026-07-31T00:00:00.000Z'],
    ['the day after Lebaran looks back over all of it', '2026-03-25T00:00:00Z', '2026-03-17T00:00:00.000Z'],
  ])('%s', async (_, now, from) => {
    const { ledger } = createFakeBridge();
    const facts = await digestFacts(ledger, SHIPPED, Date.parse(now));
    expect(new Date(facts.fromMs).toISOString()).toBe(from);
  });

  it('counts what the ledger saw', async () => {
    const city = createFakeBridge();
    city.local.file({ localId: '1042' });
    await city.cycle();
    const facts = await digestFacts(city.ledger, CONFIG, city.clock.now() + 1);
    expect(facts.activity).toMatchObject({ local: 1, national: 0, done: { create: 1 } });
    expect(facts.deadlines).toEqual([]);
  });

  it('counts by OPD what is late, due today and due on the next working day', async () => {
    const city = createFakeBridge();
    city.local.file({ localId: '1042' });
    await city.cycle();
    const { institution, dueAt } = await city.caseOf('1042');
    const at = async (now: number) => (await digestFacts(city.ledger, CONFIG, now)).deadlines;
    const day = 86_400_000;
    expect(await at((dueAt ?? 0) + 1)).toEqual([{ institution, late: 1, today: 0, tomorrow: 0 }]);
    expect(await at((dueAt ?? 0) - 1_000)).toEqual([{ institution, late: 0, today: 1, tomorrow: 0 }]);
    expect(await at((dueAt ?? 0) - day)).toEqual([{ institution, late: 0, today: 0, tomorrow: 1 }]);
  });
});
