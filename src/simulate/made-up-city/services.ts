import { jpg, pdf, png } from './lampiran.ts';
import { place, placeWithoutGps } from './lokasi.ts';
import type { Draft } from './made-up-report.ts';
import { person } from './pelapor.ts';
import { answer, note } from './tanggapan.ts';

/** Identity papers, social aid, licences, local tax and the city's own apps. */
export const services: readonly Draft[] = [
  {
    judul: 'KTP el sudah 4 bulan belum jadi',
    isi: 'Saya rekam KTP-el tgl 2 Maret di kecamatan sampai skrg blm jadi, disuruh bolak balik terus alasannya blangko habis. NIK saya 9971056512990041. Saya butuh utk lamaran kerja. Mohon kepastian.',
    kategori: 'KTP',
    opd: 'Disdukcapil',
    kejadian: '2026-06-29',
    lokasi: place('Kantor Kecamatan Banyulangit', 'Langitsari'),
    pelapor: { ...person('Bunga Citramega', 41), nik: '9971056512990041' },
    tanggapan: [
      answer(
        2,
        'Disdukcapil',
        'KTP-el atas nama Saudari sudah tercetak dan dapat diambil di loket 3 dengan membawa KK asli.',
      ),
    ],
    filed: [0, 10, 11],
  },
  {
    judul: 'Salah nama di akta kelahiran anak',
    isi: [
      'Yth. Disdukcapil, akta kelahiran anak saya salah satu huruf (tertulis "Alfarizqi" seharusnya "Alfarizki"). Nomor KK 9971 0220 0518 0042, NIK anak 9971-0214-0519-0042.',
      'Apakah perbaikannya harus lewat pengadilan? Petugas loket bilang ya, di internet bilang tidak. Mohon penjelasan resmi.',
    ],
    kategori: 'Akta kelahiran',
    tingkat: 'ringan',
    opd: 'Disdukcapil',
    lokasi: place('Kantor Disdukcapil', 'Alun Tirta'),
    pelapor: person('Irfan Syahbandi', 42),
    lampiran: [jpg('KTP_IRFAN_SYAHBANDI.jpg'), pdf('akta lahir scan.pdf')],
    tanggapan: [
      answer(
        1,
        'Disdukcapil',
        'Kesalahan tulis redaksional dibetulkan di Disdukcapil tanpa penetapan pengadilan. Silakan membawa ijazah atau buku nikah sebagai pembanding.',
      ),
    ],
    filed: [1, 9, 9],
  },
  {
    judul: 'Aplikasi antrean online dukcapil error',
    isi: 'Tiap buka aplikasi antrean muncul "kuota penuh" padahal jam 7 tepat baru dibuka. Udh 4 hari begini. Jangan2 ada calo yg borong?',
    kategori: 'Aplikasi pemerintah',
    opd: 'Diskominfo',
    kejadian: '2026-07-02',
    lokasi: placeWithoutGps('Online', 'Alun Tirta'),
    pelapor: person('Clara Wijayasari', 43),
    // A screen shot that calls itself a JPEG: type hints are not facts.
    lampiran: [{ nama: 'Screenshot_20260702-070012.jpg', mime: 'image/jpeg', photo: 'png' }],
    filed: [3, 7, 16],
  },
  {
    judul: 'Petugas loket jutek',
    isi: 'Petugas loket 2 kalau ditanya jawabnya ketus sambil main hp. Orang tua saya sampai nangis. Mohon dibina, bukan dipecat ya.',
    kategori: 'Dukcapil',
    tingkat: 'ringan',
    opd: 'Disdukcapil',
    kejadian: '2026-06-30',
    lokasi: place('Mal Pelayanan Publik lt. 1', 'Pelangi Jaya'),
    pelapor: person('Nanda Oktarisa', 44),
    anonim: true,
    tanggapan: [
      answer(
        3,
        'Disdukcapil',
        'Kami mohon maaf atas pelayanan yang kurang berkenan. Petugas bersangkutan telah dibina.',
      ),
    ],
    filed: [1, 11, 59],
  },
  {
    judul: 'Bansos tidak tepat sasaran',
    isi: 'Di RT saya yg dapat beras malah yg punya mobil & kos2an 8 pintu, janda jompo di ujung gang ga dapat. Daftarnya dibikin sodara RT. Saya Wagiman (NIK 9971.0609.0562.0051) siap jadi saksi tapi JANGAN diumumkan nama saya, saya tetangganya.',
    kategori: 'Bantuan sosial',
    opd: 'Dinas Sosial',
    kejadian: '2026-06-26',
    lokasi: place('RT 05 RW 03', 'Nelayan Makmur'),
    pelapor: { ...person('Wagiman', 51), nik: '9971060905620051', email: null },
    anonim: true,
    tanggapan: [
      note(
        2,
        'Dinas Sosial',
        'Verifikasi lapangan bersama pendamping, jangan melibatkan ketua RT. Pelapor a.n. Wagiman minta dilindungi.',
      ),
      answer(
        5,
        'Dinas Sosial',
        'Verifikasi ulang telah dilakukan pada 41 rumah tangga, usulan perubahan data sudah dikirim ke pusat.',
      ),
    ],
    filed: [0, 18, 7],
  },
  {
    judul: 'Bantuan PKH saya tiba2 berhenti',
    isi: 'assalamualaikum sy mau tanya knp pkh sy berhenti dari bln april pdhl sy msh pny anak sd 2. nik sy 9971 0325 0887 0052 tlg di cek kan ya pak bu trimakasih',
    kategori: 'Bantuan sosial',
    opd: 'Dinas Sosial',
    lokasi: place('Kp. Danau Lama RT 02', 'Danaubiru'),
    pelapor: { ...person('Icih Sukaesihwati', 52), nik: '9971032508870052', email: null },
    filed: [3, 15, 48],
  },
  {
    judul: 'Izin usaha katering mandek di OSS',
    isi: 'NIB sudah terbit, tapi sertifikat standar belum diverifikasi sejak 11 Mei (lebih dari 30 hari kerja). Klien saya menunggu kontrak. Nomor permohonan: TM-2026-000317. Mohon percepatan verifikasi.',
    kategori: 'Perizinan',
    opd: 'DPMPTSP',
    kejadian: '2026-05-11',
    lokasi: place('Jl. Kertipura Indah No. 88', 'Kertipura'),
    pelapor: person('Veronika Sasmita', 53),
    lampiran: [png('status oss.png')],
    filed: [4, 10, 30],
  },
  {
    judul: 'SPPT PBB dobel, nama beda',
    isi: 'Rumah saya dapat 2 lembar SPPT PBB beda nama beda luas tapi alamat sama. Saya bayar yang mana? Kantor kelurahan lempar ke Bapenda, Bapenda lempar ke kelurahan.',
    kategori: 'Pajak daerah',
    tingkat: 'ringan',
    opd: 'Bapenda',
    kejadian: '2026-06-24',
    lokasi: place('Jl. Kenanga Raya No. 19', 'Kebon Ratna'),
    pelapor: person('Haryo Baskoro Adi', 54),
    lampiran: [pdf('SPPT 1.pdf'), pdf('SPPT 2.pdf')],
    filed: [4, 13, 13],
  },
];
