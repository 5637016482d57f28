import type { MadeUpReport } from './made-up-report.ts';
import type { Opd } from './opd.ts';

/** Something that goes wrong, or is wished for, anywhere in the city. */
export interface Matter {
  readonly judul: string;
  readonly isi: string;
  readonly kategori: string;
  readonly opd: Opd;
  readonly tingkat?: MadeUpReport['tingkat'];
  readonly jenis?: MadeUpReport['jenis'];
}

export const matters: readonly Matter[] = [
  {
    judul: 'Jalan berlubang',
    isi: 'Jalan berlubang cukup dalam dan sudah membuat pengendara jatuh.',
    kategori: 'Jalan berlubang',
    opd: 'DPUPR',
    tingkat: 'berat',
  },
  {
    judul: 'Saluran tersumbat',
    isi: 'Saluran air tersumbat lumpur dan sampah, air meluap ke jalan.',
    kategori: 'Drainase',
    opd: 'DPUPR',
  },
  {
    judul: 'Genangan setinggi lutut',
    isi: 'Setiap hujan deras air menggenang setinggi lutut dan lama tidak surut.',
    kategori: 'Banjir',
    opd: 'BPBD',
    tingkat: 'berat',
  },
  {
    judul: 'Tebing rawan longsor',
    isi: 'Tanah di pinggir tebing retak dan mulai turun, warga yang di bawahnya khawatir.',
    kategori: 'Bencana',
    opd: 'BPBD',
    tingkat: 'berat',
  },
  {
    judul: 'Sampah tidak diangkut',
    isi: 'Sampah tidak diangkut dan baunya masuk ke rumah warga.',
    kategori: 'Sampah',
    opd: 'Dinas Lingkungan Hidup',
  },
  {
    judul: 'Dahan menyentuh kabel',
    isi: 'Dahan pohon sudah menyentuh kabel, kalau angin keluar percikan api.',
    kategori: 'Pohon tumbang',
    opd: 'Dinas Lingkungan Hidup',
  },
  {
    judul: 'Lampu jalan padam',
    isi: 'Lampu penerangan jalan padam sehingga gelap dan rawan kejahatan.',
    kategori: 'Lampu jalan',
    opd: 'Dinas Perhubungan',
  },
  {
    judul: 'Parkir liar',
    isi: 'Mobil parkir di dua sisi jalan sehingga ambulans tidak bisa lewat.',
    kategori: 'Parkir liar',
    opd: 'Dinas Perhubungan',
  },
  {
    judul: 'Butuh rambu',
    isi: 'Sudah banyak anak yang hampir tertabrak karena tidak ada rambu dan zebra cross.',
    kategori: 'Lalu lintas',
    opd: 'Dinas Perhubungan',
  },
  {
    judul: 'Suara mesin bengkel malam hari',
    isi: 'Bengkel las bekerja sampai larut malam, warga tidak bisa tidur.',
    kategori: 'Ketertiban umum',
    opd: 'Satpol PP',
  },
  {
    judul: 'Lapak menutup trotoar',
    isi: 'Lapak permanen menutup trotoar, pejalan kaki harus turun ke jalan.',
    kategori: 'Pedagang kaki lima',
    opd: 'Satpol PP',
  },
  {
    judul: 'Diminta uang saat urus surat',
    isi: 'Saya diminta uang yang tidak ada tanda terimanya untuk sebuah surat pengantar.',
    kategori: 'Pungli',
    opd: 'Disdukcapil',
    tingkat: 'berat',
  },
  {
    judul: 'Kabel melintang rendah',
    isi: 'Kabel internet yang putus melintang rendah di atas jalan.',
    kategori: 'Kabel dan utilitas',
    opd: 'Diskominfo',
  },
  {
    judul: 'Keran umum kering',
    isi: 'Keran umum tidak mengalir, warga membeli air jeriken.',
    kategori: 'Air bersih',
    opd: 'Dinas Perkim',
  },
  {
    judul: 'KTP belum tercetak',
    isi: 'KTP yang saya urus belum tercetak padahal sudah lewat dari jadwal.',
    kategori: 'KTP',
    opd: 'Disdukcapil',
  },
  {
    judul: 'Nomor antrean puskesmas habis',
    isi: 'Nomor antrean habis sebelum loket dibuka, pasien yang datang pagi tidak kebagian.',
    kategori: 'Puskesmas',
    opd: 'Dinas Kesehatan',
  },
  {
    judul: 'Iuran sekolah',
    isi: 'Sekolah meminta iuran yang tidak dibahas dalam rapat orang tua.',
    kategori: 'Pungutan sekolah',
    opd: 'Dinas Pendidikan',
  },
  {
    judul: 'Bantuan belum cair',
    isi: 'Bantuan sosial untuk orang tua saya sudah tiga bulan tidak cair.',
    kategori: 'Bantuan sosial',
    opd: 'Dinas Sosial',
  },
  {
    judul: 'Tagihan PBB tidak sesuai',
    isi: 'Luas tanah yang tertulis di tagihan tidak sesuai dengan sertifikat.',
    kategori: 'Pajak daerah',
    opd: 'Bapenda',
    tingkat: 'ringan',
  },
  {
    judul: 'Usul taman bermain',
    isi: 'Kami mengusulkan taman bermain kecil untuk anak-anak di lahan kosong milik kota.',
    kategori: 'Taman kota',
    opd: 'Dinas Perkim',
    tingkat: 'ringan',
    jenis: 'aspirasi',
  },
  {
    judul: 'Jadwal perbaikan jalan',
    isi: 'Apakah ruas ini sudah masuk jadwal perbaikan tahun ini? Untuk anggaran berapa?',
    kategori: 'Infrastruktur jalan',
    opd: 'DPUPR',
    tingkat: 'ringan',
    jenis: 'permintaan_informasi',
  },
  {
    judul: 'Listrik sering padam',
    isi: 'Listrik padam hampir setiap malam dan alat elektronik sudah ada yang rusak.',
    kategori: 'Listrik padam',
    opd: 'PLN',
  },
  {
    judul: 'Air ledeng keruh',
    isi: 'Air ledeng keruh dan berbau, tidak bisa untuk memasak.',
    kategori: 'Gangguan aliran air',
    opd: 'PDAM',
  },
  {
    judul: 'Balapan liar',
    isi: 'Balapan liar setiap akhir pekan, warga takut keluar rumah.',
    kategori: 'Ketertiban umum',
    opd: 'Polres',
  },
  {
    judul: 'Ular di pekarangan',
    isi: 'Sudah tiga kali ular sebesar lengan masuk pekarangan warga.',
    kategori: 'Hewan liar',
    opd: 'BPBD',
  },
];
