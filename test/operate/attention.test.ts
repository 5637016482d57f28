import { describe, expect, it } from 'vitest';
import type { AlarmKind } from '../../src/ledger/alarm.ts';
import type { DeliveryKind, DeliveryReason, DeliveryState } from '../../src/ledger/delivery.ts';
import type { TwinPair } from '../../src/ledger/twin.ts';
import type { Attention, Stuck } from '../../src/ledger/verbs/overview.ts';
import { publicItem, toAttention } from '../../src/operate/attention.ts';

const NOTHING: Attention = { stuck: [], alarms: [], quarantined: [], twins: [] };

function stuck(change: Partial<Stuck>): Attention {
  const delivery: Stuck = {
    deliveryId: 1,
    localId: '1042',
    nationalId: null,
    side: 'national',
    kind: 'create',
    key: 'create',
    state: 'parked',
    reason: 'outcome-unknown',
    endedAt: null,
    createdAt: 0,
    attempts: 1,
    secret: false,
    ...change,
  };
  return { ...NOTHING, stuck: [delivery] };
}

function alarm(kind: AlarmKind, change: Partial<Attention['alarms'][number]> = {}): Attention {
  const ids = { localId: '1042', nationalId: '9165816', secret: false };
  return { ...NOTHING, alarms: [{ key: kind, kind, caseId: 1, detail: null, raisedAt: 0, ...ids, ...change }] };
}

const RETRY = 'jembatan retry 1042';
const RESOLVE = 'jembatan resolve 1042 --tracking <number> | --absent';

/**
 * What settles a report that is parked on its way to LAPOR!, for every reason there is. Only where nothing arrived for
 * certain it is sent again; any other reason, those included that never park anything, wants a look first.
 */
const PARKED = {
  refused: RETRY,
  'not-found': RETRY,
  'read-only': RETRY,
  'too-large': RETRY,
  'empty-text': RETRY,
  unsupported: RETRY,
  unprepared: RETRY,
  'identity-number':
    'LAPOR! would show that id: file it by hand, then jembatan resolve 1042 --tracking <number>. If the ids of this city are no NIKs: policy.maskNik: false, then jembatan retry 1042',
  exhausted: RETRY,
  'too-old': RETRY,
  'outcome-unknown': RESOLVE,
  'already-exists': RESOLVE,
  'near-match': RESOLVE,
  'lost-answer': RESOLVE,
  'number-taken': RESOLVE,
  restart: RESOLVE,
  linked: RESOLVE,
  'not-sent': RETRY,
  throttled: RETRY,
  suspended: RETRY,
  credentials: RETRY,
  blocked: RETRY,
  'wrong-path': RETRY,
  'before-since': RETRY,
  guard: RETRY,
  'ledger-lost': RESOLVE,
  operator: RETRY,
  deleted: RETRY,
  withdrawn: RETRY,
  privacy: RETRY,
  twin: RETRY,
  unlinked: RETRY,
} as const satisfies Record<DeliveryReason, string>;

