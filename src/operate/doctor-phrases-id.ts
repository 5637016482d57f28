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
} as const;
