import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createPhotoReader } from '../../../src/local/mysql/create-photo-reader.ts';
import { photoSource } from '../../../src/local/mysql/photo-source.ts';
import { createFakeGate } from '../../support/fake-gate.ts';

const NEVER = new AbortController().signal;

it.each([
  ['a b.jpg', 'https://h/foto', 'https://h/foto/a%20b.jpg'],
  ['/storage/1/a.jpg', 'https://h/', 'https://h/storage/1/a.jpg'],
  ['https://cdn.example.test/a.jpg', null, 'https://cdn.example.test/a.jpg'],
])('asks for %s under %s at %s', (told, base, url) => {
  expect(photoSource(told, base)).toEqual({ kind: 'web', url });
});

it.each(['../../etc/passwd', 'foto/../../x', '..\\x', 'file:///etc/passwd', 'a\0.jpg', '/', ''])(
  'refuses %j',
  (told) => {
    expect(photoSource(told, '/srv/foto')).toEqual({ kind: 'refused', detail: 'bad-path' });
  },
);

it('refuses a path where no base is configured', () => {
  expect(photoSource('a.jpg', null)).toEqual({ kind: 'refused', detail: 'no-photo-base' });
});

it('reads files under the folder, and nothing that a link leads to outside', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jembatan-foto-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const photoBase = join(folder, 'foto');
  mkdirSync(join(photoBase, '1'), { recursive: true });
  writeFileSync(join(photoBase, '1', 'a.jpg'), 'foto');
  writeFileSync(join(folder, 'secret'), 'rahasia');
  symlinkSync(join(folder, 'secret'), join(photoBase, 'b.jpg'));
  const read = createPhotoReader({ photoBase, gate: createFakeGate(), web: null });
  const found = await read('/1/a.jpg', 4, NEVER);
  expect(found.ok && Buffer.from(found.value).toString()).toBe('foto');
  expect(await read('1/a.jpg', 3, NEVER)).toMatchObject({ failure: { kind: 'refused', detail: 'too-large' } });
  expect(await read('b.jpg', 99, NEVER)).toMatchObject({ failure: { kind: 'refused', detail: 'bad-path' } });
  expect(await read('1', 99, NEVER)).toMatchObject({ failure: { kind: 'refused', detail: 'bad-path' } });
  expect(await read('c.jpg', 99, NEVER)).toMatchObject({ failure: { kind: 'not-found' } });
  rmSync(photoBase, { recursive: true });
  // A mount that is gone is no missing photo.
  expect(await read('1/a.jpg', 9, NEVER)).toMatchObject({ failure: { kind: 'unreachable' } });
});
