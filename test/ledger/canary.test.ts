import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../src/ledger/sqlite/open-sqlite.ts';
import { WrongKeyError } from '../../src/ledger/verbs/payload.ts';
import { makeFolder } from '../support/make-folder.ts';
import { makeLedger } from '../support/make-ledger.ts';
import { makeFollowUp } from '../support/make-report.ts';
import { LOST, makeScene, type Scene } from './make-scene.ts';
import { readHistory } from './verify-history.ts';

/** Words that a citizen wrote, or that name one; nothing else in a test contains them. */
const CANARIES = [
  'Kanarina Zuhl',
  'kanarina.zuhl@example.test',
  '0899-7351-2264',
  '9912340000077731',
  'Gang Kenanga Ungu 71',
  'selokan jingga meluap',
  'judul kenari',
  '-6.1199731',
  'jawaban kenari dinas',
  'jawaban kenari pusat',
  'kenari-foto-rumah.jpg',
];

const REPORT = {
  title: 'Tentang judul kenari',
  text: 'Ada selokan jingga meluap.',
  reporter: {
    name: 'Kanarina Zuhl',
    email: 'kanarina.zuhl@example.test',
    phone: '0899-7351-2264',
    nik: '9912340000077731',
  },
  location: {
    address: 'Gang Kenanga Ungu 71',
    district: null,
    village: null,
    latitude: '-6.1199731',
    longitude: null,
  },
  attachments: [
    {
      url: 'https://rabeg.example.test/kenari-foto-rumah.jpg',
      name: 'kenari-foto-rumah.jpg',
      mimeType: null,
      sizeBytes: 1,
    },
  ],
} as const;

/** Everything that can be told to a ledger about one report that is full of canaries. */
async function live({ ledger, see, open, hear, owe, begin, settle, now }: Scene): Promise<void> {
  const { id } = await open({ ...REPORT, localId: '1' });
  const create = await owe(id);
  await see(
    [
      { type: 'note', contentChanged: true },
      { type: 'message', followUp: makeFollowUp({ text: 'jawaban kenari dinas' }), nationalId: null, internal: false },
      { type: 'raise-privacy', privacy: { anonymous: true, secret: true } },
    ],
    { ...REPORT, localId: '1', text: 'Masih selokan jingga meluap.' },
  );
  await begin(create);
  await settle(create, LOST);
  await ledger.settleDoubt(create.id, { type: 'found', peerId: '900', others: ['8'] }, now());
  const answer = { text: 'jawaban kenari pusat', institution: 'Dinas', template: null, attachments: [], createdAt: 1 };
  await hear(id, [
    { type: 'answer', answer: { ...answer, id: '55' } },
    {
      type: 'status',
      name: 'Selesai',
      bridgeStatus: 'closed',
      institution: 'Dinas',
      returned: null,
      logSize: 1,
      logAt: 1,
      fingerprint: 'f',
    },
  ]);
  await ledger.hold('1', now());
  await ledger.release('1', now());
}

function openFile() {
  const folder = makeFolder();
  const database = openSqlite(join(folder, 'ledger.sqlite'), { create: true });
  onTestFinished(() => void database.close());
  const bytes = () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  return { ...makeScene(makeLedger(database)), database, folder, bytes };
}

/** The canaries that these bytes show, as UTF-8 or UTF-16. */
function shownIn(bytes: Buffer): readonly string[] {
  return CANARIES.filter((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')));
}

describe('what citizens wrote', () => {
  it('is nowhere in the file in clear, neither before nor after it is closed', async () => {
    const scene = openFile();
    await live(scene);

    expect(readdirSync(scene.folder).sort()).toEqual(['ledger.sqlite', 'ledger.sqlite-shm', 'ledger.sqlite-wal']);
    expect(scene.bytes().includes('case-opened')).toBe(true);
    expect(shownIn(scene.bytes())).toEqual([]);
    scene.database.close();
    expect(readdirSync(scene.folder)).toEqual(['ledger.sqlite']);
    expect(shownIn(scene.bytes())).toEqual([]);
  });

  it('is in no row but the sealed ones', async () => {
    const scene = openFile();
    await live(scene);
    const tables = scene.query(`select name from sqlite_schema where type = 'table'`).map((row) => String(row.name));
    const text = tables
      .filter((table) => table !== 'payload' && table !== 'case_key')
      .map((table) => JSON.stringify(scene.query(`select * from ${table}`)))
      .join('\n');

    expect(text).toContain('case-opened');
    expect(shownIn(Buffer.from(text))).toEqual([]);
    expect(shownIn(Buffer.from(JSON.stringify(readHistory(scene))))).toEqual([]);
  });

  it('comes back to whoever has the key, and to nobody else', async () => {
    const scene = openFile();
    await live(scene);
    await scene.owe(1, { kind: 'reject' });
    const query = { side: 'national', now: scene.now(), limit: 1, creates: true } as const;
    const [work] = await scene.ledger.dueDeliveries(query);

    expect(work?.report).toMatchObject({ reporter: REPORT.reporter, location: REPORT.location });
    scene.query(`update case_key set wrapped = zeroblob(60) returning case_id`);
    await expect(scene.ledger.dueDeliveries(query)).rejects.toThrow(WrongKeyError);
    await expect(scene.see([{ type: 'note', contentChanged: true }], { localId: '1', title: 'x' })).rejects.toThrow(
      WrongKeyError,
    );
  });

  it('is sealed with a key of its own for every report', async () => {
    const scene = openFile();
    await scene.open({ ...REPORT, localId: '1' });
    await scene.open({ ...REPORT, localId: '2' });
    scene.query(`update case_key set wrapped = (select wrapped from case_key where case_id = 1) returning case_id`);
    await scene.owe(2);

    const due = scene.ledger.dueDeliveries({ side: 'national', now: scene.now(), limit: 1, creates: true });

    await expect(due).rejects.toThrow(WrongKeyError);
  });
});
