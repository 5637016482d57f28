import { describe, expect, it } from 'vitest';
import { type OpenedPage, openPage } from './open-page.ts';

const HOUR_MS = 3_600_000;
const WORD = { by: 'Sari', why: 'Dicek di LAPOR!' };

/** A refused report (1041) and one in doubt (1042), and somebody who signed in. */
async function openSignedIn() {
  const page = openPage();
  page.local.file({ localId: '1041', ticket: null });
  page.national.faults.next('create', 'refused');
  await page.cycle();
  page.local.file({ localId: '1042', ticket: null });
  page.national.faults.next('create', 'lost-request');
  await page.cycle();
  page.clock.advance(2 * HOUR_MS);
  const cookie = await page.signIn();
  const form = (await page.read('/act?do=retry&id=1041', { cookie })).querySelector('form.act');
  const csrf = form?.querySelector('[name=csrf]')?.getAttribute('value') ?? '';
  const act = (body: Readonly<Record<string, string>>, headers = {}) =>
    page.ask('/act', { method: 'POST', headers: { cookie, ...headers }, body: { csrf, ...WORD, ...body } });
  return { page, cookie, csrf, act };
}

async function stateOf(page: OpenedPage, id: string) {
  const [create] = await page.deliveriesOf(id);
  return create?.state;
}

async function lastDecision(page: OpenedPage, id: string) {
  const history = await page.ledger.historyOf((await page.caseOf(id)).id);
  const last = history.findLast(({ event }) => event === 'decided');
  return last === undefined ? null : { actor: last.actor, ...JSON.parse(last.data) };
}

describe('signing in', () => {
  it('takes the token, and nothing else', async () => {
    const page = openPage();
    const wrong = await page.ask('/sign-in', { method: 'POST', body: { token: 'guess' } });
    expect(wrong).toMatchObject({ status: 403 });
    expect(wrong.headers).not.toHaveProperty('Set-Cookie');
    expect(await page.signIn()).toMatch(/^jembatan-session=/);
  });

  it('is not offered where there is no token', async () => {
    const page = openPage({});
    const main = await page.read('/');
    expect(main.querySelector('a[href="/sign-in"]')).toBeNull();
    expect(main.textContent).toContain('Hanya baca');
    expect(await page.ask('/sign-in', { method: 'POST', body: { token: '' } })).toMatchObject({ status: 403 });
  });

  it('shows secret reports and what can be done about them', async () => {
    const { page, cookie } = await openSignedIn();
    page.local.file({ localId: '1043', ticket: null, privacy: { anonymous: true, secret: true } });
    page.national.faults.next('create', 'refused');
    await page.cycle();
    const main = await page.read('/attention', { cookie });
    expect(main.querySelectorAll('.matter').map((one) => one.querySelector('.acts a')?.textContent)).toEqual([
      'Kirim lagi',
      'Selesaikan keraguan',
      'Kirim lagi',
    ]);
    expect(await page.ask('/report?id=1043', { headers: { cookie } })).toMatchObject({ status: 200 });
  });

  it('ends when it is told to', async () => {
    const { page, cookie, csrf } = await openSignedIn();
    await page.ask('/sign-out', { method: 'POST', headers: { cookie }, body: { csrf } });
    expect(await page.ask('/act?do=retry&id=1041', { headers: { cookie } })).toMatchObject({
      headers: { Location: '/sign-in' },
    });
  });
});

