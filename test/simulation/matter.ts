import type { Privacy } from '../../src/report/privacy.ts';

export interface Citizen {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** What a citizen has to tell, before anybody typed it into either system. */
export interface Matter {
  readonly index: number;
  readonly who: Citizen;
  readonly text: string;
  readonly incidentDate: string | null;
  readonly privacy: Privacy;
}

/** Identity of a reporter that must never be found outside: unlike any other text. */
export function canary(index: number): Citizen {
  return { name: `Zukrafil${index} Wexanto`, email: `zukrafil${index}@example.org`, phone: `08000000${1000 + index}` };
}

const STREETS = ['Seroja', 'Melati'];
const DAYS = [null, null, '2026-06-28'];

/** Few things and few streets, so that strangers complain of the same. */
const THINGS = [
  (street: string) =>
    `Lampu PJU di jalan ${street} RT 03 depan masjid mati sejak dua minggu, malam gelap dan rawan begal.`,
  (street: string) =>
    `Aspal jalan ${street} berlubang dekat sekolah dasar, tergenang kalau hujan dan pengendara motor terjatuh.`,
  (street: string) =>
    `Sampah menumpuk di jalan ${street} sebelah pasar, tidak diangkut petugas sejak lebaran, bau menyengat.`,
];

export function drawMatter(index: number, random: () => number): Matter {
  const who = canary(index);
  const street = pick(STREETS, random) ?? '';
  const thing = THINGS[index % THINGS.length]?.(street) ?? '';
  const privacy = { anonymous: random() < 0.25, secret: random() < 0.15 };
  return { index, who, text: `${thing} ${signed(who)}`, incidentDate: pick(DAYS, random) ?? null, privacy };
}

/** The same citizen, of something else in the same street. */
export function anotherThing({ index, who, text, ...matter }: Matter): Matter {
  const street = STREETS.find((name) => text.includes(name)) ?? '';
  const thing = THINGS[(index + 1) % THINGS.length]?.(street) ?? '';
  return { ...matter, index, who, text: `${thing} ${signed(who)}` };
}

/** Somebody else, with the same words. */
export function neighbours({ text, who, ...matter }: Matter): Matter {
  const other = canary(matter.index + 500);
  return { ...matter, text: text.replace(signed(who), signed(other)), who: other };
}

function signed({ name, phone }: Citizen): string {
  return `Saya ${name}, telepon ${phone.replace(/^(\d{4})(\d{4})/, '$1-$2-')}.`;
}

export function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}
