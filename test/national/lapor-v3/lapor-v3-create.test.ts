import type { Body, ReplyHeaders } from 'nock';
import { describe, expect, it } from 'vitest';
import { useNock } from '../../support/nock.ts';
import { admitted, answerTo, OPTIONS, openLapor, REPORT } from './lapor.ts';

useNock();

const PATH = '/complaints/complaint';
const PAGE = '<!DOCTYPE html><html><body>Pemeliharaan</body></html>';

function jsonFault(code: number): string {
  return JSON.stringify({ fault: { code, message: 'x', description: 'x' } });
}

function xmlFault(code: number): string {
  return `<ams:fault xmlns:ams="http://wso2.org/apimanager/security"><ams:code>${code}</ams:code><ams:message>x</ams:message></ams:fault>`;
}

async function createWith(status: number, body: Body, headers: ReplyHeaders = {}) {
  answerTo('POST', PATH, { status, body, headers });
  const lapor = openLapor();
  return lapor.create(REPORT, await admitted(lapor));
}

function notReached(cause: string, status: number, retryAfterMs: number | null = null) {
  return { kind: 'not-reached', cause, status, retryAfterMs };
}

describe('create()', () => {
  it('sends E4 byte for byte', async () => {
    const sent = answerTo('POST', PATH, { status: 200, body: { complaint_id: 9165816 } });
    const lapor = openLapor();
    await lapor.create(REPORT, await admitted(lapor));
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers).toMatchObject({ 'content-type': 'application/json', token: '{0000-TEST}' });
    expect(sent[0]?.bytes.toString()).toBe(
      '{"title":"Jalan berlubang","content":"[Ref: kota-serang-1042]\\nDi depan pasar.","channel":13,' +
        '"is_new_user_slider":false,"user_id":1234567,"is_inbox":true,"is_disposisi_slider":true,"classification_id":6,' +
        '"disposition_id":151345,"category_id":436,"priority_program_id":null,"location_id":34,"community_id":null,' +
        '"date_of_incident":"2026-07-01","copy_externals":null,"info_disposition":null,"info_attachments":null,' +
        '"tags_raw":"#rabeg","is_approval":false,"is_anonymous":false,"is_secret":true,"is_priority":false,' +
        '"attachments":"[4199656,4199657]"}',
    );
  });

  it('uses the path that is configured', async () => {
    answerTo('POST', '/complaints/complaint-lmw', { status: 200, body: { complaint_id: 9165816 } });
    const lapor = openLapor({ ...OPTIONS, paths: { ...OPTIONS.paths, create: '/complaints/complaint-lmw' } });
    expect((await lapor.create(REPORT, await admitted(lapor))).kind).toBe('done');
  });

  it('gives its permit back', async () => {
    answerTo('POST', PATH, { status: 500, body: '' });
    const lapor = openLapor();
    const context = await admitted(lapor);
    const others = await Promise.all([lapor.gate.enter(), lapor.gate.enter(), lapor.gate.enter()]);
    const next = lapor.gate.enter();
    await lapor.create(REPORT, context);
    expect(await next).not.toBeNull();
    expect(others).not.toContain(null);
  });

  it.each([
    ['flat', '{"complaint_id":9165816}', '9165816'],
    ['flat, as text', '{"complaint_id":"9165816"}', '9165816'],
    ['nested', '{"results":{"complaint":{"id":9165816}}}', '9165816'],
    ['longer than a number can be', '{"complaint_id":9007199254740993}', '9007199254740993'],
  ])('gives the id that came %s', async (_name, body, value) => {
    expect(await createWith(200, body)).toEqual({ kind: 'done', value, status: 200 });
  });

  it.each([
    [200, '{}', 'no-id'],
    [200, '{"complaint_id":null}', 'no-id'],
    [200, '{"results":{},"message":"Success"}', 'no-id'],
    [200, '{"complaint_id":9165816,"results":{"complaint":{"id":9165817}}}', 'no-id'],
    [201, '', 'no-id'],
    [204, '', 'no-id'],
    [200, PAGE, 'html'],
    [200, '{"complaint_id":91658', 'unreadable'],
    [200, '{"complaint_id":1,"complaint_id":2}', 'unreadable'],
    [302, '', 'redirect'],
    [409, { message: 'x' }, 'already-exists'],
    [500, { message: 'Server Error' }, 'server-error'],
    [500, jsonFault(101503), 'server-error'],
    [504, xmlFault(101504), 'server-error'],
    [504, PAGE, 'server-error'],
    [503, '', 'server-error'],
  ] as const)('is in doubt after %i %j: %s', async (status, body, cause) => {
    expect(await createWith(status, body)).toEqual({ kind: 'doubt', cause, status });
  });

  it.each([
    [429, '', { 'Retry-After': '7' }, notReached('throttled', 429, 7_000)],
    [429, xmlFault(900800), {}, notReached('throttled', 429)],
    [503, jsonFault(900800), { 'Retry-After': '9' }, notReached('throttled', 503, 9_000)],
    [503, jsonFault(303001), {}, notReached('suspended', 503, 30_000)],
    [500, xmlFault(303001), {}, notReached('suspended', 500, 30_000)],
    [401, jsonFault(900901), {}, notReached('credentials', 401)],
    [401, xmlFault(900902), {}, notReached('credentials', 401)],
    [403, xmlFault(900900), {}, notReached('credentials', 403)],
    [503, jsonFault(700700), {}, notReached('blocked', 503)],
    [404, PAGE, {}, notReached('wrong-path', 404)],
    [404, { message: 'x' }, {}, notReached('wrong-path', 404)],
  ] as const)('did not reach LAPOR! where %i %j comes', async (status, body, headers, expected) => {
    expect(await createWith(status, body, headers)).toEqual(expected);
  });

  it.each([
    [422, 'content'],
    [400, 'content'],
    [413, 'too-large'],
  ])('is refused by %i', async (status, cause) => {
    expect(await createWith(status, { message: 'Data tidak sah' })).toEqual({ kind: 'refused', cause, status });
  });
});