describe('an act on the page', () => {
  it('sends again what was refused, and notes who decided so and why', async () => {
    const { page, act } = await openSignedIn();
    expect(await act({ do: 'retry', id: '1041' })).toMatchObject({
      status: 303,
      headers: { Location: '/report?id=1041' },
    });
    expect(await stateOf(page, '1041')).toBe('ready');
    expect(await lastDecision(page, '1041')).toEqual({ actor: 'operator', act: 'retry', ...WORD });
    expect((await page.read('/report?id=1041')).textContent).toContain(
      'keputusan petugas (Kirim lagi; oleh Sari; Dicek di LAPOR!; oleh petugas)',
    );
  });

  it('settles a doubt by the number that was found', async () => {
    const { page, act } = await openSignedIn();
    await act({ do: 'resolve', id: '1042', found: 'yes', tracking: '9170001' });
    expect(await page.caseOf('1042')).toMatchObject({ nationalId: '9170001' });
    expect(await stateOf(page, '1042')).toBe('done');
  });

  it('sends again what was not found, whatever number stands there', async () => {
    const { page, act } = await openSignedIn();
    await act({ do: 'resolve', id: '1042', found: 'no', tracking: '9170001' });
    expect(await page.caseOf('1042')).toMatchObject({ nationalId: null });
    expect(await stateOf(page, '1042')).toBe('ready');
  });

  it('holds a report, and releases it', async () => {
    const { page, act } = await openSignedIn();
    await act({ do: 'hold', id: '1041' });
    expect((await page.caseOf('1041')).hold).toBe(true);
    await act({ do: 'release', id: '1041' });
    expect((await page.caseOf('1041')).hold).toBe(false);
  });

  it('says why it was refused, and keeps what was written', async () => {
    const { page, cookie, csrf, act } = await openSignedIn();
    const body = { csrf, ...WORD, do: 'retry', id: '1042' };
    const answer = await page.ask('/act', { method: 'POST', headers: { cookie }, body });
    expect(answer.status).toBe(422);
    expect(String(answer.body)).toContain('mungkin sudah sampai');
    expect(String(answer.body)).toContain('value="Sari"');
    expect(await lastDecision(page, '1042')).toBeNull();
    expect(await act({ do: 'acknowledge', id: 'parked:77', hours: '4' })).toMatchObject({ status: 422 });
  });

  it.each([
    ['who decides', { do: 'retry', id: '1041', by: ' ' }],
    ['why', { do: 'retry', id: '1041', why: '' }],
    ['whether it was found', { do: 'resolve', id: '1042' }],
    ['under which number', { do: 'resolve', id: '1042', found: 'yes', tracking: '' }],
    ['of which report', { do: 'hold', id: '' }],
  ])('wants to know %s', async (_name, body) => {
    const { page, act } = await openSignedIn();
    expect(await act(body)).toMatchObject({ status: 422 });
    expect(await stateOf(page, '1041')).toBe('parked');
  });

  it('takes no identity number into the history', async () => {
    const { page, act } = await openSignedIn();
    await act({ do: 'retry', id: '1041', why: 'NIK 9912345678901234 sudah benar' });
    expect(await lastDecision(page, '1041')).toMatchObject({ why: 'NIK [NIK disamarkan] sudah benar' });
  });

  it.each([
    ['another page', { headers: { origin: 'https://evil.example' } }],
    ['nowhere', { headers: { origin: undefined } }],
    ['another session', { body: { csrf: 'x' } }],
  ])('is refused to a form of %s', async (_name, { headers = {}, body = {} }: { headers?: object; body?: object }) => {
    const { page, act } = await openSignedIn();
    expect(await act({ do: 'retry', id: '1041', ...body }, headers)).toMatchObject({ status: 403 });
    expect(await stateOf(page, '1041')).toBe('parked');
  });

  it('asks who is not signed in to do so first', async () => {
    const { page, act } = await openSignedIn();
    const answer = await act({ do: 'retry', id: '1041' }, { cookie: '' });
    expect(answer).toMatchObject({ status: 303, headers: { Location: '/sign-in' } });
    expect(await stateOf(page, '1041')).toBe('parked');
  });

  it('knows no other acts', async () => {
    const { page, cookie, act } = await openSignedIn();
    expect(await act({ do: 'erase', id: '1041' })).toMatchObject({ status: 404 });
    expect(await page.ask('/act?do=erase', { headers: { cookie } })).toMatchObject({ status: 404 });
  });
});
