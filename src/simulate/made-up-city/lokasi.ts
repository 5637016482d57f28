export interface Lokasi {
  readonly alamat: string;
  readonly kecamatan: string;
  readonly kelurahan: string;
  readonly lat: number | null;
  readonly lng: number | null;
}

// Kota Tirtamulya lies in the Java Sea, so that no coordinate points at a real house.
const CENTRE = { lat: -5.9, lng: 108.0 };

const KECAMATAN = {
  'Tirta Wetan': ['Alun Tirta', 'Sendangmulya', 'Kebon Ratna', 'Pelangi Jaya'],
  'Tirta Kulon': ['Gerbangsari', 'Cempakaraja', 'Tegalwulan', 'Lodanwangi'],
  Ranuasri: ['Ranuharja', 'Teluk Asri', 'Bojongpermai', 'Danaubiru'],
  Banyulangit: ['Langitsari', 'Banyuputra', 'Kalipandan', 'Pandanratri'],
  Wanakerti: ['Wanajaya Lor', 'Wanajaya Kidul', 'Jatirindu', 'Kertipura'],
  Ujungpelita: ['Pelita Baru', 'Muarakasih', 'Tanjungmega', 'Nelayan Makmur'],
} as const;

type Kelurahan = (typeof KECAMATAN)[keyof typeof KECAMATAN][number];

/** Every kelurahan of the city. */
export const kelurahanNames: readonly Kelurahan[] = Object.values(KECAMATAN).flat();

/** A place in the city: the address as typed, the kelurahan's kecamatan, and coordinates (WGS 84) near its middle. */
export function place(alamat: string, kelurahan: Kelurahan): Lokasi {
  for (const [row, [kecamatan, members]] of Object.entries(KECAMATAN).entries()) {
    const column = (members as readonly string[]).indexOf(kelurahan);
    if (column < 0) continue;
    const lat = CENTRE.lat + row * 0.012 + (alamat.length % 9) * 0.0007;
    const lng = CENTRE.lng + column * 0.014 + (alamat.length % 7) * 0.0009;
    return { alamat, kecamatan, kelurahan, lat: round(lat), lng: round(lng) };
  }
  throw new RangeError(`no kelurahan ${kelurahan}`);
}

/** A place whose reporter did not share the phone's position. */
export function placeWithoutGps(alamat: string, kelurahan: Kelurahan): Lokasi {
  return { ...place(alamat, kelurahan), lat: null, lng: null };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
