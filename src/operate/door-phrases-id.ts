/** What people read of `adopt`, `import` and `service`, in Indonesian; `{names}` are filled in. */
export const DOOR_PHRASES_ID = {
  'adopt.adopted':
    '{id}: diambil. Laporannya dibuat di aplikasi daerah pada putaran berikut, dengan status dan tanggapannya.',
  'adopt.completed': '{id}: isinya dilengkapi; dibuat di aplikasi daerah pada putaran berikut.',
  'adopt.known': '{id}: sudah dikenal; lihat `jembatan explain {id}`.',
  'adopt.own':
    '{id}: baris pertamanya adalah rujukan laporan daerah {localId}. Bila benar laporan itu: `jembatan resolve {localId} --tracking {id}`.',
  'adopt.maybe-own':
    '{id}: mungkin laporan daerah yang belum pasti sampai ({localIds}). Lihat dulu di LAPOR!; bila benar: `jembatan resolve <id> --tracking {id}`, bila bukan: `jembatan adopt {id} --text-file <berkas isi laporan>`.',
  'adopt.not-ours': '{id}: ada di {institution}, bukan instansi kota ini menurut institutions.yaml.',
  'adopt.absent': '{id}: LAPOR! tidak mengenal nomor ini.',
  'adopt.unreachable': '{id}: LAPOR! tidak dapat ditanya sekarang ({reason}); ulangi nanti.',
  'adopt.no-text': 'Berkas {file} tidak dapat dibaca atau kosong.',
  'adopt.nowhere': 'tidak disebut',
  'import.title': 'Ekspor {file}: {rows} baris',
  'import.adopted': 'baru bagi kota, dibuat di aplikasi daerah: {count}',
  'import.settled': 'laporan daerah yang belum pasti, ternyata sampai: {count}',
  'import.known': 'sudah dikenal: {count}',
  'import.older': 'lebih lama dari policy.since: {count}',
  'import.elsewhere': 'milik instansi lain: {count}',
  'import.unplaced': 'instansinya tidak dikenal (tambahkan di institutions.yaml): {count}',
  'import.set-apart': 'perlu dilihat petugas (lihat `jembatan status`): {count}',
  'import.twice': 'nomor yang sama sudah ada di atasnya: {count}',
  'import.rejected': 'ditolak: {count}',
  'import.row': 'baris {row}, {path}: {reason}',
  'import.dry': 'Belum ada yang ditulis. Bila sudah benar: `jembatan import {file} --apply`.',
  'import.done':
    'Sudah dicatat. Laporan baru dibuat di aplikasi daerah pada putaran berikut; bila jumlahnya luar biasa, setelah `jembatan confirm`.',
  'import.unreadable': '{file} tidak dapat dibaca sebagai XLSX atau CSV.',
  'import.no-headings': 'Judul kolom tidak ditemukan: {missing}. Sesuaikan `import.columns` di konfigurasi.',
  'import.unreachable': 'LAPOR! tidak dapat ditanya daftar instansinya ({reason}); ulangi nanti.',
  'service.written': 'Ditulis: {files}',
  'service.next':
    'Jalankan dengan `systemctl enable --now {unit}`; lihat keadaannya dengan `sudo -u {user} jembatan status --config {config}`, lognya dengan `journalctl -u {unit}`.',
  'service.root': 'Perlu root: pakai sudo. Dengan --root <folder> unit hanya ditulis di sana.',
  'service.none': 'Tidak ada unit jembatan yang terpasang.',
  'service.removed': 'Dihapus: {units}. Buku besar, konfigurasi dan pengguna tetap ada.',
  'usage.next': 'Lihat `{command}`.',
} as const;
