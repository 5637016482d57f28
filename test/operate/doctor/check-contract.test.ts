import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { openCityHere } from '../open-city-here.ts';

type Json = Record<string, unknown>;

/** A city whose LAPOR! is the simulator, with what it answers changed on the way. */
async function openDrifting(drift: (path: string, answer: Json) => unknown) {
  const city = await openCityHere({ reports: 1, list: true });
  await city.run(['run', '--once']);
  const upstream = city.urls.national;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const headers = { authorization: String(request.headers.authorization), token: String(request.headers.token) };
    void fetch(`${upstream.replace(/\/$/, '')}${path}`, { headers }).then(async (answer) => {
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(drift(path, (await answer.json()) as Json)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  city.change((yaml) => yaml.replace(upstream, `http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  const { code, out } = await city.run(['doctor', '--contract', '--json']);
  const { findings } = JSON.parse(out) as { findings: { check: string; severity: string; meaning: string }[] };
  const found = findings.filter(({ check }) => check === 'contract').map((one) => `${one.severity}: ${one.meaning}`);
  return { code, found };
}

it('finds no difference between the simulator and the contract', async () => {
  expect((await openDrifting((_, answer) => answer)).found).toEqual([]);
}, 20_000);

it('names what drifted: a field that is gone, one of another kind, a new one, a status, an envelope', async () => {
  const { code, found } = await openDrifting((path, answer) => {
    const results = answer.results as Json;
    if (path.startsWith('/masters/institutions')) return { data: results.data };
    if (path.startsWith('/masters/templates')) return { ...answer, version: 4 };
    const data = results.data as Json;
    if (!path.endsWith('/complaint')) return answer;
    const { disposition_name: _, ...rest } = data;
    return { ...answer, results: { ...results, data: { ...rest, disposition_id: true, status_name: 'Dilimpahkan' } } };
  });
  expect(code).toBe(1);
  expect(found).toEqual([
    'error: E1: jawabannya berbentuk lain sama sekali: {data}',
    'note: E2: bidang baru version (1)',
    'warning: E6: bidang results.data.disposition_name tidak ada (1)',
    'warning: E6: bidang results.data.disposition_id berjenis lain (1)',
    'warning: E6: nama status tidak dikenal: Dilimpahkan',
  ]);
}, 20_000);
