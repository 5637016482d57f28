import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { openCity } from './city.ts';

describe('jembatan run under systemd', () => {
  it('says that it is up once its ledger is open, and then again and again that it goes on', async () => {
    const folder = makeFolder();
    const heard = join(folder, 'heard');
    // In the place of systemd's own program, which would write to the socket.
    writeFileSync(join(folder, 'systemd-notify'), `#!/bin/sh\necho "$NOTIFY_SOCKET $1" >> "${heard}"\n`, {
      mode: 0o755,
    });
    const env = { PATH: `${folder}:${process.env.PATH}`, NOTIFY_SOCKET: '/run/notify', WATCHDOG_USEC: '3000' };
    const city = await openCity({ reports: 1, env });

    const { child, ended } = city.start('run');
    await vi.waitFor(() => expect(existsSync(heard) && readFileSync(heard, 'utf8')).toContain('WATCHDOG=1'), {
      timeout: 20_000,
    });
    child.kill('SIGTERM');

    expect((await ended).code).toBe(0);
    expect(readFileSync(heard, 'utf8')).toContain('/run/notify READY=1');
  }, 60_000);

  it('says nothing in a run by hand', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'systemd-notify'), '#!/bin/sh\ntouch "$0.heard"\n', { mode: 0o755 });
    const city = await openCity({ env: { PATH: `${folder}:${process.env.PATH}`, NOTIFY_SOCKET: '/run/notify' } });

    expect((await city.run('run', '--once')).code).toBe(0);

    expect(existsSync(join(folder, 'systemd-notify.heard'))).toBe(false);
  }, 60_000);
});
