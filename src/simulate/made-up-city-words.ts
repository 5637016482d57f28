export const streets: readonly string[] = [
  'Jl. Kenanga Raya',
  'Jl. Nakhoda Purnama',
  'Jl. Bendungan Mulya',
  'Jl. Seroja',
  'Jl. Tanggul Timur',
  'Jl. Pelita Raya',
  'Jl. Sendang Baru',
  'Jl. Pandan Dalam',
  'Gg. Flamboyan',
  'Gg. Anggrek',
  'Gg. Melati II',
  'Jl. Danau Kecil',
  'Jl. Mulya Asih',
  'Jl. Wanajaya Tengah',
  'Jl. Pelabuhan Lama',
  'Jl. Layar Putih',
  'Gg. Haji Sapri',
  'Jl. Kenari III',
];

export const landmarks: readonly string[] = [
  'depan masjid',
  'samping gereja',
  'dekat pos kamling',
  'belakang pasar',
  'seberang SD',
  'dekat jembatan',
  'depan minimarket',
  'tikungan pertama',
  'ujung jalan',
  'dekat posyandu',
];

/** Only under a complaint. */
export const since: readonly string[] = [
  'Sudah dua minggu seperti ini.',
  'Setiap hari seperti ini.',
  'Dari bulan lalu tidak ada perubahan.',
  'Sudah lebih dari setahun.',
  'Tetangga juga mengalami.',
  'Sejak lebaran belum ditangani.',
  'Sudah lapor RT tetapi tidak ada tanggapan.',
  'Kapan bisa ditangani?',
  '',
];

export const openers: readonly string[] = [
  'Selamat pagi,',
  'Assalamualaikum,',
  'Mohon izin melapor.',
  'Yth. Bapak/Ibu,',
  'Min,',
  'Halo admin,',
  '',
];

export const closers: readonly string[] = [
  'Mohon ditindaklanjuti, terima kasih.',
  'Tolong diperhatikan ya 🙏',
  'Kami tunggu kabarnya.',
  'Sebelumnya saya tidak tahu harus ke mana.',
  'Terima kasih atas perhatiannya.',
  '',
];

export const answers: readonly string[] = [
  'Terima kasih, laporan sudah kami terima dan segera ditinjau.',
  'Petugas sudah ke lokasi, penanganan dijadwalkan minggu ini.',
  'Pekerjaan sudah selesai, silakan dicek.',
  'Sudah ditindaklanjuti.',
  'Mohon dilengkapi dengan alamat dan foto yang lebih jelas.',
];

export const givenNames: readonly string[] = [
  'Wulan',
  'Bagas',
  'Dinda',
  'Renaldi',
  'Nuraini',
  'Yoga',
  'Lestari',
  'Hendro',
  'Mira',
  'Gilang',
  'Tutik',
  'Arief',
  'Saodah',
  'Yohanes',
  'Maria',
  'Ujang',
  'Clara',
  'Stefanus',
  'Rina',
  'Fikri',
  'Neneng',
  'Daeng',
  'Winda',
  'Ketut',
];

export const familyNames: readonly string[] = [
  'Kertasari',
  'Prasetyawan',
  'Larasputri',
  'Guntara',
  'Sekarwati',
  'Adimukti',
  'Ambarwangi',
  'Wicaksanadi',
  'Anjaswari',
  'Ramadhika',
  'Budisantika',
  'Mangkupraja',
  'Krisnawan',
  'Sulaksmi',
  'Supardiman',
  'Wijayasari',
  'Sentanu',
  'Maulandana',
  'Samsuardi',
  'Astuningtyas',
];
