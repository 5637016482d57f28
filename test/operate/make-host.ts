import { fileURLToPath } from 'node:url';
import type { Host } from '../../src/operate/host.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A process that is none: what a command says is kept, its clock stands still, and nothing ends. */
export function makeHost(change: Partial<Host> = {}) {
  const said: { readonly to: 'out' | 'err'; readonly text: string }[] = [];
  const textOf = (to: 'out' | 'err') => said.map((one) => (one.to === to ? one.text : '')).join('');
  const host: Host = {
    env: {},
    cwd: '/nowhere',
    packageFolder: ROOT,
    version: '1.2.3',
    pid: 4711,
    nodePath: '/usr/bin/node',
    hostName: 'bridge.example.test',
    isRoot: false,
    stderrIsTerminal: false,
    clock: createFakeClock(),
    random: () => 0.5,
    randomBytes: (size) => new Uint8Array(size).fill(7),
    out: (text) => said.push({ to: 'out', text }),
    err: (text) => said.push({ to: 'err', text }),
    onStopSignal: () => () => undefined,
    onUncaught: () => () => undefined,
    watch: () => ({ expect: () => undefined, stop: async () => undefined }),
    execute: async () => true,
    exitNow: (code) => {
      throw new Error(`exit ${code}`);
    },
    ...change,
  };
  return { host, out: () => textOf('out'), err: () => textOf('err') };
}
