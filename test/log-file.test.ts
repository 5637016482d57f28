import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLogFile } from '../src/log-file.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { makeFolder } from './support/make-folder.ts';

const DAY_MS = 86_400_000;
const EVENING_MS = Date.parse('2026-08-03T23:59:59.999Z');

function openDay(startMs: number) {
  const folder = makeFolder();
  const file = join(folder, 'jembatan.log');
  const clock = createFakeClock(startMs);
  return { folder, file, clock, open: () => openLogFile(file, clock.now) };
}

describe('openLogFile()', () => {
  it('puts a day away when the next one begins', () => {
    const { folder, file, clock, open } = openDay(EVENING_MS);
    const log = open();
    log.write('one\n');
    log.write('two\n');
    clock.advance(1);
    log.write('three\n');
    expect(readdirSync(folder).toSorted()).toEqual(['jembatan.log', 'jembatan.log.2026-08-03']);
    expect(readFileSync(`${file}.2026-08-03`, 'utf8')).toBe('one\ntwo\n');
    expect(readFileSync(file, 'utf8')).toBe('three\n');
  });

  it('keeps fourteen days besides the one that runs', () => {
    const { folder, clock, open } = openDay(EVENING_MS);
    const log = open();
    for (let day = 0; day < 20; day += 1) {
      log.write(`${day}\n`);
      clock.advance(DAY_MS);
    }
    const kept = readdirSync(folder).toSorted();
    expect(kept).toHaveLength(15);
    expect(kept.slice(0, 2)).toEqual(['jembatan.log', 'jembatan.log.2026-08-08']);
    expect(kept.at(-1)).toBe('jembatan.log.2026-08-21');
  });

  it('removes nothing that is not its own', () => {
    const { folder, file, clock, open } = openDay(EVENING_MS);
    const others = ['jembatan.log.gz', 'jembatan.log.2020-01-01.gz', 'other.log.2020-01-01', 'jembatan.log.1'];
    for (const name of others) writeFileSync(join(folder, name), 'mine\n');
    for (let day = 1; day <= 14; day += 1) writeFileSync(`${file}.2020-01-${String(day).padStart(2, '0')}`, 'old\n');
    const log = open();
    log.write('one\n');
    clock.advance(1);
    log.write('two\n');
    const left = readdirSync(folder);
    expect(others.filter((name) => !left.includes(name))).toEqual([]);
    expect(left).not.toContain('jembatan.log.2020-01-01');
    expect(left).toContain('jembatan.log.2020-01-02');
  });

  it('is nobody else’s to read, the new file after a day neither', () => {
    const { folder, clock, open } = openDay(EVENING_MS);
    const log = open();
    log.write('one\n');
    clock.advance(1);
    log.write('two\n');
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it('goes on in the file of the same day, and puts that of an earlier one away', () => {
    const { folder, file, clock, open } = openDay(EVENING_MS);
    open().write('one\n');
    utimesSync(file, EVENING_MS / 1000, EVENING_MS / 1000);
    open().write('two\n');
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
    utimesSync(file, EVENING_MS / 1000, EVENING_MS / 1000);
    clock.advance(3 * DAY_MS);
    open().write('three\n');
    expect(readdirSync(folder).toSorted()).toEqual(['jembatan.log', 'jembatan.log.2026-08-03']);
    expect(readFileSync(`${file}.2026-08-03`, 'utf8')).toBe('one\ntwo\n');
    expect(readFileSync(file, 'utf8')).toBe('three\n');
  });

  it('begins the day of an empty file now', () => {
    const { folder, file, open } = openDay(EVENING_MS);
    writeFileSync(file, '');
    utimesSync(file, 0, 0);
    open().write('one\n');
    expect(readdirSync(folder)).toEqual(['jembatan.log']);
  });

  it('overwrites no day that was put away when the clock is set back', () => {
    const { folder, file, clock, open } = openDay(EVENING_MS);
    const log = open();
    log.write('one\n');
    clock.advance(1);
    log.write('two\n');
    clock.advance(-DAY_MS);
    log.write('three\n');
    clock.advance(DAY_MS);
    log.write('four\n');
    expect(readdirSync(folder).toSorted()).toEqual(['jembatan.log', 'jembatan.log.2026-08-03']);
    expect(readFileSync(`${file}.2026-08-03`, 'utf8')).toBe('one\n');
    expect(readFileSync(file, 'utf8')).toBe('two\nthree\nfour\n');
  });
});
