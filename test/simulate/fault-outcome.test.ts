import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FaultInput, FaultKind } from '../../src/simulate/fault.ts';
import { createFaultPlan } from '../../src/simulate/fault-plan.ts';
import { runningLocal } from './running-local.ts';
import { COMPLAINT, type RunningNational, runningNational } from './running-national.ts';

async function withFault(fault: Omit<FaultInput, 'side' | 'operation'>): Promise<RunningNational> {
  return runningNational({ faults: createFaultPlan([{ side: 'national', operation: 'create', ...fault }]) });
}

function create(national: RunningNational): Promise<Response> {
  return national.post('/complaints/complaint', COMPLAINT);
}

/** The system's word for what became of connecting, `connected` where it worked. */
function tryConnect(origin: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => {
      socket.destroy();
      resolve('connected');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
  });
}

describe('faults that answer', () => {
  it.each([
    ['reject', 422, 'application/json', 0],
    ['500-before', 500, 'application/json', 0],
    ['500-after', 500, 'application/json', 1],
    ['503-suspended', 503, 'application/json', 0],
    ['429', 429, 'application/json', 0],
    ['html', 200, 'text/html; charset=UTF-8', 0],
    ['html-after', 200, 'text/html; charset=UTF-8', 1],
    ['no-id', 200, 'application/json', 1],
    ['504-after', 504, 'application/json', 1],
    ['401', 401, 'application/json', 0],
  ] as const)('%s answers %i as %s, with %i effects, once', async (kind, status, contentType, effects) => {
    const national = await withFault({ kind });
    const answer = await create(national);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe(contentType);
    expect(national.simulator.world.complaints()).toHaveLength(effects);
    expect(national.simulator.world.effects).toHaveLength(effects);
    expect(national.simulator.requests[0]?.effect).toBe(effects === 1 ? 'create 9165816' : null);
    expect((await create(national)).status).toBe(200);
    expect(national.simulator.world.complaints()).toHaveLength(effects + 1);
  });

  it('no-id has an answer without any number in it', async () => {
    const national = await withFault({ kind: 'no-id' });
    expect(await (await create(national)).text()).not.toMatch(/\d/);
  });

  it.each([
    [undefined, '1'],
    ['Wed, 01 Jul 2026 01:00:00 GMT', 'Wed, 01 Jul 2026 01:00:00 GMT'],
  ])('429 carries Retry-After: %s means %s', async (retryAfter, header) => {
    const national = await withFault({ kind: '429', ...(retryAfter === undefined ? {} : { retryAfter }) });
    expect((await create(national)).headers.get('retry-after')).toBe(header);
  });

  it('429 tells the throttling by turns in JSON and XML', async () => {
    const national = await withFault({ kind: '429', times: 2 });
    expect(await (await create(national)).json()).toMatchObject({ fault: { code: 900800 } });
    expect(await (await create(national)).text()).toContain('<ams:code>900800</ams:code>');
  });

  it('503-suspended is the fault 303001', async () => {
    const national = await withFault({ kind: '503-suspended' });
    expect(await (await create(national)).json()).toMatchObject({ fault: { code: 303001 } });
  });

  it.each([
    ['reject', 422],
    ['401', 401],
    ['429', 429],
    ['503-suspended', 503],
    ['500-before', 500],
    ['504-after', 504],
  ] as const)('%s speaks the envelope of the local side', async (kind, status) => {
    const faults = createFaultPlan([{ side: 'local', operation: 'list', kind }]);
    const { call } = await runningLocal({ faults });
    const answer = await call('GET', '/pengaduan');
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ success: false, data: null });
  });

  it('strikes only whom it names, and whoever has the right credentials', async () => {
    const faults = createFaultPlan([{ side: 'local', operation: 'list', kind: '500-before' }]);
    const { call, baseUrl } = await runningLocal({ faults });
    expect((await fetch(`${baseUrl}/pengaduan`)).status).toBe(401);
    expect((await call('POST', '/pengaduan', { judul: 'a', isi: 'b' })).status).toBe(201);
    expect((await call('GET', '/pengaduan')).status).toBe(500);
  });
});

