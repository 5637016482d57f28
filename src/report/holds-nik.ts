/** First two digits of a NIK: the provinces, those split off since 2022 included (codes of the Ministry of Home Affairs). */
const PROVINCE = '(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])';
/** The day of birth is 40 higher for women. */
const DAY = String.raw`(?:[04][1-9]|[1256]\d|[37][01])`;
const MONTH = '(?:0[1-9]|1[0-2])';
const NIK = new RegExp(String.raw`(?<!\d)${PROVINCE}\d{4}${DAY}${MONTH}\d{6}(?!\d)`);

/**
 * Whether an id of the local application is, or holds, a number of the shape of a NIK or KK number. Stricter than what is
 * masked in texts: of an application that counts up, dates its ids or draws them from 18 digits and more, none is.
 */
export function holdsNik(id: string): boolean {
  return NIK.test(id.replace(/(?<=\d)[._-](?=\d)/g, ''));
}
