import { createHmac } from 'node:crypto';
import { skeleton } from './skeleton.ts';
import type { TwinSubject } from './twin-subject.ts';

const BANDS = 24;
const ROWS = 2;
/** Said in so many complaints that it tells none from another, by its skeleton. */
const COMMON = new Set('jalan rusak lampu mati warga kota hari lubang'.split(' ').map(skeleton));

/**
 * Keys by which reports that may be one find each other without all pairs being compared: equal for two reports with the same
 * telephone, mail or name, and for two whose words are alike (bands of a minhash, so that a third of the words in common makes
 * one key equal nearly always). All are keyed hashes of 48 bits: without `key` nobody can ask them whether a word or a person
 * stands behind them.
 */
export function twinKeys({ words, reporter }: TwinSubject, key: Uint8Array): readonly number[] {
  const keyed = (text: string) => createHmac('sha256', key).update(text).digest();
  const named = [
    reporter.phone === null ? [] : [`phone ${reporter.phone}`],
    reporter.email === null ? [] : [`email ${reporter.email}`],
    reporter.name.length < 2 ? [] : [`name ${reporter.name.join(' ')}`],
  ].flat();
  const bones = [...new Set([...words].map(skeleton))];
  const telling = bones.filter((bone) => !COMMON.has(bone));
  const features = (telling.length >= ROWS ? telling : bones).map((bone) => keyed(bone).readUInt32LE());
  return [...named.map((text) => keyed(text).readUIntLE(0, 6)), ...bands(features)];
}

function bands(features: readonly number[]): readonly number[] {
  if (features.length === 0) return [];
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = Array.from({ length: ROWS }, (_, row) => leastOf(features, band * ROWS + row));
    const mixed = rows.reduce((all, least) => mix(Math.imul(all, 31) ^ least), band);
    return (band + 1) * 2 ** 40 + mixed;
  });
}

function leastOf(features: readonly number[], seed: number): number {
  return features.reduce((least, feature) => Math.min(least, mix(feature ^ Math.imul(seed + 1, 0x9e3779b1))), 2 ** 32);
}

/** The last step of murmur3: spreads 32 bits over 32 bits. */
function mix(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
