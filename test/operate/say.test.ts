import { describe, expect, it } from 'vitest';
import { type Phrase, say, PHRASES as TABLES } from '../../src/operate/say.ts';

const PHRASES = Object.keys(TABLES.id) as readonly Phrase[];
const LOCALES = ['id', 'en'] as const;

function placeholders(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? ''))].toSorted();
}

describe('say()', () => {
  it('has every phrase in both languages', () => {
    expect(Object.keys(TABLES.en).toSorted()).toEqual(PHRASES.toSorted());
    expect([...Object.values(TABLES.id), ...Object.values(TABLES.en)].filter((text) => text.trim() === '')).toEqual([]);
  });

  it.each(PHRASES)('asks for the same values in both languages: %s', (phrase) => {
    expect(placeholders(TABLES.en[phrase])).toEqual(placeholders(TABLES.id[phrase]));
  });

  it.each(PHRASES)('fills in every value: %s', (phrase) => {
    const names = placeholders(TABLES.id[phrase]);
    const values = Object.fromEntries(names.map((name) => [name, `<${name} 1>`]));
    for (const locale of LOCALES) {
      const text = say(locale, phrase, values);
      expect(text).not.toMatch(/[{}]/);
      expect(names.filter((name) => !text.includes(`<${name} 1>`))).toEqual([]);
    }
  });

  it('takes numbers, zero too', () => {
    expect(say('en', 'progress.local', { count: 0 })).toBe('reading the local application: 0');
  });

  it('leaves a place without its value to be seen', () => {
    expect(say('en', 'progress.local')).toBe('reading the local application: {count}');
  });

  it.each([
    ['{count}', '{count}'],
    ['$& $1', '$& $1'],
  ])('takes the value %s as it is', (count, shown) => {
    expect(say('en', 'progress.local', { count })).toBe(`reading the local application: ${shown}`);
  });

  it('makes values from outside safe for a terminal', () => {
    const values = { national: 'Selesai\u001b[2J\u202e', local: 'menunggu\nselesai' };
    expect(say('en', 'explain.status', values)).toBe(
      'LAPOR! status: Selesai\\u{1b}[2J\\u{202e}; local status: menunggu⏎selesai',
    );
  });
});
