import { describe, expect, it } from 'vitest';
import { runningLocal } from './running-local.ts';
import { runningNational } from './running-national.ts';

async function act(origin: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${origin}/_simulate/act`, { method: 'POST', body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

describe('/_simulate of the local side', () => {
  it('carries out what people do, and shows it', async () => {
    const { origin, simulator } = await runningLocal();
    const acts = [
      {
        act: 'file-report',
        judul: 'Lampu mati',
        isi: 'Gelap',
        anonim: true,
        lampiran: [{ nama: 'a.jpg', mime: 'image/jpeg', base64: 'AQID' }],
      },
      { act: 'respond', id: 1001, isi: 'Kami cek', opd: 'DPUPR', internal: true },
      { act: 'reply-as-reporter', id: 1001, isi: 'Terima kasih' },
      { act: 'edit', id: 1001, rahasia: true, lokasi: null },
      { act: 'remove', id: 1001 },
    ];
    for (const body of acts) expect(await act(origin, body)).toMatchObject({ status: 200, body: { ok: true } });
    expect(simulator.world.file('/storage/1001/a.jpg')?.bytes).toEqual(Buffer.from([1, 2, 3]));
    const state = await (await fetch(`${origin}/_simulate/state`)).json();
    expect(state).toMatchObject({
      reports: [
        {
          id: 1001,
          anonim: true,
          rahasia: true,
          deleted_at: '2026-07-01 08:00:00',
          tanggapan: [{ penulis: 'opd', internal: true }, { penulis: 'pelapor' }],
        },
      ],
      effects: [],
    });
  });

  it.each([
    [{ act: 'respond', id: 7, isi: 'x', opd: null }, 404],
    [{ act: 'dance' }, 422],
    [{ act: 'file-report', judul: 'x' }, 422],
    [{ act: 'file-report', judul: 'x', isi: 'y', annonim: true }, 422],
    ['x', 422],
  ])('refuses %j with %i', async (body, status) => {
    const { origin, simulator } = await runningLocal();
    expect(await act(origin, body)).toMatchObject({ status, body: { ok: false, message: expect.any(String) } });
    expect(simulator.world.reports()).toEqual([]);
  });

  it('adds faults, and is itself struck by none and recorded nowhere', async () => {
    const { origin, call, simulator } = await runningLocal();
    const add = (body: unknown): Promise<Response> =>
      fetch(`${origin}/_simulate/faults`, { method: 'POST', body: JSON.stringify(body) });
    expect((await add([{ side: 'local', operation: '*', kind: '500-before', times: 1 }])).status).toBe(200);
    expect((await add([{ side: 'local', operation: '*', kind: 'boom' }])).status).toBe(422);
    expect((await fetch(`${origin}/_simulate/state`)).status).toBe(200);
    expect(simulator.requests).toEqual([]);
    expect((await call('GET', '/pengaduan')).status).toBe(500);
    expect((await call('GET', '/pengaduan')).status).toBe(200);
  });
});

describe('/_simulate of the national side', () => {
  it('carries out what people do, and shows it', async () => {
    const { origin } = await runningNational();
    const id = 9165816;
    const acts = [
      { act: 'file-citizen-report', title: 'a', content: 'b', secret: true },
      { act: 'verify', id },
      { act: 'dispose', id, institutionId: 12838, note: 'mohon dicek' },
      { act: 'answer', id, html: '<p>c</p>', attachments: [{ fileName: 'a.pdf', base64: 'AQID' }] },
      { act: 'postpone', id },
      { act: 'close', id },
      { act: 'reopen', id },
      { act: 'archive', id },
      { act: 'return-as-not-authority', id, institutionId: 151345 },
      { act: 'set-status', id, statusName: 'Entah' },
    ];
    for (const body of acts) expect(await act(origin, body)).toMatchObject({ status: 200, body: { ok: true } });
    const state = (await (await fetch(`${origin}/_simulate/state`)).json()) as {
      complaints: { statusName: string; logs: { statusNew: string }[]; followUps: unknown[] }[];
    };
    expect(state.complaints[0]?.statusName).toBe('Entah');
    expect(state.complaints[0]?.followUps).toHaveLength(2);
    expect(state.complaints[0]?.logs.map(({ statusNew }) => statusNew)).toEqual([
      'Terverifikasi',
      'Terverifikasi',
      'Dalam Proses',
      'Tertunda',
      'Selesai',
      'Dalam Proses',
      'Diarsipkan',
      'Belum Terverifikasi',
      'Entah',
    ]);
  });

  it.each([
    [{ act: 'verify', id: 7 }, 404],
    [{ act: 'verify' }, 422],
    [{ act: 'file-report', judul: 'x', isi: 'y' }, 422],
  ])('refuses %j with %i', async (body, status) => {
    const { origin } = await runningNational();
    expect(await act(origin, body)).toMatchObject({ status, body: { ok: false } });
  });
});
