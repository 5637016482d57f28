/** What people read, in Indonesian; `{names}` are filled in. */
export const PHRASES_ID = {
  'run.title': 'Putaran selesai',
  'run.read': 'Dibaca',
  'run.sent': 'Dikirim ke LAPOR!',
  'run.written': 'Ditulis ke aplikasi daerah',
  'run.local': '{seen} laporan ({new} baru, {changed} berubah, {quarantined} tidak terbaca)',
  'run.national': '{polled} kasus ditanyakan ke LAPOR!, {changed} ada kabar baru',
  'run.forward': '{reports} laporan, {followUps} tanggapan, {rejects} diteruskan ke instansi lain',
  'run.mirror': '{statuses} status, {followUps} tanggapan',
  'run.deliveries': 'Kiriman',
  'run.nothing-waits': 'Tidak ada yang menunggu keputusan petugas.',
  'run.attention': 'Perlu perhatian ({count})',
  'run.plan': 'Rencana (tidak ada yang dikirim)',
  'run.plan.none': 'Tidak ada yang akan dikirim.',
  'run.side-down': '{side} tidak dapat dihubungi ({reason}); dicoba lagi sendiri.',
  'run.side-paused': '{side} meminta jeda ({reason}); dilanjutkan sendiri.',
  'run.side-stopped': '{side} menolak akses kita ({reason}): periksa kredensial dan alamat di konfigurasi.',
  'run.creates-stopped': 'Pengiriman laporan baru ke LAPOR! ditahan sampai sisi itu terbukti normal kembali.',
  'progress.local': 'membaca aplikasi daerah: {count}',
  'progress.national': 'menanyakan LAPOR!: {count}',
  'progress.delivered': 'mengirim: {count}',
  'side.local': 'Aplikasi daerah',
  'side.national': 'LAPOR!',
  'status.cases': 'Kasus: {open} terbuka, {closed} ditutup, {late} terlambat',
  'status.deliveries':
    'Kiriman: {ready} siap, {sending} sedang dikirim, {doubt} belum pasti, {parked} diparkir, {held} ditahan, {done} selesai',
  'status.side': '{side}: {state}; terakhir menjawab {lastOk}, kabar terakhir {lastNew}',
  'status.oldest': 'Kasus terbuka tertua: {hours} jam',
  'status.ledger': 'Buku besar: {path} ({size} byte), kepala {head}',
  'status.never': 'belum pernah',
  'state.up': 'normal',
  'state.down': 'tidak dapat dihubungi',
  'state.paused': 'dijeda',
  'state.stopped': 'menolak akses',
  'column.report': 'Laporan',
  'column.tracking': 'Nomor LAPOR!',
  'column.what': 'Apa',
  'column.part': 'Bagian',
  'column.state': 'Keadaan',
  'column.reason': 'Sebab',
  'column.next': 'Langkah berikutnya',
  'parked.none': 'Tidak ada kiriman yang diparkir, ditahan atau belum pasti.',
  'explain.none': 'Tidak ada kasus dengan nomor {id}. Coba id lokal, nomor tiket atau nomor LAPOR!.',
  'explain.case': 'Laporan {localId}, nomor LAPOR! {nationalId}',
  'explain.status': 'Status LAPOR!: {national}; status daerah: {local}',
  'explain.privacy': 'Anonim: {anonymous}; rahasia: {secret}',
  'explain.deliveries': 'Kiriman',
  'explain.messages': 'Tanggapan',
  'explain.history': 'Riwayat',
  'explain.next': 'Yang perlu dilakukan',
  'history.attempt': 'percobaan ke-{number}',
  'history.number': 'nomor {number}',
  'history.operator': 'oleh petugas',
  'history.policy': 'menurut aturan',
  yes: 'ya',
  no: 'tidak',
  'done.resolve': '{id}: diselesaikan ({count} kiriman).',
  'done.retry': '{id}: akan dikirim lagi ({count} kiriman).',
  'done.hold': '{id}: ditahan; tidak ada lagi yang dikirim sampai `jembatan release {id}`.',
  'done.release': '{id}: dilepas ({count} kiriman).',
  'done.confirm': '{count} kiriman yang menunggu konfirmasi dilepas, {brakes} rem dilepas.',
  'done.confirm-one': '{id}: sudah dilihat ({count} peringatan).',
  'refusal.no-such-case': '{id}: tidak dikenal. Coba id lokal, nomor tiket atau nomor LAPOR!.',
  'refusal.nothing-to-do': '{id}: tidak ada yang bisa dilakukan; lihat `jembatan explain {id}`.',
  'refusal.outcome-unknown':
    '{id}: mungkin sudah sampai. Cari dulu di LAPOR!, lalu `jembatan resolve {id} --tracking <nomor>` atau `--absent`.',
  'refusal.too-early':
    '{id}: baru saja dikirim dan masih bisa muncul di LAPOR! sampai {minutes} menit sesudahnya; dikirim lagi sekarang bisa menjadi dua. Lihat lagi nanti, atau bila pasti tidak akan muncul: tambahkan --force.',
  'refusal.number-taken': '{id}: nomor itu sudah dipakai laporan lain; lihat `jembatan explain {tracking}`.',
  'refusal.has-other-number': '{id}: laporan ini sudah mempunyai nomor lain; lihat `jembatan explain {id}`.',
  'config.problems': 'Konfigurasi belum bisa dipakai ({count} masalah):',
  'config.warnings': 'Konfigurasi bisa dipakai, tetapi periksa ini ({count}):',
  'config.missing': 'Buat konfigurasi dengan `jembatan init`, atau sebut berkasnya dengan `--config`.',
  'config.unsupported': 'Belum didukung versi ini: {what}.',
  locked:
    'Buku besar {file} sedang dipegang proses lain{holder}. Hentikan proses itu dulu (systemctl stop jembatan), atau tunggu sampai selesai; lihat keadaan dengan `jembatan status`.',
  'locked.holder': ' (pid {pid} di {host} sejak {since})',
  'init.written': 'Ditulis: {files}',
  'init.exists': 'Sudah ada, tidak diubah: {files}',
  'init.next': 'Isi .env dari .env.example dan nomor di peta, lalu `jembatan run --once --dry-run`.',
  failed: 'Berhenti karena kesalahan: {error}. Tidak ada laporan yang hilang; jalankan lagi.',
  'disk.full':
    'Ruang penyimpanan habis ({code}). Kosongkan ruang di {folder}, lalu jalankan lagi. Tidak ada laporan yang hilang.',
  'disk.busy':
    'Buku besar dikunci program lain ({code}), misalnya sqlite3 atau pencadangan. Tutup program itu, lalu jalankan lagi.',
  disk: 'Penyimpanan gagal ({code}). Periksa ruang dan izin folder {folder}, lalu jalankan lagi.',
  'key.missing': 'Berkas kunci {source} tidak ada.',
  'key.unreadable': 'Kunci dari {source} tidak terbaca: harus 32 byte sebagai 64 angka heksadesimal atau base64.',
  'key.loose-mode': 'Berkas kunci {source} dapat dibaca pengguna lain. Jalankan: chmod 600 {source}',
  'refused.missing':
    'Buku besar {file} belum ada. Jalankan `jembatan run --once` dulu, atau pulihkan cadangan: `jembatan restore <berkas>`.',
  'refused.not-a-database':
    '{file} bukan buku besar (bukan basis data SQLite). Pulihkan cadangan: `jembatan restore <berkas>`.',
  'refused.foreign': '{file} adalah basis data program lain. Periksa ledger.url di konfigurasi.',
  'refused.emptied':
    '{file} kosong, padahal sudah ada: tidak dipakai, supaya tidak ada laporan terkirim dua kali. Pulihkan cadangan: `jembatan restore <berkas>`. Bila tidak ada cadangan, hapus berkas itu: buku besar baru menahan laporan lama sampai diperiksa petugas.',
  'refused.newer': '{file} dibuat versi Jembatan yang lebih baru. Pasang versi itu lagi.',
  'refused.loose-mode': '{file} dapat dibaca pengguna lain. Jalankan: chmod 600 {file}',
  'refused.damaged': '{file} rusak; tidak ada lagi yang dikirim. Pulihkan cadangan: `jembatan restore <berkas>`.',
  'refused.read-only':
    '{file} tidak dapat ditulis: berkas atau foldernya hanya-baca, milik pengguna lain, atau sudah dipindahkan. Periksa pemilik, izin dan disknya, lalu jalankan lagi.',
  'refused.network-disk':
    '{file} berada di penyimpanan jaringan (NFS, SMB dan sejenisnya), tempat buku besar bisa rusak. Pindahkan ke disk lokal (ledger.url).',
  'refused.rolled-back':
    '{file} lebih lama daripada yang terakhir dipakai di sini: cadangan dikembalikan, atau disalin tanpa berkas -wal. Kembalikan yang terbaru. Bila tidak ada lagi: `jembatan run --recover`; apa yang mungkin sudah terkirim ditahan atau dicari dulu.',
  'refused.forked':
    'Riwayat {file} berbeda dari yang terakhir dipakai di sini. Kembalikan yang terbaru. Bila tidak ada lagi: `jembatan run --recover`; apa yang mungkin sudah terkirim ditahan atau dicari dulu.',
  'refused.other-ledger':
    '{file} bukan buku besar yang terakhir dipakai di sini. Kembalikan yang benar. Bila tidak ada lagi: `jembatan run --recover`; apa yang mungkin sudah terkirim ditahan atau dicari dulu.',
  'refused.anchor-missing':
    'Berkas jangkar {anchor} hilang, sehingga tidak dapat dipastikan bahwa {file} yang terbaru. Kembalikan berkas itu. Bila tidak ada lagi: `jembatan run --recover`; apa yang mungkin sudah terkirim ditahan atau dicari dulu.',
  'refused.anchor-damaged':
    'Berkas jangkar {anchor} tidak terbaca, sehingga tidak dapat dipastikan bahwa {file} yang terbaru. Kembalikan berkas itu. Bila tidak ada lagi: `jembatan run --recover`; apa yang mungkin sudah terkirim ditahan atau dicari dulu.',
  'refused.settings':
    '{file} tidak dapat dibuka dengan penulisan yang aman (WAL, synchronous=FULL). Pindahkan ke disk lokal.',
  'refused.binding':
    '{file} milik situs atau lingkungan lain (site, national.environment). Gunakan buku besar tersendiri.',
  'refused.key': 'Kunci enkripsi bukan kunci {file}. Kembalikan kunci yang lama.',
  'demo.day':
    'Hari {day}: {reports} laporan warga, {filed} sampai di LAPOR!, {answersThere} tanggapan OPD ke LAPOR!, {answersHere} tanggapan LAPOR! kembali',
  'demo.adopt':
    'Warga melapor langsung di LAPOR! ({tracking}); petugas mengambilnya: jembatan adopt {tracking} --text-file <berkas isinya>. OPD menjawabnya di aplikasi kota.',
  'demo.keyed':
    'Jumat sore jaringan putus; petugas mengetik laporan {id} langsung di LAPOR! ({tracking}), lalu mengunggah ekspornya: jembatan import <ekspor> --apply',
  'demo.resolve':
    'Petugas menemukan laporan {id} di LAPOR! dengan nomor {tracking}: jembatan resolve {id} --tracking {tracking}',
  'demo.flags': 'A/R',
  'demo.title': 'Judul',
  'demo.status': 'Status LAPOR!',
  'demo.answers': 'Tanggapan ke/dari LAPOR!',
  'demo.held': 'Catatan',
  'demo.sum':
    '{reports} laporan warga; {filed} sampai di LAPOR!, {twice} di antaranya dua kali. Tiga putaran lagi tanpa kabar baru: {again}',
  'demo.elsewhere':
    'Bukan wewenang kota: {passedOn} laporan diteruskan ke instansi lain; {returned} di antaranya dikembalikan dan menunggu petugas.',
  'demo.born-there':
    'Lahir di LAPOR!: {count} laporan, ada juga di aplikasi kota ({ids}); {answers} jawaban OPD sampai kembali di LAPOR!.',
  'demo.by-hand': 'diketik tangan di LAPOR!; dikenali',
  'demo.twin':
    'Diketik tangan di LAPOR!: laporan {id} dikenali sebagai {tracking} dan tidak dikirim lagi ({copies} kali di LAPOR!); {answers} tanggapannya kembali ke aplikasi kota.',
  'demo.no-twin': 'Diketik tangan di LAPOR!: laporan {id} TIDAK dikenali sebagai {tracking} ({copies} kali di LAPOR!).',
  'demo.nothing': 'tidak ada yang ditulis di kedua sisi.',
  'demo.something': 'ADA YANG DITULIS.',
  'demo.further': 'Lihat lebih jauh, misalnya: npx jembatan explain {id} --config {config}   (juga: status, parked)',
  'policy.resend':
    'PERHATIAN: policy.onUnknownOutcome: resend — laporan yang jawabannya hilang dikirim lagi dan bisa sampai dua kali.',
  'policy.shadow': 'Mode shadow: tidak ada yang dikirim ke mana pun.',
  'next.mend-row': 'perbaiki baris itu di aplikasi asalnya; dibaca lagi sendiri. Sudah dilihat: jembatan confirm {key}',
  'next.compare-row':
    'bandingkan laporan {key} di LAPOR! dengan laporan daerah yang mirip. Sudah dilihat: jembatan confirm {key}',
  'next.looked-up': 'tidak perlu apa-apa: dicari lagi sendiri',
  'next.number': '<nomor>',
  'next.map-status': 'tambahkan nama itu ke peta status (maps.statuses). Sudah dilihat: jembatan confirm "{detail}"',
  'next.explain': 'jembatan explain {id}; sudah dilihat: jembatan confirm {id}',
  'next.ask-lapor-all':
    'tanyakan kepada LAPOR! mengapa tidak satu pun laporan atau tanggapannya diberikan; berakhir sendiri begitu terbaca lagi',
  'next.ask-lapor':
    'tanyakan LAPOR! mengapa laporan ini atau tanggapannya tidak diberikan; sudah dilihat: jembatan confirm {id}',
  'next.raise-privacy': 'naikkan privasinya di LAPOR! dengan tangan, lalu jembatan confirm {id}',
  'next.near-match':
    'buka laporan itu di LAPOR!; jika sama: jembatan resolve {id} --tracking <nomor>, jika bukan: --absent',
  'next.author':
    'perbaiki penulis tanggapan di aplikasi (opd, pelapor, lapor), atau tandai internal; tanggapan itu belum dikirim',
  'next.paging': 'tanyakan pengelola aplikasi mengapa halamannya tidak berakhir',
  'next.list': 'periksa national.paths.list dan hak akses akun ke daftar itu',
  'next.confirm': 'jembatan confirm',
  'next.confirm-if-right': 'periksa apakah sisi itu normal; bila memang benar: jembatan confirm',
  'next.wal':
    'hentikan program lain yang terus membaca buku besar (sqlite3, alat cadangan); siapa: lsof pada berkas yang disebut `jembatan status`',
  'next.identity-number':
    'id ini akan terbaca di LAPOR!: masukkan laporan dengan tangan, lalu jembatan resolve {id} --tracking <nomor>. Bila id kota ini bukan NIK: policy.maskNik: false, lalu jembatan retry {id}',
  'next.ledger-lost':
    'cari dulu di LAPOR!; ada: jembatan resolve {id} --tracking <nomor>; tidak ada: jembatan release {id}, atau semuanya: jembatan confirm',
  'gap.lost':
    'PERHATIAN: buku besar yang dipakai di sini hilang; dibuat yang baru. Laporan yang sudah bernomor LAPOR! dikenali; yang belum bernomor dan lebih lama dari saat ini ditahan, karena mungkin sudah terkirim. Lihat `jembatan parked`.',
  'gap.rolled-back':
    'PERHATIAN: buku besar dari cadangan dipakai. Laporan yang belum bernomor LAPOR! ditahan, yang lain dicari dulu, karena mungkin sudah terkirim. Lihat `jembatan parked`.',
  'backup.done':
    'Cadangan {file}: {cases} kasus, {deliveries} kiriman, {history} baris riwayat, kepala {head}; diperiksa utuh.',
  'backup.key': 'Kunci {key} tidak ada di dalamnya: simpan terpisah. Tanpa kunci, cadangan tidak dapat dibaca.',
  'backup.exists': '{file} sudah ada; tidak ditimpa.',
  'restore.done': 'Buku besar dipulihkan dari {file}: {cases} kasus, {deliveries} kiriman, kepala {head}.',
  'restore.doubted':
    '{count} kiriman yang belum selesai ditahan atau dicari dulu, karena mungkin sudah terkirim setelah cadangan dibuat; begitu juga laporan yang lebih lama dari saat ini. Jalankan `jembatan run`, lalu lihat `jembatan parked`.',
  'restore.kept': 'Berkas lama disimpan: {files}',
  stopping:
    'Berhenti: tidak ada yang baru dimulai, yang sedang dikirim diselesaikan dulu. Sekali lagi untuk berhenti seketika.',
} as const;