describe('faults that break the connection', () => {
  it.each([
    ['lost-answer', 1],
    ['lost-request', 0],
  ] as const)('%s destroys the socket, with %i effects', async (kind, effects) => {
    const national = await withFault({ kind });
    await expect(create(national)).rejects.toThrow('fetch failed');
    expect(national.simulator.requests).toHaveLength(1);
    expect(national.simulator.world.effects).toHaveLength(effects);
  });

  it('truncated sends half of what it announces, after the effect', async () => {
    const national = await withFault({ kind: 'truncated' });
    const received = await new Promise<{ length: number; body: string; isComplete: boolean }>((resolve, reject) => {
      const { port } = new URL(national.baseUrl);
      const socket = connect(Number(port), '127.0.0.1');
      onTestFinished(() => void socket.destroy());
      const body = JSON.stringify(COMPLAINT);
      socket.write(
        `POST /lapor/3.0.0/complaints/complaint HTTP/1.1\r\nhost: x\r\nauthorization: Bearer simulasi-splp\r\ntoken: {00000000-0000-4000-8000-000000000001}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      let text = '';
      socket.on('data', (chunk) => {
        text += String(chunk);
      });
      socket.on('error', reject);
      socket.on('close', () => {
        const [head = '', rest = ''] = text.split('\r\n\r\n');
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
        resolve({ length, body: rest, isComplete: rest.length === length });
      });
    });
    expect(received).toEqual({ length: '{"complaint_id":9165816}'.length, body: '{"complaint_', isComplete: false });
    expect(national.simulator.world.effects).toHaveLength(1);
  });

  it('never-answered has its effect and keeps the socket open until the server stops', async () => {
    const national = await withFault({ kind: 'never-answered' });
    const answer = create(national).then(
      () => 'answered',
      () => 'broken off',
    );
    await vi.waitFor(() => expect(national.simulator.world.effects).toHaveLength(1));
    await national.get('/complaints/9165816/complaint');
    await national.simulator.stop();
    expect(await answer).toBe('broken off');
  });

  it('never-answered gives up after `forMs`', async () => {
    const national = await withFault({ kind: 'never-answered', forMs: 20 });
    await expect(create(national)).rejects.toThrow('fetch failed');
    expect(national.simulator.world.effects).toHaveLength(1);
  });
});

describe('refuse', () => {
  it('refuses to connect right after the answer that it waits for', async () => {
    const national = await withFault({ kind: 'refuse', after: 2, forMs: 60_000 });
    await create(national);
    expect(await tryConnect(national.origin)).toBe('connected');
    expect((await create(national)).status).toBe(200);
    expect(await tryConnect(national.origin)).toBe('ECONNREFUSED');
    await expect(create(national)).rejects.toThrow('fetch failed');
    expect(national.simulator.world.effects).toHaveLength(2);
  });

  it('comes back on the same port, with what it knew', async () => {
    const national = await withFault({ kind: 'refuse', after: 1, forMs: 20 });
    await create(national);
    await vi.waitFor(async () => expect(await tryConnect(national.origin)).toBe('connected'), { timeout: 10_000 });
    expect((await national.get('/complaints/9165816/complaint')).status).toBe(200);
  });

  it('closes connections that idle', async () => {
    const national = await runningNational();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const closed = await new Promise<string>((resolve) => {
      get(`${national.origin}/_simulate/state`, { agent }, (response) => {
        const { socket } = response;
        response.resume();
        response.on('end', () => {
          socket.once('close', () => resolve('closed'));
          national.simulator.faults.add({ side: 'national', operation: '*', kind: 'refuse', forMs: 10_000 });
        });
      });
    });
    expect(closed).toBe('closed');
    expect(await tryConnect(national.origin)).toBe('ECONNREFUSED');
  });

  it('refuses from the start where it waits for nothing', async () => {
    const faults = createFaultPlan([{ side: 'national', operation: '*', kind: 'refuse', forMs: 60_000 }]);
    const national = await runningNational({ faults });
    expect(await tryConnect(national.origin)).toBe('ECONNREFUSED');
  });

  it('lasts as long as the refusal that began last', async () => {
    const national = await runningNational();
    const refuse = (forMs: number): void =>
      national.simulator.faults.add({ side: 'national', operation: '*', kind: 'refuse', forMs });
    refuse(60_000);
    expect(await tryConnect(national.origin)).toBe('ECONNREFUSED');
    refuse(10);
    await vi.waitFor(async () => expect(await tryConnect(national.origin)).toBe('connected'), { timeout: 10_000 });
  });

  it('can be stopped while it refuses', async () => {
    const faults = createFaultPlan([{ side: 'national', operation: '*', kind: 'refuse', forMs: 60_000 }]);
    const national = await runningNational({ faults });
    await national.simulator.stop();
    expect(await tryConnect(national.origin)).toBe('ECONNREFUSED');
  });
});

describe('latency', () => {
  it('brings the effect about even where the sender has given up', async () => {
    const national = await runningNational({ latencyMs: 60 });
    const giveUp = new AbortController();
    const answer = fetch(`${national.baseUrl}/complaints/complaint`, {
      method: 'POST',
      headers: { authorization: 'Bearer simulasi-splp', token: '{00000000-0000-4000-8000-000000000001}' },
      body: JSON.stringify(COMPLAINT),
      signal: giveUp.signal,
    });
    await vi.waitFor(() => expect(national.simulator.requests).toHaveLength(1));
    giveUp.abort();
    await expect(answer).rejects.toThrow('aborted');
    await vi.waitFor(() => expect(national.simulator.world.effects).toHaveLength(1));
    expect(national.simulator.requests[0]?.effect).toBe('create 9165816');
  });
});

describe('every kind', () => {
  it('lets a read through all the same once it has struck', async () => {
    const kinds: readonly FaultKind[] = ['500-after', '504-after', 'no-id', 'html-after'];
    const faults = createFaultPlan(kinds.map((kind) => ({ side: 'national', operation: 'detail', kind })));
    const national = await runningNational({ faults });
    await create(national);
    const statuses: number[] = [];
    for (const _ of [...kinds, 'none']) statuses.push((await national.get('/complaints/9165816/complaint')).status);
    expect(statuses).toEqual([500, 504, 200, 200, 200]);
    expect(national.simulator.world.effects).toHaveLength(1);
  });
});
