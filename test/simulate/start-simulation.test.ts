import { describe, expect, it, onTestFinished } from 'vitest';
import { type Simulation, type SimulationOptions, startSimulation } from '../../src/simulate/start-simulation.ts';

async function started(options: Partial<SimulationOptions> = {}): Promise<Simulation> {
  const simulation = await startSimulation({
    seed: 7,
    reports: 3,
    faults: [],
    latencyMs: 0,
    list: false,
    now: () => Date.UTC(2026, 6, 1),
    content: (index, random) => ({ judul: `laporan ${index}`, isi: `angka ${random()}` }),
    ...options,
  });
  onTestFinished(() => simulation.stop());
  return simulation;
}

describe('startSimulation()', () => {
  it('tells in one line of JSON where both systems are and how to get in', async () => {
    const { line } = await started();
    expect(JSON.parse(JSON.stringify(line))).toEqual({
      local: { baseUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api$/), token: 'simulasi-rabeg' },
      national: {
        baseUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/lapor\/3\.0\.0$/),
        auth: 'simulasi-splp',
        token: '{00000000-0000-4000-8000-000000000001}',
      },
      control: {
        local: `${new URL(line.local.baseUrl).origin}/_simulate`,
        national: `${new URL(line.national.baseUrl).origin}/_simulate`,
      },
    });
    const local = await fetch(`${line.local.baseUrl}/pengaduan`, {
      headers: { authorization: `Bearer ${line.local.token}` },
    });
    expect(await local.json()).toMatchObject({ meta: { total: 3 } });
    const national = await fetch(`${line.national.baseUrl}/masters/templates`, {
      headers: { authorization: `Bearer ${line.national.auth}`, token: line.national.token },
    });
    expect(national.status).toBe(200);
    expect((await fetch(`${line.control.national}/state`)).status).toBe(200);
  });

  it('files the same reports for the same seed', async () => {
    const texts = async (seed: number): Promise<string[]> => {
      const { local } = await started({ seed });
      return local.world.reports().map(({ judul, isi }) => `${judul}: ${isi}`);
    };
    const first = await texts(7);
    expect(first).toHaveLength(3);
    expect(first[2]).toContain('laporan 2');
    expect(await texts(7)).toEqual(first);
    expect(await texts(8)).not.toEqual(first);
  });

  it.each([
    [true, 200],
    [false, 404],
  ])('offers the list: %s', async (list, status) => {
    const { line } = await started({ list });
    const headers = { authorization: `Bearer ${line.national.auth}`, token: line.national.token };
    expect((await fetch(`${line.national.baseUrl}/complaints/list`, { headers })).status).toBe(status);
  });

  it('strikes with its faults on the side they name', async () => {
    const faults = [{ side: 'local', operation: 'list', kind: '500-before', times: 1, after: 0 }] as const;
    const { line } = await started({ faults });
    const headers = { authorization: `Bearer ${line.local.token}` };
    expect((await fetch(`${line.local.baseUrl}/pengaduan`, { headers })).status).toBe(500);
  });
});