const SEEN = [
  'jembatan explain 1042; sudah dilihat: jembatan confirm 1042',
  'jembatan explain 1042; seen: jembatan confirm 1042',
] as const;
const IF_RIGHT = [
  'periksa apakah sisi itu normal; bila memang benar: jembatan confirm',
  'look whether that side is well; if it is right so: jembatan confirm',
] as const;
const ALARMS = {
  'unknown-status': [
    'tambahkan nama itu ke peta status (maps.statuses). Sudah dilihat: jembatan confirm "Baru"',
    'add the name to the status map (maps.statuses). Seen: jembatan confirm "Baru"',
  ],
  'id-reused': SEEN,
  'number-conflict': SEEN,
  'number-taken': SEEN,
  'privacy-raised': [
    'naikkan privasinya di LAPOR! dengan tangan, lalu jembatan confirm 1042',
    'raise its privacy at LAPOR! by hand, then jembatan confirm 1042',
  ],
  'answer-withdrawn': [
    'LAPOR! masih menampilkan tanggapan Baru dan tidak dapat menariknya: minta pengelola LAPOR! menyembunyikannya, lalu jembatan confirm 1042; selesai sendiri bila tanggapan itu ditampilkan lagi di daerah',
    'LAPOR! still shows answer Baru, and takes none back: ask LAPOR! to hide it, then jembatan confirm 1042; over by itself once the answer is shown here again',
  ],
  'answer-edited': [
    'LAPOR! masih menampilkan tanggapan Baru dengan kata lama: bila perlu tulis perbaikannya sebagai tanggapan baru di aplikasi (terkirim sendiri), lalu jembatan confirm 1042',
    'LAPOR! still shows answer Baru in its old words: where it matters, write the correction as a new answer in the application (it goes by itself), then jembatan confirm 1042',
  ],
  'report-edited': [
    'LAPOR! masih menampilkan isi lama: bila perlu tulis perubahannya sebagai tanggapan di aplikasi (terkirim sendiri) atau minta diubah di LAPOR!, lalu jembatan confirm 1042',
    'LAPOR! still shows the old words: where it matters, write the change as an answer in the application (it goes by itself) or have it mended at LAPOR!, then jembatan confirm 1042',
  ],
  'edited-there': [
    'baca isi barunya di LAPOR! (laporan Baru) dan ubah laporan di aplikasi daerah dengan tangan, lalu jembatan confirm 1042',
    'read its new words at LAPOR! (report Baru) and mend the report in the application by hand, then jembatan confirm 1042',
  ],
  'deleted-after-filing': [
    'LAPOR! masih menunggu tindak lanjut laporan ini: pulihkan di aplikasi daerah, atau selesaikan di LAPOR!; sudah dilihat: jembatan confirm 1042',
    'LAPOR! still waits for something to be done: restore it in the application, or end it at LAPOR!; seen: jembatan confirm 1042',
  ],
  'reopened-locally': [
    'LAPOR! tidak menerima pembukaan kembali dari luar: minta dibuka lagi di LAPOR!, atau selesaikan lagi di aplikasi daerah; sudah dilihat: jembatan confirm 1042',
    'LAPOR! takes no reopening from outside: ask for it there, or end it in the application again; seen: jembatan confirm 1042',
  ],
  'found-twice': SEEN,
  twin: [
    'tanggapi juga Baru dan 1042 sendiri; sudah: jembatan confirm 1042',
    'answer Baru and 1042 both by hand; done: jembatan confirm 1042',
  ],
  'near-match': [
    'buka laporan itu di LAPOR!; jika sama: jembatan resolve 1042 --tracking <nomor>, jika bukan: --absent',
    'open that report at LAPOR!; if it is the same: jembatan resolve 1042 --tracking <number>, if not: --absent',
  ],
  'quoted-reference': [
    'baca tanggapan Baru di LAPOR! dan sampaikan isinya bila dari instansi lain. Sudah dilihat: jembatan confirm 1042',
    'read answer Baru at LAPOR!, and pass it on if it is of another institution. Seen: jembatan confirm 1042',
  ],
  paging: [
    'tanyakan pengelola aplikasi mengapa halamannya tidak berakhir',
    'ask the owner of the application why its pages do not end',
  ],
  'list-unreadable': [
    'periksa national.paths.list dan hak akses akun ke daftar itu',
    'check national.paths.list and whether the account may read that list',
  ],
  'unknown-author': [
    'perbaiki penulis tanggapan di aplikasi (opd, pelapor, lapor), atau tandai internal; tanggapan itu belum dikirim',
    'mend the author of the answer in the application (opd, pelapor, lapor), or mark it internal; it was not sent',
  ],
  'unreadable-answers': SEEN,
  'unreadable-reports': [
    'tanyakan kepada LAPOR! mengapa tidak satu pun laporan atau tanggapannya diberikan; berakhir sendiri begitu terbaca lagi',
    'ask LAPOR! why it gives no report or no answers to anybody; it is over by itself once it does',
  ],
  'unreadable-report': [
    'tanyakan LAPOR! mengapa laporan ini atau tanggapannya tidak diberikan; sudah dilihat: jembatan confirm 1042',
    'ask LAPOR! why it does not give this report or its answers; seen: jembatan confirm 1042',
  ],
  'unknown-number': SEEN,
  guard: ['jembatan confirm', 'jembatan confirm'],
  'mass-closing': IF_RIGHT,
  'mass-privacy': IF_RIGHT,
  'mass-deletion': IF_RIGHT,
  'mass-repair': [
    'periksa dulu kedua sisi; bila memang benar: jembatan confirm, lalu jembatan reconcile --repair --last',
    'look at both sides first; if it is right so: jembatan confirm, then jembatan reconcile --repair --last',
  ],
  reconciled: [
    'jembatan reconcile --last; diperbaiki dengan jembatan reconcile --repair --last',
    'jembatan reconcile --last; mended by jembatan reconcile --repair --last',
  ],
  'empty-list': IF_RIGHT,
  returned: [
    'jembatan pass-on 1042 --to <nama di institutions.yaml, atau id>; bila memang wewenang kota: verifikasi di LAPOR!',
    'jembatan pass-on 1042 --to <name in institutions.yaml, or id>; if the city has authority: verify it at LAPOR!',
  ],
  'institutions-shrunk': [
    'tanyakan LAPOR! mengapa daftar instansinya menyusut; daftar lama tetap dipakai. Bila memang benar: jembatan confirm Baru',
    'ask LAPOR! why its list of institutions shrank; the old list stays in use. If it is right: jembatan confirm Baru',
  ],
  'institution-gone': [
    'periksa institutions.yaml: instansi ini tidak ada lagi di daftar LAPOR!. Sudah dilihat: jembatan confirm "Baru"',
    'check institutions.yaml: LAPOR! does not list these institutions any more. Seen: jembatan confirm "Baru"',
  ],
  'wal-grows': [
    'hentikan program lain yang terus membaca buku besar (sqlite3, alat cadangan); siapa: lsof pada berkas yang disebut `jembatan status`',
    'end whatever else goes on reading the ledger (sqlite3, a backup tool); who: lsof on the file that `jembatan status` names',
  ],
} as const satisfies Record<AlarmKind, readonly [id: string, en: string]>;

