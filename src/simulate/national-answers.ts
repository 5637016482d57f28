import type { MadeUpReport } from './made-up-city/made-up-report.ts';
import type { Opd } from './made-up-city/opd.ts';
import { pick } from './pick.ts';

type Say = (about: string, opd: string) => string;

const NOT_THE_CITYS: ReadonlySet<Opd | null> = new Set<Opd>([
  'PLN',
  'BPJS Kesehatan',
  'Pemerintah Provinsi',
  'PDAM',
  'Polres',
  'Kantor Pertanahan',
  'Telkom',
]);

const RECEIVED: readonly Say[] = [
  (about, opd) =>
    `<p>Terima kasih atas laporan Saudara mengenai &ldquo;${about}&rdquo;.</p><p>Laporan telah kami terima dan diteruskan kepada <strong>${opd}</strong> Kota Tirtamulya untuk ditindaklanjuti.</p>`,
  (about, opd) =>
    `<p>Yth. Pelapor,</p><p>Laporan &quot;${about}&quot; telah diverifikasi. Selanjutnya akan ditindaklanjuti oleh ${opd} paling lambat 5 (lima) hari kerja.</p><p>Demikian disampaikan, terima&nbsp;kasih.</p>`,
  (_about, opd) =>
    `<p style="text-align:justify">Selamat siang, laporan Saudara sudah kami koordinasikan dengan ${opd}.<br />Mohon kesediaannya menunggu.</p>`,
];

const PASSED_ON: readonly Say[] = [
  (about, opd) =>
    `<p>Terima kasih atas laporan Saudara. Dapat kami sampaikan bahwa &ldquo;${about}&rdquo; <u>bukan merupakan kewenangan</u> Pemerintah Kota Tirtamulya sehingga laporan diteruskan kepada ${opd}.</p>`,
  (_about, opd) =>
    `<p>Mohon maaf, materi laporan berada di luar kewenangan kami. Laporan telah diteruskan ke instansi tujuan: ${opd}.</p>`,
];

const WORKED_ON: readonly Say[] = [
  (_about, opd) =>
    `<p>Menindaklanjuti laporan Saudara, petugas ${opd} telah melakukan hal-hal sebagai berikut:</p><ol><li>pengecekan lapangan bersama perangkat kelurahan;</li><li>penanganan sementara di lokasi;</li><li>penjadwalan penanganan permanen.</li></ol><p>Perkembangan akan kami sampaikan kembali.</p>`,
  () =>
    '<p>Tim sudah meninjau lokasi. Kendala: menunggu material &amp; cuaca. Perkiraan selesai &plusmn; 7 hari kerja.</p>',
  () =>
    '<div>Mohon Saudara melengkapi laporan dengan:<ul><li>alamat lengkap (RT/RW);</li><li>foto terbaru;</li><li>waktu kejadian.</li></ul></div>',
];

const EXPLAINED: readonly Say[] = [
  (about, opd) =>
    `<p>Menjawab pertanyaan Saudara tentang &ldquo;${about}&rdquo;, berikut penjelasan ${opd}:</p><ul><li>layanan dibuka Senin &ndash; Jumat pukul 08.00 &ndash; 15.00&nbsp;WIB;</li><li>persyaratan dapat diunduh di <a href="https://tirtamulya.contoh.id/layanan" target="_blank">laman layanan</a>;</li><li>seluruh layanan <b>tidak dipungut biaya</b>.</li></ul>`,
  (_about, opd) =>
    `<p>Informasi yang Saudara minta dapat diperoleh di PPID Pelaksana ${opd} dengan mengisi formulir permohonan. Terima kasih.</p>`,
];

const WELCOMED: readonly Say[] = [
  (about, opd) =>
    `<p>Terima kasih atas aspirasi Saudara. Usulan &ldquo;${about}&rdquo; akan menjadi bahan pertimbangan ${opd} dalam penyusunan rencana kerja tahun berikutnya.</p>`,
];

const CLOSED: readonly Say[] = [
  (_about, opd) =>
    `<p>Alhamdulillah, pekerjaan telah selesai dilaksanakan oleh ${opd}. Dokumentasi terlampir.</p><p>Apabila masih terdapat kendala, Saudara dapat memberikan tanggapan dalam waktu 10 hari. Terima kasih atas partisipasi Saudara dalam SP4N&#8209;LAPOR!.</p>`,
  () => '<p>Laporan dinyatakan <strong>selesai</strong>.&nbsp; Terima kasih.</p>',
  () => '<p>Sudah ditindaklanjuti.</p>',
];

/**
 * One to three answers under a report, oldest first, as HTML: what LAPOR!'s officers write with its editor. Nobody is
 * addressed by name.
 */
export function nationalAnswers(report: MadeUpReport, random: () => number): readonly string[] {
  const about = escapeHtml(report.judul.trim()) || 'hal dimaksud';
  const opd = report.opd ?? 'perangkat daerah terkait';
  const stages = [NOT_THE_CITYS.has(report.opd) ? PASSED_ON : RECEIVED, substance(report.jenis), CLOSED];
  const count = 1 + Math.floor(random() * stages.length);
  return stages.slice(0, count).map((stage) => pick(stage, random)(about, opd));
}

function substance(jenis: MadeUpReport['jenis']): readonly Say[] {
  if (jenis === 'aspirasi') return WELCOMED;
  return jenis === 'permintaan_informasi' ? EXPLAINED : WORKED_ON;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
