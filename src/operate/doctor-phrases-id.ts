/** What people read of `doctor`, in Indonesian; `{names}` are filled in. */
export const DOCTOR_PHRASES_ID = {
  'doctor.well': 'Semua baik: konfigurasi, buku besar dan kedua sisi.',
  'doctor.found': 'Temuan ({count}):',
  'doctor.edit': 'ubah di {file}',
  'doctor.ledger.none': 'Belum ada buku besar ({file}).',
  'doctor.ledger.none.repair': 'tidak perlu apa-apa: `jembatan run` yang pertama membuatnya',
  'doctor.ledger.repair': 'jangan hapus apa pun; lihat juga `jembatan restore`',
  'doctor.side.unreachable': '{side} tidak dapat dihubungi ({detail}).',
  'doctor.side.unreachable.repair': 'periksa {section}.baseUrl, jaringan, proxy dan {section}.caFile',
  'doctor.side.unauthorized': '{side} menolak kredensial (HTTP {status}).',
  'doctor.side.unauthorized.repair': 'periksa {section}.headers dan isi .env',
  'doctor.side.throttled': '{side} sedang meminta jeda (HTTP {status}).',
  'doctor.side.throttled.repair': 'ulangi beberapa menit lagi; bila sering, turunkan {section}.limits.perMinute',
  'doctor.side.strange': '{side} menjawab, tetapi bukan seperti yang diharapkan ({detail}, HTTP {status}).',
  'doctor.side.strange.repair': 'periksa {section}.baseUrl dan jalurnya: mungkin halaman login atau alamat lain',
  'doctor.institution': 'LAPOR! tidak mengenal instansi {id} ({name}).',
  'doctor.institution.repair': 'isi id yang benar dari master instansi LAPOR! (institutions.yaml, atau {name})',
  'doctor.assumes': 'Janji jembatan bertumpu pada:',
  'doctor.assumes.findable':
    'laporan yang diterima LAPOR! dapat ditemukan lewat rujukannya dalam waktu policy.settle (tanpa daftar: petugas mencarinya)',
  'doctor.assumes.disk': 'disk menyimpan yang dikatakannya tersimpan; bila tidak, ledger.head menghentikan jembatan',
  'doctor.assumes.reference': 'tidak ada pihak lain yang membuat laporan dengan rujukan kita di baris pertama',
  'doctor.clock.ahead': 'Jam {side} lebih cepat {minutes} menit daripada jam kita.',
  'doctor.clock.behind': 'Jam {side} lebih lambat {minutes} menit daripada jam kita.',
  'doctor.clock.repair': 'periksa dulu jam mesin ini: `timedatectl`; bila sudah benar, beri tahu pengelola server itu',
  'doctor.certificate': 'Sertifikat {side} berakhir dalam {days} hari; sesudah itu tidak ada yang terkirim ke sana.',
  'doctor.certificate.repair':
    'beri tahu pengelola server itu; bila memakai otoritas sendiri, periksa juga {section}.caFile',
  'doctor.disk': 'Ruang di {folder} tinggal {megabytes} MB.',
  'doctor.disk.repair':
    'kosongkan ruang di sana, atau pindahkan buku besar (ledger.url); bila penuh tidak ada yang hilang, tetapi semua berhenti',
  'doctor.holidays': 'holidays.yaml tidak memuat hari libur {year}: tenggat yang melewati tahun itu salah hitung.',
  'doctor.holidays.repair': 'isi SKB {year}: libur nasional dan cuti bersama',
  'doctor.policy.shadow': 'policy.mode adalah shadow: tidak ada yang dikirim ke kedua sisi.',
  'doctor.policy.shadow.repair': 'bila rencananya benar (`jembatan run --once --dry-run`): policy.mode: live',
  'doctor.policy.future': 'policy.since adalah {since}: sebelum itu tidak ada laporan baru yang dikirim.',
  'doctor.policy.future.repair': 'isi policy.since dengan tanggal mulai laporan dikirim',
  'doctor.policy.mute':
    'Tidak ada yang ditulis ke aplikasi daerah (policy.writeBack; national.environment adalah {environment}).',
  'doctor.policy.mute.repair':
    'benar untuk uji coba; untuk kerja harian: national.environment: production, atau policy.writeBack: true',
  'doctor.proxy.ignored': 'Lingkungan menyebut sebuah proxy; proxy itu tidak dipakai.',
  'doctor.proxy.ignored.repair': 'tulis proxy: environment di konfigurasi bila mesin ini tidak punya jalan keluar lain',
  'doctor.proxy.missing': 'proxy adalah environment, tetapi lingkungan tidak menyebut proxy.',
  'doctor.proxy.missing.repair': 'isi HTTPS_PROXY di .env, atau alamatnya langsung di proxy',
  'doctor.schedule.intake': 'schedule.intake menyisakan jeda {hours} jam tanpa pembacaan dan pengiriman.',
  'doctor.schedule.reconcile':
    'schedule.reconcile baru berjalan dalam {hours} jam, atau tidak pernah: yang terlewat terlambat ditemukan.',
  'doctor.schedule.digest': 'schedule.digest baru berjalan dalam {hours} jam, atau tidak pernah.',
  'doctor.schedule.repair': 'ubah schedule.{name}; bawaannya cocok bagi kebanyakan daerah: hapus barisnya',
  'doctor.unmapped.categories':
    '{count} kategori dari laporan minggu ini tidak ada di peta dan memakai default: {names}',
  'doctor.unmapped.institutions': '{count} OPD dari laporan minggu ini tidak ada di peta dan memakai default: {names}',
  'doctor.unmapped.repair': 'tambahkan di {file}, atau biarkan bila default-nya benar; periksa dengan `jembatan route`',
  'doctor.assumes.categories': 'id di categories.yaml adalah id milik LAPOR! sendiri',
  'doctor.assumes.clocks': 'jam kedua sisi dan jam kita berbeda kurang dari dua menit',
  'doctor.shows.list': 'daftar menjawab: {listed} laporan minggu ini',
  'doctor.shows.list-silent': 'daftar dikonfigurasi, tetapi tidak menjawab sekarang',
  'doctor.shows.no-list':
    'tidak ada daftar: pengiriman yang hasilnya tidak diketahui menunggu petugas, tidak ada yang dikirim ulang',
  'doctor.shows.ledger':
    'dibaca seluruhnya sekarang: {history} baris riwayat dalam satu rantai, ujung {head}, dan jangkarnya cocok',
  'doctor.shows.no-ledger': 'tidak ada buku besar yang dapat dibaca sekarang',
  'doctor.shows.reference':
    'tidak ada buktinya; sebuah laporan dianggap milik kita hanya bila judul, isi dan waktunya juga cocok',
  'doctor.shows.categories':
    'tidak ada buktinya: LAPOR! tidak memberi daftar kategori; yang salah ditolak, lalu diparkir',
  'doctor.shows.clock': 'diukur sekarang: paling jauh {seconds} detik',
  'doctor.shows.no-clock': 'kedua sisi tidak menyebut waktunya',
  'doctor.contract.unasked': 'Tidak ada laporan yang dikenal untuk membandingkan E6 dan E7.',
  'doctor.contract.unasked.repair': 'sebutkan satu laporan LAPOR!: `jembatan doctor --contract --report <nomor>`',
  'doctor.contract.failed': '{call}: tidak memberi apa pun untuk dibandingkan ({failure}).',
  'doctor.contract.envelope': '{call}: jawabannya berbentuk lain sama sekali: {path}',
  'doctor.contract.missing': '{call}: bidang {path} tidak ada ({count})',
  'doctor.contract.type': '{call}: bidang {path} berjenis lain ({count})',
  'doctor.contract.new': '{call}: bidang baru {path} ({count})',
  'doctor.contract.status': '{call}: nama status tidak dikenal: {name}',
  'doctor.contract.repair':
    'cari versi Jembatan yang lebih baru, dan beri tahu pembuatnya; sementara itu periksa `jembatan status` setiap hari',
  'doctor.contract.new.repair': 'tidak perlu apa-apa: bidang itu dilewati',
  'doctor.contract.status.repair': 'tambahkan namanya di maps.statuses',
  'doctor.roundtrip.production':
    '--roundtrip akan membuat laporan uji di LAPOR! yang sebenarnya. Bila memang mau: jembatan doctor --roundtrip --production {site}',
  'doctor.roundtrip.failed': 'Laporan uji sampai pada langkah {step} dan tidak lebih jauh ({why}).',
  'doctor.roundtrip.repair':
    'lihat dulu temuan di atas; laporan yang sempat dibuat ada di LAPOR! dengan nomor {number}: tutup di sana dengan tangan',
  'doctor.roundtrip.done': 'Laporan uji {number} kembali utuh, begitu pula jawabannya. Tutup di LAPOR! dengan tangan.',
} as const;
