import type { DeliveryEvent } from '../ledger/lifecycle.ts';
import type { HistoryEvent } from '../ledger/verbs/append-history.ts';

type Translations = readonly [id: string, en: string];

const DELIVERY: Readonly<Record<DeliveryEvent | 'owed' | 'replaced', Translations>> = {
  owed: ['direncanakan', 'planned'],
  replaced: ['diperbarui sebelum dikirim', 'renewed before it was sent'],
  begin: ['mulai dikirim', 'sending begins'],
  answered: ['diterima', 'accepted'],
  'not-sent': ['tidak terkirim; dicoba lagi', 'was not sent; tried again'],
  'not-reached': ['belum diterima; dicoba lagi', 'did not get there; tried again'],
  refused: ['diparkir', 'parked'],
  lost: ['belum pasti sampai', 'in doubt'],
  found: ['ternyata sudah sampai', 'had arrived'],
  absent: ['terbukti tidak sampai; dikirim lagi', 'did not arrive, as look-ups prove; sent again'],
  'no-way': ['diparkir: tidak dapat dicari', 'parked: it cannot be looked up'],
  exhausted: ['diparkir', 'parked'],
  hold: ['ditahan', 'held'],
  release: ['tidak lagi ditahan', 'held no longer'],
  'resolve-found': ['dinyatakan sudah sampai', 'said to have arrived'],
  'resolve-absent': ['dinyatakan tidak sampai; dikirim lagi', 'said not to have arrived; sent again'],
  retry: ['dicoba lagi', 'tried again'],
  resend: ['dikirim lagi walau belum pasti', 'sent again though in doubt'],
  distrust: ['belum pasti sampai', 'in doubt'],
  unlink: ['diparkir: hubungannya dilepas', 'parked: its link was taken back'],
};

/** What the history tells, as people read it. */
const WORDS: Readonly<Record<Exclude<HistoryEvent, `delivery-${string}`>, Translations>> = {
  acknowledged: ['ada yang menangani', 'somebody has it in hand'],
  'alarm-raised': ['peringatan', 'alarm'],
  'alarm-cleared': ['peringatan berakhir', 'alarm over'],
  'alarm-confirmed': ['peringatan sudah dilihat', 'alarm seen'],
  'answer-bound': ['terlihat di LAPOR!', 'seen at LAPOR!'],
  'case-held': ['laporan ditahan', 'report held'],
  'case-opened': ['laporan dikenal', 'report seen for the first time'],
  'case-passed-on': ['petugas meneruskan ke instansi lain', 'passed on by a person'],
  'case-released': ['laporan tidak lagi ditahan', 'report held no longer'],
  'content-changed': ['isi laporan berubah', 'its words changed'],
  'counted-anew': ['jam salah: masa tunggu dihitung ulang', 'the clock was wrong: its wait is counted anew'],
  'cursor-moved': ['daftar daerah terbaca', 'the city’s list was read'],
  decided: ['keputusan petugas', 'an operator decided'],
  'deleted-locally': ['dihapus di aplikasi daerah', 'deleted locally'],
  'ledger-begun': ['buku besar dimulai', 'the ledger begins'],
  'ledger-recovered': ['buku besar dipulihkan', 'the ledger was put back'],
  linked: ['dihubungkan dengan laporan di LAPOR!', 'linked to a report at LAPOR!'],
  'looked-up-missing': ['dicari, tidak ditemukan', 'looked up, not found'],
  mended: ['diperbaiki setelah dibandingkan', 'mended after a comparison'],
  'message-edited': ['tanggapan diubah', 'answer changed'],
  'message-edited-after-sending': ['tanggapan diubah setelah dikirim', 'answer changed after it was sent'],
  'message-seen': ['tanggapan terbaca', 'answer seen'],
  'message-withdrawn': ['tanggapan ditarik', 'answer withdrawn'],
  'national-status': ['status LAPOR!', 'status at LAPOR!'],
  'privacy-raised': ['privasi dinaikkan', 'privacy raised'],
  'restored-locally': ['muncul lagi di aplikasi daerah', 'restored locally'],
  returned: ['dikembalikan: bukan wewenang', 'given back: no authority'],
  'row-confirmed': ['baris sudah dilihat', 'row seen'],
  'row-quarantined': ['baris dikarantina', 'row quarantined'],
  'twin-linked': ['dinyatakan satu dengan', 'taken for one with'],
  'twin-proposed': ['mungkin kembar dengan', 'may be one with'],
  'twin-rejected': ['dinyatakan bukan kembar', 'said to be another than'],
  unlinked: ['hubungan dengan LAPOR! dilepas', 'its link to LAPOR! was taken back'],
  'side-changed': ['keadaan sisi berubah', 'the state of a side changed'],
};

/** The event in the reader's language, without what it is about. */
export function historyWords(locale: 'id' | 'en', event: HistoryEvent): string {
  const [id, en] = event.startsWith('delivery-')
    ? DELIVERY[event.slice('delivery-'.length) as keyof typeof DELIVERY]
    : WORDS[event as keyof typeof WORDS];
  return locale === 'id' ? id : en;
}
