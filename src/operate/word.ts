import type { AlarmKind } from '../ledger/alarm.ts';
import type { DeliveryKind, DeliveryReason, DeliveryState } from '../ledger/delivery.ts';
import type { SideHealth } from '../ledger/side.ts';
import type { Locale } from './say.ts';

type LedgerWord = DeliveryKind | DeliveryState | DeliveryReason | AlarmKind | NonNullable<SideHealth['reason']>;
type ListWord = 'proposed' | 'row' | 'alarm' | 'raised' | 'quarantined';
/** Why a row could not be read, or waits for a person. */
type RowWord =
  | 'missing'
  | 'not-text'
  | 'too-long'
  | 'bad-id'
  | 'not-a-time'
  | 'not-a-list'
  | 'not-an-object'
  | 'unreadable'
  | 'unknown-reference';

type Translations = readonly [id: string, en: string];

/** Fixed words of the ledger as people read them. */
const WORDS = {
  create: ['laporan ke LAPOR!', 'report to LAPOR!'],
  reject: ['penerusan ke instansi lain', 'passing on'],
  'follow-up': ['tanggapan ke LAPOR!', 'answer to LAPOR!'],
  report: ['laporan ke daerah', 'report to the city'],
  'write-back': ['nomor dan status ke daerah', 'number and status to the city'],
  response: ['tanggapan ke daerah', 'answer to the city'],
  row: ['baris data', 'row'],
  alarm: ['peringatan', 'alarm'],
  ready: ['siap', 'ready'],
  sending: ['sedang dikirim', 'sending'],
  doubt: ['belum pasti', 'in doubt'],
  parked: ['diparkir', 'parked'],
  held: ['ditahan', 'held'],
  done: ['selesai', 'done'],
  raised: ['berlaku', 'raised'],
  quarantined: ['dikarantina', 'quarantined'],
  'outcome-unknown': ['jawaban hilang; mungkin sudah sampai', 'the answer was lost; it may have arrived'],
  'already-exists': ['LAPOR! menyatakan sudah ada', 'LAPOR! says it exists already'],
  'near-match': ['ada laporan mirip di LAPOR!', 'a similar report at LAPOR!'],
  'quoted-reference': [
    'tanggapan LAPOR! memuat acuan kita, dengan isi yang tidak kita kirim',
    'an answer of LAPOR! has our reference under words that we never sent',
  ],
  'lost-answer': ['jawaban hilang', 'the answer was lost'],
  restart: ['terputus saat mengirim', 'cut off while sending'],
  refused: ['ditolak karena isinya', 'refused for its content'],
  'not-found': ['tujuan tidak ditemukan', 'not found there'],
  'too-large': ['terlalu besar', 'too large'],
  'read-only': ['akun basis data hanya boleh membaca', 'the account of the database may only read'],
  unprepared: ['tidak dapat disiapkan: kesalahan program', 'could not be prepared: a fault of the bridge'],
  unsupported: ['aplikasi daerah tidak dapat menerimanya', 'the city’s application cannot take it'],
  'empty-text': ['tidak ada isi', 'nothing to say'],
  exhausted: ['terlalu banyak percobaan', 'too many attempts'],
  'identity-number': ['id laporannya berbentuk NIK', 'its id has the shape of an identity number'],
  'too-old': ['terlalu lama', 'too old'],
  linked: ['dicari dulu di LAPOR!', 'looked up at LAPOR! first'],
  'before-since': ['lebih lama dari policy.since', 'older than policy.since'],
  guard: ['ditahan pengaman: terlalu banyak laporan baru', 'held by the guard: too many new reports'],
  'ledger-lost': [
    'mungkin sudah terkirim sebelum buku besar hilang atau dipulihkan',
    'may have been sent before the ledger was lost or restored',
  ],
  operator: ['ditahan petugas', 'held by an operator'],
  privacy: ['tingkat privasi tidak dapat disampaikan', 'its privacy cannot be expressed'],
  withdrawn: ['ditarik di aplikasi daerah', 'withdrawn locally'],
  deleted: ['dihapus di aplikasi daerah', 'deleted locally'],
  'number-taken': ['nomor sudah dipakai laporan lain', 'the number belongs to another report'],
  'unknown-author': ['penulis tanggapan tidak dikenal', 'unknown author of an answer'],
  'id-reused': ['nomor laporan daerah dipakai laporan lain', 'another report has this id now'],
  'number-conflict': ['nomor LAPOR! di daerah berbeda', 'the local side names another number'],
  'unknown-status': ['nama status tidak dikenal', 'unknown status name'],
  'privacy-raised': ['privasi dinaikkan setelah terkirim', 'privacy raised after filing'],
  'answer-withdrawn': [
    'tanggapan ditarik di daerah, tetapi masih tampil di LAPOR!',
    'an answer was taken back here, and LAPOR! still shows it',
  ],
  'answer-edited': ['tanggapan diubah setelah terkirim', 'an answer was edited after it was sent'],
  'report-edited': ['isi laporan diubah setelah terkirim', 'the report was edited after filing'],
  'edited-there': ['isi laporan diubah di LAPOR!', 'the report was edited at LAPOR!'],
  'deleted-after-filing': [
    'dihapus di aplikasi daerah, tetapi masih terbuka di LAPOR!',
    'deleted locally, and still open at LAPOR!',
  ],
  'reopened-locally': [
    'dibuka lagi di aplikasi daerah, tetapi sudah ditutup di LAPOR!',
    'reopened locally, and closed at LAPOR!',
  ],
  twin: ['mungkin kembar dengan laporan di sisi lain', 'may be one with a report of the other side'],
  unlinked: ['hubungannya dengan LAPOR! dilepas', 'its link to LAPOR! was taken back'],
  proposed: ['diusulkan', 'proposed'],
  'found-twice': ['ditemukan dua kali', 'found twice'],
  paging: ['halaman tidak berakhir', 'pages do not end'],
  'list-unreadable': ['daftar LAPOR! tidak terbaca', 'the list of LAPOR! cannot be read'],
  'unreadable-reports': ['tidak ada laporan yang terbaca di LAPOR!', 'no report can be read at LAPOR!'],
  'unreadable-report': ['laporan tidak terbaca di LAPOR!', 'the report cannot be read at LAPOR!'],
  'unreadable-answers': ['tanggapan LAPOR! tidak terbaca', 'unreadable answers at LAPOR!'],
  returned: ['dikembalikan: bukan wewenang', 'given back: no authority'],
  'unknown-number': ['nomor tidak dikenal LAPOR!', 'LAPOR! does not know the number'],
  'mass-closing': [
    'terlalu banyak laporan sekaligus ditutup di LAPOR!; ke daerah tidak ada yang ditulis',
    'too many reports closed at once at LAPOR!; nothing is written to the city',
  ],
  'mass-privacy': [
    'terlalu banyak laporan sekaligus dirahasiakan di daerah; ke LAPOR! tidak ada yang dikirim',
    'too many reports made private at once by the city; nothing is sent to LAPOR!',
  ],
  'mass-deletion': [
    'terlalu banyak laporan sekaligus dihapus di daerah; ke LAPOR! tidak ada yang dikirim',
    'too many reports deleted at once by the city; nothing is sent to LAPOR!',
  ],
  'mass-repair': [
    'terlalu banyak yang harus diperbaiki sekaligus; tidak ada yang diperbaiki',
    'too much to mend at once; nothing was mended',
  ],
  reconciled: ['kedua sisi tidak cocok dengan buku besar', 'both sides and the ledger do not agree'],
  'empty-list': [
    'daftar laporan daerah mendadak kosong; tidak ada yang ditulis atau dikirim',
    'the city’s list is suddenly empty; nothing is written or sent',
  ],
  'institutions-shrunk': ['daftar instansi LAPOR! menyusut', 'LAPOR!’s list of institutions shrank'],
  'institution-gone': ['instansi hilang dari daftar LAPOR!', 'institution gone from LAPOR!’s list'],
  'wal-grows': ['berkas -wal di samping buku besar terus membesar', 'the -wal file beside the ledger goes on growing'],
  unreachable: ['tidak terhubung', 'no connection'],
  'not-sent': ['tidak terhubung', 'no connection'],
  malformed: ['jawaban bukan data', 'its answer is no data'],
  throttled: ['terlalu banyak permintaan', 'too many requests'],
  suspended: ['layanan dihentikan sementara', 'service suspended'],
  unauthorized: ['kredensial ditolak', 'credentials refused'],
  credentials: ['kredensial ditolak', 'credentials refused'],
  blocked: ['akses diblokir', 'access blocked'],
  'wrong-path': ['alamat tidak dikenal', 'address not known'],
  missing: ['tidak ada', 'missing'],
  'not-text': ['bukan teks', 'not a text'],
  'too-long': ['terlalu panjang', 'too long'],
  'bad-id': ['id tidak sah', 'not an id'],
  'not-a-time': ['bukan waktu', 'not a time'],
  'not-a-list': ['bukan daftar', 'not a list'],
  'not-an-object': ['bukan data laporan', 'not a report'],
  'unknown-reference': [
    'memakai rujukan laporan yang tidak dikenal',
    'carries the reference of a report that is not known',
  ],
  unreadable: ['tidak terbaca', 'unreadable'],
} as const satisfies Record<LedgerWord | ListWord | RowWord, Translations>;

const BY_NAME: ReadonlyMap<string, Translations> = new Map(Object.entries(WORDS));

/** A fixed word in the reader's language; what follows `: ` is a detail and stays. A word that is not listed is shown as it is. */
export function word(locale: Locale, name: string | null): string {
  if (name === null) return '';
  const [head = name, ...rest] = name.split(': ');
  const known = BY_NAME.get(head)?.[locale === 'id' ? 0 : 1] ?? head;
  return [known, ...rest].join(': ');
}
