/** Apa yang dilakukan bila laporan atau tanggapan diubah setelah ada di sisi lain. */
export const CHANGE_PHRASES_ID = {
  'next.answer-withdrawn':
    'LAPOR! masih menampilkan tanggapan {detail} dan tidak dapat menariknya: minta pengelola LAPOR! menyembunyikannya, lalu jembatan confirm {id}; selesai sendiri bila tanggapan itu ditampilkan lagi di daerah',
  'next.answer-edited':
    'LAPOR! masih menampilkan tanggapan {detail} dengan kata lama: bila perlu tulis perbaikannya sebagai tanggapan baru di aplikasi (terkirim sendiri), lalu jembatan confirm {id}',
  'next.report-edited':
    'LAPOR! masih menampilkan isi lama: bila perlu tulis perubahannya sebagai tanggapan di aplikasi (terkirim sendiri) atau minta diubah di LAPOR!, lalu jembatan confirm {id}',
  'next.edited-there':
    'baca isi barunya di LAPOR! (laporan {detail}) dan ubah laporan di aplikasi daerah dengan tangan, lalu jembatan confirm {id}',
  'next.deleted':
    'LAPOR! masih menunggu tindak lanjut laporan ini: pulihkan di aplikasi daerah, atau selesaikan di LAPOR!; sudah dilihat: jembatan confirm {id}',
  'next.reopened':
    'LAPOR! tidak menerima pembukaan kembali dari luar: minta dibuka lagi di LAPOR!, atau selesaikan lagi di aplikasi daerah; sudah dilihat: jembatan confirm {id}',
  'next.quoted':
    'baca tanggapan {detail} di LAPOR! dan sampaikan isinya bila dari instansi lain. Sudah dilihat: jembatan confirm {id}',
} as const;
