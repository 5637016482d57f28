import { describe, expect, it } from 'vitest';
import { admitted, NEVER, REPORT, RESPONSE, VALUES } from '../contract/local-stage.ts';
import { readOne, scanList } from '../contract/reading.ts';
import { openOpen311 } from './open-open311.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

describe('readPage()', () => {
  it.each(['known', 'passed-over', 'refused'] as const)(
    'sees every request of a server that cuts its answers, with the question for a page %s',
    async (pages) => {
      const { clock, server, local } = await openOpen311({ cap: 50, pages });
      // A quiet year, and a night of rain.
      for (let day = 0; day < 60; day += 1) server.add({ at: clock.now() - day * 6 * DAY_MS });
      for (let number = 0; number < 173; number += 1) server.add({ at: clock.now() - DAY_MS - number * MINUTE_MS });
      const { end, reports } = await scanList(local);
      expect({ end, count: reports.length }).toEqual({ end: 'proven', count: 233 });
      const before = server.asked.length;
      expect((await scanList(local)).reports).toHaveLength(233);
      // What was learned of the server is not asked again.
      expect(server.asked.length - before).toBeLessThanOrEqual(before);
    },
  );

  it('sees every update of a server that cuts its answers', async () => {
    const { clock, server, local } = await openOpen311({ cap: 20, pages: 'passed-over' });
    const { id } = server.add({ at: clock.now() - 200 * DAY_MS });
    for (let number = 1; number <= 70; number += 1) {
      clock.advance(MINUTE_MS);
      server.addUpdate({ requestId: id, status: 'OPEN', description: `Kabar ${number}` });
    }
    expect((await readOne(local, id)).responses).toHaveLength(70);
  });

  it('takes no answer for whole that may be cut within one second', async () => {
    const { clock, server, local } = await openOpen311({ cap: 20, pages: 'refused' });
    for (let number = 0; number < 40; number += 1) server.add({ at: clock.now() });
    expect(await local.readPage({ sinceMs: 0, page: 1 }, NEVER)).toMatchObject({
      ok: false,
      failure: { kind: 'malformed', detail: 'endless' },
    });
  });

  it('asks for no span longer than the specification allows, and for nothing that it does not name', async () => {
    const { server, local } = await openOpen311({}, { jurisdictionId: 'kota.example.test' });
    server.add({});
    await scanList(local);
    const names = new Set(
      server.asked.flatMap((one) => [...new URL(one.split(' ')[1] ?? '', 'http://x').searchParams.keys()]),
    );
    expect([...names].toSorted()).toEqual(['end_date', 'jurisdiction_id', 'start_date']);
  });

  it('finds an old request by what was written under it', async () => {
    const { clock, server, local } = await openOpen311();
    const { id } = server.add({ at: clock.now() - 400 * DAY_MS, changedAt: clock.now() - 400 * DAY_MS });
    server.add({ at: clock.now() - 300 * DAY_MS, changedAt: clock.now() - 300 * DAY_MS });
    clock.advance(MINUTE_MS);
    const since = clock.now();
    server.addUpdate({ requestId: id, status: 'CLOSED', description: 'Sudah selesai.' });
    const { reports } = await scanList(local, since);
    expect(reports).toMatchObject([{ localId: id, status: 'closed', responses: [{ text: 'Sudah selesai.' }] }]);
  });

  it('finds a young request that was closed without a word', async () => {
    const { clock, server, local } = await openOpen311();
    const request = server.add({ at: clock.now() - 5 * DAY_MS, changedAt: clock.now() - 5 * DAY_MS });
    await scanList(local);
    clock.advance(MINUTE_MS);
    Object.assign(request, { status: 'closed', changedAt: clock.now() });
    expect((await scanList(local, clock.now())).reports).toMatchObject([{ status: 'closed' }]);
  });

  it('hides who is not named, and makes secret only what says so', async () => {
    const { server, local } = await openOpen311();
    server.add({ name: 'Warga Contoh' });
    server.add({ name: null });
    const { reports } = await scanList(local);
    expect(reports.map(({ privacy }) => privacy)).toEqual([
      { anonymous: false, secret: false },
      { anonymous: true, secret: false },
    ]);
  });

  it('sets a request apart of which an update cannot be read', async () => {
    const { server, local } = await openOpen311();
    const { id } = server.add({});
    server.updates.push({ id: 'x y', requestId: id, status: 'OPEN', description: 'x', at: Date.UTC(2026, 7, 3, 1) });
    const { reports, rejected } = await scanList(local);
    expect(reports).toEqual([]);
    expect(rejected).toMatchObject([{ key: id, reason: 'response' }]);
    expect(await local.readReport(id, NEVER)).toMatchObject({ ok: false, failure: { detail: 'bad-row' } });
  });

  it('reads bare lists', async () => {
    const { server, local } = await openOpen311({ wrapped: false });
    const { id } = server.add({ description: 'Lubang.' });
    await scanList(local);
    expect(await readOne(local, id)).toMatchObject({ text: 'Lubang.', category: 'JALAN', institution: 'DPUPR' });
    const made = await local.createReport(REPORT, await admitted(local));
    expect(made).toMatchObject({ kind: 'done', value: '1002' });
  });

  it('does not say that nothing was written where the server shows no updates', async () => {
    const { server, local } = await openOpen311({ showsUpdates: false });
    const { id } = server.add({});
    expect((await scanList(local)).reports).toMatchObject([{ responses: [] }]);
    expect((await readOne(local, id)).responses).toBeNull();
  });
});

