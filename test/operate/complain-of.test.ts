import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { complainOf } from '../../src/operate/complain-of.ts';
import { demoConfig } from '../../src/operate/demo-config.ts';
import { makeFolder } from '../support/make-folder.ts';
import { makeHost } from './make-host.ts';

const MAPS = fileURLToPath(new URL('../../config', import.meta.url));
const FULL = Object.assign(new Error('full'), { code: 'ENOSPC' });

describe('complainOf()', () => {
  it('names the folder of the ledger where the disk is full, not the one of the shell', () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'kota'));
    const urls = { localUrl: 'http://127.0.0.1:1/api', nationalUrl: 'http://127.0.0.1:2' };
    writeFileSync(join(folder, 'kota', 'jembatan.yaml'), demoConfig({ ...urls, maps: MAPS }));
    const { host, err } = makeHost({ cwd: folder });
    expect(complainOf(host, FULL, 'kota/jembatan.yaml')).toBe(74);
    expect(err()).toContain(` ${join(folder, 'kota')},`);
  });

  it('names the working directory where no configuration can be read', () => {
    const folder = makeFolder();
    const { host, err } = makeHost({ cwd: folder });
    expect(complainOf(host, FULL, 'jembatan.yaml')).toBe(74);
    expect(err()).toContain(` ${folder},`);
  });
});