describe('toAttention()', () => {
  it('asks about two reports that may be one, and says both answers', () => {
    const pair = { localId: '1042', nationalId: '900', state: 'proposed', localPrivacy: { secret: false } } as TwinPair;
    expect(toAttention({ ...NOTHING, twins: [pair] }, 'en')).toMatchObject([
      {
        localId: '1042',
        nationalId: '900',
        kind: 'twin',
        state: 'proposed',
        next: 'jembatan link 1042 900 | jembatan not-a-twin 1042 900',
        needsPerson: true,
      },
    ]);
  });

  it.each(Object.entries(PARKED))('settles what is parked as %s with: %s', (reason, next) => {
    expect(toAttention(stuck({ reason: reason as DeliveryReason }), 'en')).toMatchObject([{ reason, next }]);
  });

  it.each<[DeliveryKind, DeliveryState, DeliveryReason | null, string]>([
    ['create', 'doubt', 'lost-answer', RESOLVE],
    ['create', 'doubt', null, RESOLVE],
    ['create', 'parked', null, RESOLVE],
    ['follow-up', 'parked', 'outcome-unknown', 'jembatan resolve 1042 --tracking 9165816 | --absent'],
    ['reject', 'parked', 'restart', 'jembatan resolve 1042 --tracking 9165816 | --absent'],
    ['follow-up', 'doubt', 'lost-answer', 'nothing: it is looked up by itself'],
    ['reject', 'doubt', 'restart', 'nothing: it is looked up by itself'],
    ['write-back', 'doubt', 'lost-answer', 'nothing: it is looked up by itself'],
    ['response', 'doubt', 'lost-answer', 'nothing: it is looked up by itself'],
    ['response', 'parked', 'refused', RETRY],
    ['create', 'held', 'guard', 'jembatan confirm'],
    ['create', 'held', 'operator', 'jembatan release 1042'],
    ['create', 'held', 'privacy', 'jembatan release 1042'],
    ['create', 'held', 'deleted', 'jembatan release 1042'],
    ['write-back', 'held', null, 'jembatan release 1042'],
  ])('settles a %s that is %s (%s) with: %s', (kind, state, reason, next) => {
    const nationalId = kind === 'create' ? null : '9165816';
    expect(toAttention(stuck({ kind, state, reason, nationalId }), 'en')).toMatchObject([{ kind, state, next }]);
  });

  it('names what a word is about where more is stuck under the same report', () => {
    const { stuck: parts } = stuck({ kind: 'follow-up', key: 'follow-up:6:1', nationalId: '77' });
    const { stuck: others } = stuck({ kind: 'response', key: 'response:3', nationalId: '77' });
    const { stuck: elsewhere } = stuck({ kind: 'response', key: 'response:4', localId: '1043', nationalId: '78' });
    const items = toAttention({ ...NOTHING, stuck: [...parts, ...others, ...elsewhere] }, 'en');
    expect(items.map(({ next }) => next)).toEqual([
      'jembatan resolve 1042 --only follow-up:6:1 --tracking 77 | --absent',
      'jembatan resolve 1042 --only response:3 --tracking 77 | --absent',
      'jembatan resolve 1043 --tracking 78 | --absent',
    ]);
  });

  it('names a report by its number at LAPOR! where the city has none', () => {
    const items = toAttention(stuck({ localId: null, nationalId: '9165816', state: 'held', reason: 'operator' }), 'en');
    expect(items).toMatchObject([{ localId: null, nationalId: '9165816', next: 'jembatan release 9165816' }]);
  });

  it.each<[DeliveryState, DeliveryReason | null, boolean]>([
    ['parked', 'refused', true],
    ['parked', null, true],
    ['held', 'guard', true],
    ['held', 'privacy', true],
    ['held', 'deleted', true],
    ['held', null, true],
    ['held', 'operator', false],
    ['doubt', 'lost-answer', false],
  ])('says whether %s (%s) needs a person: %s', (state, reason, needsPerson) => {
    expect(toAttention(stuck({ state, reason }), 'id')).toMatchObject([{ needsPerson }]);
  });

  it.each<[string, Partial<Stuck>, boolean]>([
    ['a number that its form does not take', { side: 'local', kind: 'write-back', reason: 'unsupported' }, false],
    ['an answer that its account may not write', { side: 'local', kind: 'response', reason: 'read-only' }, false],
    ['what the city refused for its content', { side: 'local', kind: 'response', reason: 'refused' }, true],
    ['what LAPOR! does not take', { side: 'national', kind: 'follow-up', reason: 'unsupported' }, true],
  ])('lists of a city that is read only %s, and asks nobody needlessly', (_, change, needsPerson) => {
    expect(toAttention(stuck(change), 'id', true)).toMatchObject([{ needsPerson }]);
    expect(toAttention(stuck(change), 'id')).toMatchObject([{ needsPerson: true }]);
  });

  it('says the state where there is no reason', () => {
    expect(toAttention(stuck({ state: 'held', reason: null }), 'id')).toMatchObject([{ reason: 'held' }]);
  });

  it.each(Object.entries(ALARMS))('says in both languages what to do about %s', (kind, [id, en]) => {
    const common = { kind: 'alarm', state: 'raised', reason: `${kind}: Baru`, needsPerson: true };
    const raised = alarm(kind as AlarmKind, { detail: 'Baru' });
    expect(toAttention(raised, 'id')).toMatchObject([{ ...common, next: id }]);
    expect(toAttention(raised, 'en')).toMatchObject([{ ...common, next: en }]);
  });

  it('tells the detail of an alarm, and the number that it is about', () => {
    const raised = alarm('found-twice', { localId: null, detail: 'create' });
    expect(toAttention(raised, 'en')).toMatchObject([
      {
        localId: null,
        nationalId: '9165816',
        reason: 'found-twice: create',
        next: SEEN[1].replaceAll('1042', '9165816'),
      },
    ]);
  });

  it.each([
    ['local', { localId: '77', nationalId: null }],
    ['national', { localId: null, nationalId: '77' }],
  ] as const)('tells an unreadable row of the %s side', (side, ids) => {
    const row = { side, key: '77', path: 'created_at', reason: 'not-a-time', fingerprint: 'f', firstAt: 0, lastAt: 0 };
    expect(toAttention({ ...NOTHING, quarantined: [row] }, 'en')).toEqual([
      {
        key: `row:${side}:77`,
        ...ids,
        kind: 'row',
        state: 'quarantined',
        reason: 'not-a-time: created_at',
        next: 'mend the row in its application; it is read again by itself. Seen: jembatan confirm 77',
        needsPerson: true,
        since: 0,
        secret: false,
        acts: ['confirm-one'],
        only: null,
      },
    ]);
  });

  it.each(['near-match', 'unknown-reference'])('lets a person compare a row that can be read: %s', (reason) => {
    const row = {
      side: 'national',
      key: '77',
      path: 'content',
      reason,
      fingerprint: 'f',
      firstAt: 0,
      lastAt: 0,
    } as const;
    expect(toAttention({ ...NOTHING, quarantined: [row] }, 'en')).toMatchObject([
      { nationalId: '77', next: expect.stringMatching(/^compare report 77 .* Seen: jembatan confirm 77$/) },
    ]);
  });

  it('lets a person look for what a lost ledger may have filed, before it is let go', () => {
    const [item] = toAttention(stuck({ state: 'held', reason: 'ledger-lost' }), 'en');
    expect(item).toMatchObject({ needsPerson: true, next: expect.stringContaining('jembatan release 1042') });
    expect(item?.next).toContain('jembatan resolve 1042 --tracking <number>');
  });

  it.each(['privacy-raised', 'answer-withdrawn'] as const)('lists first what strangers may read now: %s', (kind) => {
    const all = { ...NOTHING, stuck: stuck({}).stuck, alarms: [...alarm('guard').alarms, ...alarm(kind).alarms] };
    expect(toAttention(all, 'id').map(({ reason }) => reason)).toEqual([kind, 'outcome-unknown', 'guard']);
  });

  it('lists what is stuck, then what is raised, then what is unreadable', () => {
    const row = {
      side: 'local',
      key: '77',
      path: '',
      reason: 'missing',
      fingerprint: 'f',
      firstAt: 0,
      lastAt: 0,
    } as const;
    const all = { stuck: stuck({}).stuck, alarms: alarm('guard').alarms, quarantined: [row], twins: [] };
    expect(toAttention(all, 'id').map(({ kind }) => kind)).toEqual(['create', 'alarm', 'row']);
    expect(toAttention(NOTHING, 'id')).toEqual([]);
  });
});

describe('publicItem()', () => {
  it('has the names of the command line’s contract and no others', () => {
    const [item] = toAttention(stuck({}), 'id').map(publicItem);
    expect(Object.keys(item ?? {})).toEqual(['localId', 'nationalId', 'kind', 'state', 'reason', 'next']);
  });
});