describe('a server that answers something else', () => {
  it.each([
    ['an object', '{"requests": []}', 'no-data'],
    ['a text', '"x"', 'no-data'],
    ['a page', '<!DOCTYPE html><html></html>', 'html'],
    ['nothing', '', 'empty'],
    ['half a list', '[{"service_request_id": 1', 'syntax'],
    ['two lists', '{"service_requests": [], "service_requests": [1]}', 'no-data'],
  ])('shows no empty list: %s', async (_name, body, detail) => {
    const { server, local } = await openOpen311();
    server.answerWith(body);
    const read = await local.readPage({ sinceMs: 0, page: 1 }, NEVER);
    expect(read).toMatchObject({ ok: false, failure: { kind: 'malformed', detail } });
  });
});

describe('the writes', () => {
  it.each([
    ['updates: false', { updates: false }],
    ['no key', { apiKey: null }],
  ])('are lacking with %s', async (_name, changes) => {
    const { local } = await openOpen311({}, changes);
    expect(local.lacks).toEqual(new Set(['report', 'write-back', 'response']));
  });

  it('send the status of the city as such a server wants it, and leave it alone where there is none', async () => {
    const { server, local } = await openOpen311();
    const { id } = server.add({ status: 'open' });
    await local.writeBack(id, { ...VALUES, localStatus: null }, await admitted(local));
    await local.writeBack(id, { ...VALUES, localStatus: 'in progress' }, await admitted(local));
    expect(server.updates.map(({ status }) => status)).toEqual(['OPEN', 'IN_PROGRESS']);
  });

  it('show no status of LAPOR! as an answer of the city', async () => {
    const { server, local } = await openOpen311();
    const { id } = server.add({});
    await local.writeBack(id, { ...VALUES, localStatus: null }, await admitted(local));
    const { responses, nationalId, nationalStatus } = await readOne(local, id);
    expect({ responses, nationalId, nationalStatus }).toEqual({
      responses: [],
      nationalId: '9165901',
      nationalStatus: VALUES.nationalStatus,
    });
  });

  it('keep the last status of LAPOR!', async () => {
    const { clock, server, local } = await openOpen311();
    const { id } = server.add({});
    for (const nationalStatus of ['Terverifikasi', 'Selesai']) {
      clock.advance(MINUTE_MS);
      await local.writeBack(id, { ...VALUES, nationalStatus, localStatus: null }, await admitted(local));
    }
    expect(await readOne(local, id)).toMatchObject({ nationalStatus: 'Selesai' });
  });

  it('cut a text that is too long for the server, and never its mark', async () => {
    const { server, local } = await openOpen311();
    const { id } = server.add({});
    await local.addResponse(id, { ...RESPONSE, text: 'x'.repeat(9_000) }, await admitted(local));
    expect(server.updates[0]?.description.length).toBe(4_000);
    expect((await readOne(local, id)).responses).toMatchObject([{ externalRef: RESPONSE.externalRef }]);
  });

  it('make no secret report where everybody would read it', async () => {
    const { server, local } = await openOpen311();
    const secret = { ...REPORT, privacy: { anonymous: false, secret: true } };
    expect(await local.createReport(secret, await admitted(local))).toEqual({
      kind: 'refused',
      status: null,
      cause: 'privacy',
    });
    expect(server.requests.size).toBe(0);
  });

  it('name nobody who is not to be named', async () => {
    const { server, local } = await openOpen311();
    await local.createReport(REPORT, await admitted(local));
    const named = { ...REPORT, externalRef: 'lapor:2', reporter: { name: 'Warga Contoh', email: null, phone: null } };
    await local.createReport(named, await admitted(local));
    expect([...server.requests.values()].map(({ name }) => name)).toEqual([null, 'Warga Contoh']);
  });

  it('file under the service of that code or name, or what is for the rest', async () => {
    const { server, local } = await openOpen311();
    const categories = ['jalan', 'Infrastruktur  Jalan', 'Parkir', null];
    for (const [index, category] of categories.entries()) {
      await local.createReport({ ...REPORT, category, externalRef: `lapor:${index}` }, await admitted(local));
    }
    expect([...server.requests.values()].map(({ serviceCode }) => serviceCode)).toEqual(['JALAN', 'JALAN', 'X1', 'X1']);
  });

  it('are found by the next process', async () => {
    const { local, open } = await openOpen311();
    await local.createReport(REPORT, await admitted(local));
    const found = await open().findByExternalRef(REPORT.externalRef, NEVER);
    expect(found).toMatchObject({ ok: true, value: [{ externalRef: REPORT.externalRef }] });
  });

  it('look up what came since, without reading everything again', async () => {
    const { clock, server, local } = await openOpen311();
    await local.findByExternalRef('lapor:1', NEVER);
    const before = server.asked.length;
    clock.advance(DAY_MS);
    await local.createReport(REPORT, await admitted(local));
    expect(await local.findByExternalRef(REPORT.externalRef, NEVER)).toMatchObject({
      ok: true,
      value: [{ localId: '1001' }],
    });
    expect(server.asked.length - before).toBeLessThan(8);
  });
});
