import { describe, expect, it } from 'vitest';
import { names } from './checks/names.ts';

describe('names()', () => {
  it.each([
    ['src/utils/cut.ts', 'src/utils/cut.ts: utils says nothing'],
    ['src/helpers.ts', 'src/helpers.ts: helpers says nothing'],
    ['src/common/cut.ts', 'src/common/cut.ts: common says nothing'],
    ['src/local/types.ts', 'src/local/types.ts: types says nothing'],
    ['src/local/index.ts', 'src/local/index.ts: index says nothing'],
    ['test/misc.test.ts', 'test/misc.test.ts: misc says nothing'],
    ['src/cutText.ts', 'src/cutText.ts: cutText is not kebab-case'],
    ['src/LocalSide/cut.ts', 'src/LocalSide/cut.ts: LocalSide is not kebab-case'],
    ['src/cut_text.ts', 'src/cut_text.ts: cut_text is not kebab-case'],
  ])('refuses the path %s', (path, finding) => {
    expect(names([{ path, text: '' }], [])).toEqual([finding]);
  });

  it.each([
    ['src/mask-nik.ts', 'export function maskNik() {}'],
    ['src/run-intake.ts', 'export async function runIntake() {}'],
    ['src/raise-alarm.ts', 'export function* raiseAlarm() {}'],
    ['src/http-client.ts', 'export interface HttpClient {}'],
    ['src/follow-up.ts', 'export type FollowUpAuthor = 1;\nexport interface FollowUp {}'],
    ['src/config-error.ts', 'export class ConfigError extends Error {}'],
    ['src/holidays.ts', 'export const HOLIDAYS = {};'],
    ['src/bridge.ts', 'export function createBridge() {}'],
    ['src/format-time.ts', 'export function formatLocalTime() {}'],
    ['src/mask-nik.ts', 'function maskNik() {}\nexport { maskNik };'],
    ['src/mask-nik.ts', 'function f() {}\nexport { f as maskNik };'],
    ['src/rest-wire.ts', 'export const Page = 1;\nexport const Row = 2;'],
    ['src/main.ts', 'run();'],
    ['test/mask-nik.test.ts', "describe('maskNik()', () => {});"],
  ])('lets pass %s with %s', (path, text) => {
    expect(names([{ path, text }], [])).toEqual([]);
  });

  it.each([
    ['export function hideNik() {}'],
    ['export interface Nik {}'],
    ["export { hideNik } from './hide-nik.ts';"],
    ['function maskNik() {}\nexport function other() {}'],
    ['// export function maskNik() {}\nexport const other = 1;'],
  ])('refuses mask-nik.ts with %s', (text) => {
    expect(names([{ path: 'src/mask-nik.ts', text }], [])).toEqual([
      'src/mask-nik.ts exports nothing named after the file',
    ]);
  });

  it.each([["export * from './x.ts';"], ["export type * from './x.ts';"]])('refuses %s', (text) => {
    expect(names([{ path: 'src/a.ts', text }], [])).toEqual(['src/a.ts:1 exports *']);
  });

  it('lets a listed vocabulary be, and refuses one that needs no leave', () => {
    const files = [
      { path: 'src/outcome.ts', text: 'export type Answered = 1;\nexport type Doubt = 2;' },
      { path: 'src/report.ts', text: 'export type Report = 1;' },
    ];
    expect(names(files, ['src/outcome.ts'])).toEqual([]);
    expect(names(files, ['src/outcome.ts', 'src/report.ts'])).toEqual(['src/report.ts is listed without need']);
  });
});
