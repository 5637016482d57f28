import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mysql2/promise';

/** A MariaDB of its own, on loopback, which goes with its files when it is stopped. */
export interface MariaDb {
  readonly port: number;
  readonly socketPath: string;
  readonly root: Connection;
  /** Makes a database with the statements run in it, and gives its name. */
  database(statements: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

const BINARIES = ['/usr/sbin/mariadbd', '/usr/local/sbin/mariadbd', '/usr/libexec/mariadbd'];
const INSTALL = '/usr/bin/mariadb-install-db';
const mariadbd = BINARIES.find((file) => existsSync(file));

/** Whether this machine has one. CI installs it (`.ci/run`). */
export const hasMariaDb = mariadbd !== undefined;
if (!hasMariaDb) process.stderr.write('Tests of the MySQL form are skipped: mariadb-server is not installed.\n');

const SMALL = [
  '--innodb-buffer-pool-size=16M',
  '--innodb-log-file-size=8M',
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-flush-method=nosync',
  '--sync-frm=0',
  '--skip-log-bin',
  '--skip-name-resolve',
  '--performance-schema=0',
  '--key-buffer-size=1M',
  '--aria-pagecache-buffer-size=1M',
];

/** Starts one; rejects with what it said where it does not come up. */
export async function startMariaDb(): Promise<MariaDb> {
  if (mariadbd === undefined) throw new Error('mariadb-server is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'jembatan-mariadb-'));
  const data = join(folder, 'data');
  const { username } = userInfo();
  const install = spawnSync(
    INSTALL,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--user=${username}`,
      '--skip-test-db',
      '--auth-root-authentication-method=normal',
    ],
    { encoding: 'utf8' },
  );
  if (install.status !== 0)
    throw new Error(`mariadb-install-db: ${install.stderr}${install.stdout}${install.error ?? ''}`);
  const port = await freePort();
  const socketPath = join(folder, 'db.sock');
  const place = [
    `--datadir=${data}`,
    `--user=${username}`,
    `--socket=${socketPath}`,
    `--port=${port}`,
    `--tmpdir=${folder}`,
  ];
  const address = ['--bind-address=127.0.0.1', `--pid-file=${join(folder, 'db.pid')}`];
  const server = spawn(mariadbd, ['--no-defaults', ...place, ...address, ...SMALL], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await untilReady(server);
  const root = await createConnection({ socketPath, user: 'root', multipleStatements: false });
  let count = 0;
  return {
    port,
    socketPath,
    root,
    async database(statements) {
      count += 1;
      const name = `kota_${count}`;
      await root.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
      await root.query(`USE ${name}`);
      for (const statement of statements) await root.query(statement);
      return name;
    },
    async stop() {
      await root.end();
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/ready for connections/.test(said)) resolve();
    });
    server.once('exit', () => reject(new Error(`mariadbd ended: ${said}`)));
    server.once('error', reject);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
