import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkSides } from '../../../src/operate/doctor/check-sides.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { makeCertificate } from '../../http/make-certificate.ts';
import { makeConfig } from '../../support/make-config.ts';
import { makeFolder } from '../../support/make-folder.ts';
import { makeHost } from '../make-host.ts';

const DAY_MS = 86_400_000;
const authority = makeCertificate({ name: 'Test authority' });

/** Both sides behind TLS: an empty application, and LAPOR! with one institution. */
async function serve(endsInDays: number, aheadMs: number) {
  const notAfter = `${new Date(Date.now() + endsInDays * DAY_MS).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  const certificate = makeCertificate({ name: 'host', hosts: ['127.0.0.1'], issuer: authority, notAfter });
  const server = createServer({ key: certificate.key, cert: certificate.cert }, (request, response) => {
    const isLocal = request.url?.startsWith('/api') === true;
    const body = JSON.stringify(
      isLocal ? { data: [] } : { results: { data: [{ id: 151345, name: 'Kota' }], next_page_url: null } },
    );
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      Date: new Date(Date.now() + aheadMs).toUTCString(),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const caFile = join(makeFolder(), 'ca.pem');
  writeFileSync(caFile, authority.cert);
  const config = makeConfig({
    national: { baseUrl: `${url}/v3`, caFile },
    top: { locale: 'en', local: { kind: 'rest', baseUrl: `${url}/api`, headers: {}, caFile } },
  });
  const { host } = makeHost({ clock: systemClock });
  const { findings, skewMs } = await checkSides(host, config);
  return {
    found: findings
      .filter(({ check }) => check !== 'institutions')
      .map(({ severity, meaning }) => `${severity}: ${meaning}`),
    skewMs,
  };
}

it('finds nothing over TLS where certificates and clocks are right', async () => {
  const { found, skewMs } = await serve(60, 0);
  expect(found).toEqual([]);
  expect(skewMs).toBeLessThan(5_000);
});

it('sees over TLS that the certificate of each side ends, and that their clocks are behind', async () => {
  const { found } = await serve(5.5, -600_000);
  expect(found).toEqual([
    expect.stringMatching(/^warning: The clock of .* is (9\.9|10) minutes behind ours\.$/),
    expect.stringMatching(/^warning: The certificate of .* ends in 5 days; then nothing is sent there\.$/),
    expect.stringMatching(/^warning: The clock of LAPOR! is (9\.9|10) minutes behind ours\.$/),
    'warning: The certificate of LAPOR! ends in 5 days; then nothing is sent there.',
  ]);
});

it('says that a side whose certificate ended cannot be reached', async () => {
  const { found } = await serve(-1, 0);
  expect(found).toEqual([
    expect.stringMatching(/^unreachable: .*tls/),
    expect.stringMatching(/^unreachable: LAPOR! .*tls/),
  ]);
});
