export interface Pelapor {
  readonly nama: string;
  readonly email: string | null;
  readonly telepon: string | null;
  readonly nik: string | null;
}

/**
 * A made-up resident. The number (1 to 9999) is theirs alone and shows in the telephone number of a reserved-looking
 * range and in the NIK, which begins with 99, a province code that does not exist.
 */
export function person(nama: string, number: number): Pelapor {
  const mailbox = nama.toLowerCase().replace(/[^a-z]+/g, '.');
  const kecamatan = digits(1 + (number % 6), 2);
  const born = digits(1 + (number % 28), 2) + digits(1 + (number % 12), 2) + digits((60 + (number % 45)) % 100, 2);
  return {
    nama,
    email: `${mailbox}@${number % 3 === 0 ? 'example.org' : 'contoh.id'}`,
    telepon: `${number % 5 === 0 ? '0800' : '0812'}-0000-${digits(number, 4)}`,
    nik: `9971${kecamatan}${born}${digits(number, 4)}`,
  };
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
