import { jpg, pdf } from './lampiran.ts';
import { place } from './lokasi.ts';
import type { Draft } from './made-up-report.ts';
import { person } from './pelapor.ts';
import { answer, note, reply } from './tanggapan.ts';

/** Schools, health centres and the hospital. */
export const care: readonly Draft[] = [
  {
    judul: 'Antrian puskesmas dari subuh',
    isi: 'Puskesmas Wanakerti antri dari jam 5 subuh dokternya datang jam 10. Yang sakit tambah sakit. Kursi tunggu cuma 12, lansia duduk di lantai.',
    kategori: 'Puskesmas',
    opd: 'Dinas Kesehatan',
    kejadian: '2026-06-29',
    lokasi: place('Puskesmas Wanakerti', 'Jatirindu'),
    pelapor: person('Kokom Komariyantini', 45),
    lampiran: [jpg('antrian.jpg')],
    filed: [0, 11, 30],
  },
  {
    judul: 'Obat darah tinggi kosong 2 minggu',
    isi: 'ibu saya rutin ambil obat tensi di puskesmas ranuasri, sudah 2 minggu kosong terus disuruh beli sendiri. ini kan program pemerintah. mohon solusi, tensinya sudah 180 😢',
    kategori: 'Puskesmas',
    tingkat: 'berat',
    opd: 'Dinas Kesehatan',
    kejadian: '2026-06-30',
    lokasi: place('Puskesmas Ranuasri', 'Ranuharja'),
    pelapor: person('Dimas Anggabaya', 46),
    tanggapan: [
      note(0.5, 'Dinas Kesehatan', 'Stok gudang farmasi kota tinggal 3 hari. Lelang gagal, jangan disampaikan dulu.'),
      answer(1, 'Dinas Kesehatan', 'Obat sudah dikirim dari puskesmas terdekat. Ibu dapat mengambil mulai besok pagi.'),
      reply(2, 'Sudah dapat, terima kasih banyak'),
    ],
    filed: [1, 14, 22],
  },
  {
    judul: 'IGD menolak pasien karena tempat tidur penuh',
    isi: [
      'Pada Selasa malam pukul 23.40 saya membawa ayah (67 th, sesak napas) ke IGD RSUD. Setelah menunggu 50 menit di kursi roda tanpa diperiksa, kami diberi tahu bahwa tempat tidur penuh dan diminta mencari rumah sakit lain sendiri, tanpa surat rujukan dan tanpa ambulans.',
      'Saya memahami kapasitas terbatas. Namun menurut saya setiap pasien gawat darurat semestinya diperiksa dulu, distabilkan, lalu dirujuk dengan pendampingan.',
      'Ayah akhirnya dirawat di klinik swasta dan kini membaik. Saya tidak menuntut apa-apa selain penjelasan tertulis dan perbaikan prosedur.',
    ],
    kategori: 'Kesehatan',
    tingkat: 'berat',
    opd: 'Dinas Kesehatan',
    kejadian: '2026-06-30',
    lokasi: place('IGD RSUD Tirtamulya', 'Pelangi Jaya'),
    pelapor: person('Prabowati Lintang', 47),
    rahasia: true,
    lampiran: [pdf('resume medis klinik.pdf')],
    filed: [2, 13, 6],
  },
  {
    judul: 'SD negeri wajib beli LKS dan seragam',
    isi: 'Anak saya kelas 2 SD negeri disuruh beli LKS + baju batik total 685rb di koperasi, yg ga beli ditegur depan kelas. Saya Hesti, wali murid 2B, tlg jgn sebut nama krn anak saya nanti kena. WA +62 812-0000-0048',
    kategori: 'Pungutan sekolah',
    opd: 'Dinas Pendidikan',
    kejadian: '2026-06-29',
    lokasi: place('SDN Tegalwulan 1', 'Tegalwulan'),
    pelapor: person('Hesti Purnamawulan', 48),
    anonim: true,
    tanggapan: [
      answer(
        4,
        'Dinas Pendidikan',
        'Kepala sekolah telah dipanggil. Pembelian LKS dan seragam bersifat tidak wajib dan surat edaran sudah disampaikan ke seluruh sekolah.',
      ),
    ],
    filed: [1, 20, 50],
  },
  {
    judul: 'Guru matematika jarang masuk',
    isi: 'Guru MTK kelas 8 di SMP anak saya sebulan cuma masuk 2x, sisanya tugas lewat grup. Nilai tetap keluar semua 85. Mohon dicek absensinya, tapi jgn ada nama anak saya.',
    kategori: 'Pendidikan',
    opd: 'Dinas Pendidikan',
    kejadian: '2026-06-27',
    lokasi: place('SMPN 4 Tirtamulya', 'Bojongpermai'),
    pelapor: person('Slamet Riyantoro', 49),
    rahasia: true,
    filed: [3, 19, 42],
  },
  {
    judul: 'Atap kelas ambruk sebagian',
    isi: 'Plafon ruang kelas 5 ambruk sebagian waktu jam istirahat, alhamdulillah tdk ada korban. Siswa belajar di mushola bergantian. Mohon perbaikan sebelum tahun ajaran baru.',
    kategori: 'Pendidikan',
    tingkat: 'berat',
    opd: 'Dinas Pendidikan',
    kejadian: '2026-07-01',
    lokasi: place('SDN Muarakasih 3', 'Muarakasih'),
    pelapor: person('Syafrudin Lamone', 50),
    lampiran: [jpg('plafon 1.jpg'), jpg('plafon 2.jpg')],
    tanggapan: [
      answer(
        1,
        'Dinas Pendidikan',
        'Tim sarpras sudah ke lokasi, perbaikan darurat dianggarkan dari belanja tidak terduga.',
      ),
    ],
    filed: [2, 12, 35],
  },
  {
    judul: 'Minta fogging, sudah 4 orang DBD',
    isi: 'RT kami sudah 4 org kena DBD, 1 masih dirawat. Puskesmas bilang fogging nunggu hasil lab. Mohon disegerakan!',
    kategori: 'Demam berdarah',
    tingkat: 'berat',
    opd: 'Dinas Kesehatan',
    kejadian: '2026-07-03',
    lokasi: place('RT 07 RW 01', 'Pandanratri'),
    pelapor: person('Tri Wahyuningrum', 55),
    filed: [5, 6, 39],
  },
];
