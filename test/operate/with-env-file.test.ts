import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/operate/program.ts';
import { withEnvFile } from '../../src/operate/with-env-file.ts';
import { makeFolder } from '../support/make-folder.ts';
import { makeHost } from './make-host.ts';

function lay(files: Readonly<Record<string, string>>) {
  const folder = makeFolder();
  mkdirSync(join(folder, 'config'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 });
  return { folder, config: join(folder, 'config', 'jembatan.yaml') };
}

describe('withEnvFile()', () => {
  it('gives what a shell would have read', () => {
    const { config } = lay({ '.env': "# both\nLAPOR_TOKEN='{0000-1}'\nRABEG_TOKEN=abc=\nEMPTY=\n" });
    expect(withEnvFile({}, config)).toEqual({ LAPOR_TOKEN: '{0000-1}', RABEG_TOKEN: 'abc=', EMPTY: '' });
  });

  it('prefers the file beside the configuration to the one above it, and the environment to both', () => {
    const { config } = lay({ '.env': 'A=above\nC=above\n', 'config/.env': 'A=beside\nB=beside\n' });
    expect(withEnvFile({ B: 'set' }, config)).toEqual({ A: 'beside', B: 'set' });
  });

  it('leaves the environment as it is where there is none', () => {
    const { config } = lay({});
    expect(withEnvFile({ A: 'set' }, config)).toEqual({ A: 'set' });
  });

  it('is read by every command, from beside the configuration that it was given', async () => {
    const yaml = 'site: kota-coba\nlocal: { baseUrl: "${CITY_URL}" }\n';
    const { folder, config } = lay({ '.env': 'CITY_URL=https://rabeg.example.test\n', 'config/jembatan.yaml': yaml });
    const complaint = async (args: readonly string[]) => {
      const { host, err } = makeHost({ cwd: folder });
      await createProgram(host).run(['node', 'jembatan', 'status', ...args]);
      return err();
    };

    expect(await complaint([])).not.toContain('CITY_URL');
    expect(await complaint(['--config', config])).not.toContain('CITY_URL');
    expect(await complaint(['--config', join(lay({ 'config/jembatan.yaml': yaml }).config)])).toContain('CITY_URL');
  });
});
