import { spawnSync } from 'node:child_process';
import { alternate, spreadOf } from './alternate.ts';
import { daemonFolder } from './daemon-folder.ts';
import { type Figure, roundsText } from './figure.ts';
import type { Servers } from './start-servers.ts';

const ROUNDS = 11;

/** `run --once` with nothing to do beside `node -e 0`: whole processes, from start to exit. */
export async function start(servers: Servers): Promise<readonly Figure[]> {
  const { folder, args, remove } = daemonFolder(servers.baseUrl);
  const once = args('run', '--once');
  const rounds = await alternate({
    rounds: ROUNDS,
    ours: async () => msOfProcess(once, folder),
    theirs: async () => msOfProcess(['-e', '0'], folder),
  });
  remove();
  const ratio = spreadOf(rounds, ({ ours, theirs }) => ours / theirs);
  const ours = spreadOf(rounds, (round) => round.ours).median.toFixed(0);
  const theirs = spreadOf(rounds, (round) => round.theirs).median.toFixed(0);
  const detail = `${ours} ms beside ${theirs} ms of node -e 0; ${roundsText(ratio)}`;
  return [{ name: 'run --once, nothing to do', value: ratio.median, unit: 'x', target: { atMost: 8 }, detail }];
}

function msOfProcess(args: readonly string[], cwd: string): number {
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}`);
  return performance.now() - startedAt;
}
