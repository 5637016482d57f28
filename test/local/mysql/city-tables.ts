/** The school project that half of the country's complaint applications began as. */
const classic: readonly string[] = [
  `CREATE TABLE masyarakat (nik CHAR(16) NOT NULL PRIMARY KEY, nama VARCHAR(35) NOT NULL, username VARCHAR(25) NOT NULL,
    password VARCHAR(32) NOT NULL, telp VARCHAR(13) NOT NULL) ENGINE=InnoDB DEFAULT CHARSET=latin1`,
  `CREATE TABLE petugas (id_petugas INT(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, nama_petugas VARCHAR(35) NOT NULL,
    username VARCHAR(25) NOT NULL, level ENUM('admin','petugas') NOT NULL) ENGINE=InnoDB DEFAULT CHARSET=latin1`,
  `CREATE TABLE pengaduan (id_pengaduan INT(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, tgl_pengaduan DATE NOT NULL,
    nik CHAR(16) NOT NULL, isi_laporan TEXT NOT NULL, foto VARCHAR(255) NOT NULL,
    status ENUM('0','proses','selesai') NOT NULL) ENGINE=InnoDB DEFAULT CHARSET=latin1`,
  `CREATE TABLE tanggapan (id_tanggapan INT(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, id_pengaduan INT(11) NOT NULL,
    tgl_tanggapan DATE NOT NULL, tanggapan TEXT NOT NULL, id_petugas INT(11) NOT NULL) ENGINE=InnoDB DEFAULT CHARSET=latin1`,
  `INSERT INTO masyarakat VALUES ('9999010101010001', 'Warga Contoh', 'warga', '', '081200000000')`,
  `INSERT INTO petugas VALUES (4, 'Petugas Contoh', 'petugas', 'petugas'), (9, 'SP4N-LAPOR!', 'lapor', 'petugas')`,
];

/** Laravel's habits: plural names, time stamps, soft deletes. */
const laravel: readonly string[] = [
  `CREATE TABLE users (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(255) NOT NULL,
    email VARCHAR(255) NOT NULL, no_hp VARCHAR(20) NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`,
  `CREATE TABLE kategoris (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, nama_kategori VARCHAR(255) NOT NULL)
    ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  `CREATE TABLE pengaduans (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, kode_pengaduan VARCHAR(50) NULL,
    user_id BIGINT UNSIGNED NULL, kategori_id BIGINT UNSIGNED NULL, judul VARCHAR(255) NOT NULL, deskripsi TEXT NOT NULL,
    lokasi VARCHAR(255) NULL, latitude DECIMAL(10,7) NULL, longitude DECIMAL(10,7) NULL, foto JSON NULL,
    is_anonymous TINYINT(1) NOT NULL DEFAULT 0, is_rahasia BIT(1) NOT NULL DEFAULT b'0',
    status VARCHAR(30) NOT NULL DEFAULT 'menunggu', created_at TIMESTAMP NULL, updated_at TIMESTAMP NULL,
    deleted_at TIMESTAMP NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`,
  `CREATE TABLE tanggapans (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, pengaduan_id BIGINT UNSIGNED NOT NULL,
    user_id BIGINT UNSIGNED NULL, isi_tanggapan LONGTEXT NOT NULL, penulis VARCHAR(10) NOT NULL DEFAULT 'opd',
    is_internal TINYINT(1) NOT NULL DEFAULT 0, created_at TIMESTAMP NULL, updated_at TIMESTAMP NULL,
    deleted_at TIMESTAMP NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci`,
  `INSERT INTO users VALUES (7, 'Warga Contoh', 'warga@example.test', '081200000000')`,
  `INSERT INTO kategoris VALUES (3, 'Infrastruktur jalan')`,
];

/** Tables of cities, in each preset's shape. */
export const CITY_TABLES = { classic, laravel };
