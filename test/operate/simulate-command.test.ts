import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/operate/program.ts';
// The program loads it when it is called for; that is not to be the time of the first test.
import '../../src/operate/simulate-command.ts';
import { makeFolder } from '../support/make-folder.ts';
import { makeHost } from './make-host.ts';

/** `jembatan simulate` until `act` is done. */
async function simulate(args: readonly string[], act: (line: string) => Promise<void> = async () => undefined) {
  const cwd = makeFolder();
  const refused = { side: 'local', operation: 'list', kind: '401' };
  writeFileSync(join(cwd, 'faults.json'), JSON.stringify([refused]));
  writeFileSync(join(cwd, 'slip.json'), JSON.stringify([{ ...refused, side: 'both' }]));
  const { host, out, err } = makeHost({
    cwd,
    // It listens to signals once both sides listen and the line is out.
    onStopSignal(listener) {
      void act(out()).then(() => listener('SIGTERM'));
      return () => undefined;
    },
  });
  const code = await createProgram(host).run(['node', 'jembatan', 'simulate', ...args]);
  return { code, out: out(), err: err() };
}

/** The local list, as the line says that it can be had. */
async function list(line: string): Promise<Response> {
  const { local } = JSON.parse(line);
  const headers = { Authorization: `Bearer ${local.token}`, Connection: 'close' };
  return await fetch(`${local.baseUrl}/pengaduan`, { headers });
}

describe('jembatan simulate', () => {
  it('prints both addresses and credentials as one line once it listens, and ends at a signal', async () => {
    const answers: unknown[] = [];
    const { code, out } = await simulate(['--reports', '3', '--quiet-people'], async (line) => {
      answers.push(await (await list(line)).json());
      const { baseUrl } = JSON.parse(line).national;
      answers.push((await fetch(`${baseUrl}/masters/templates`, { headers: { Connection: 'close' } })).status);
    });

    expect(out.trimEnd()).not.toContain('\n');
    expect(answers).toMatchObject([{ data: [{}, {}, {}] }, 401]);
    expect(code).toBe(0);
  });

  it('strikes with the faults of a file, while people act by themselves', async () => {
    const statuses: number[] = [];
    const { code } = await simulate(['--reports', '1', '--faults', 'faults.json'], async (line) => {
      for (let time = 0; time < 2; time += 1) statuses.push((await list(line)).status);
    });
    expect({ code, statuses }).toEqual({ code: 0, statuses: [401, 200] });
  });

  it.each(['slip.json', 'missing.json'])('refuses a list of faults that is none: %s', async (file) => {
    const { code, err } = await simulate(['--faults', file]);
    expect({ code, err }).toEqual({ code: 2, err: `simulate: ${file} is no list of faults\n` });
  });

  it.each(['one', '-1', '1.5', '12345678901'])('refuses the seed %s', async (seed) => {
    expect((await simulate([`--seed=${seed}`])).code).toBe(2);
  });
});
