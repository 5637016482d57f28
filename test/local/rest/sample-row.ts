/** The row of the contract page (local contract, section 1), with `changes` made to it. */
export function sampleRow(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id: 1042,
    nomor_tiket: 'RBG-2026-001042',
    judul: 'Jalan berlubang',
    isi: 'Lubang di depan pasar.',
    jenis: 'pengaduan',
    kategori: 'Infrastruktur jalan',
    tingkat: 'sedang',
    status: 'menunggu',
    opd: 'DPUPR',
    tanggal_kejadian: '2026-07-01',
    lokasi: { alamat: 'Jl. Contoh', kecamatan: 'Cipocok Jaya', kelurahan: 'Banjarsari', lat: -6.12, lng: 106.17 },
    pelapor: { nama: 'Warga Contoh', email: 'warga@example.test', telepon: '+6281100000000', nik: '9900000000000001' },
    anonim: false,
    rahasia: false,
    lampiran: [{ url: '/storage/1042/foto.jpg', nama: 'foto.jpg', mime: 'image/jpeg', ukuran: 183422 }],
    tanggapan: [sampleResponse()],
    lapor_id: null,
    lapor_status: null,
    external_ref: null,
    created_at: '2026-07-01 08:00:00',
    updated_at: '2026-07-02 09:12:00',
    deleted_at: null,
    ...changes,
  };
}

/** The response of the same page. */
export function sampleResponse(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id: 9,
    isi: 'Sudah dijadwalkan.',
    penulis: 'opd',
    opd: 'DPUPR',
    internal: false,
    dibuat_pada: '2026-07-02 09:12:00',
    lampiran: [],
    external_ref: null,
    ...changes,
  };
}
