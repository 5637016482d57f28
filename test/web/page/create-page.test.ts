import { describe, expect, it } from 'vitest';
import { openPage } from './open-page.ts';

const HOUR_MS = 3_600_000;

/** One report in doubt, one refused, one secret one in doubt, one that arrived. */
async function openStuck(web?: Readonly<Record<string, unknown>>) {
  const page = openPage(web);
  const { local, national } = page;
  local.file({ localId: '1040', ticket: 'RBG-1040' });
  await page.cycle();
  local.file({ localId: '1041', ticket: 'RBG-1041' });
  national.faults.next('create', 'refused');
  await page.cycle();
  local.file({ localId: '1042', ticket: 'RBG-1042', privacy: { anonymous: true, secret: false } });
  national.faults.next('create', 'lost-request');
  await page.cycle();
  local.file({ localId: '1043', ticket: 'RBG-1043', privacy: { anonymous: true, secret: true } });
  national.faults.next('create', 'refused');
  page.clock.advance(2 * HOUR_MS);
  await page.cycle();
  return page;
}

describe('createPage()', () => {
  it('begins with what waits for a person: what, why, since when and what settles it', async () => {
    const page = await openStuck();
    const matters = (await page.read('/')).querySelectorAll('main .matter');
    expect(matters.map((one) => one.textContent.replace(/\s+/g, ' ').trim())).toEqual([
      'laporan ke LAPOR! · 1041 diparkir Sebabditolak karena isinya Sejak2 jam yang lalu 3 Agu 2026, 08.00 Yang perlu dilakukanjembatan retry 1041',
      'laporan ke LAPOR! · 1042 diparkir Sebabjawaban hilang; mungkin sudah sampai Sejak2 jam yang lalu 3 Agu 2026, 08.00 Yang perlu dilakukanjembatan resolve 1042 --tracking <nomor> | --absent',
    ]);
  });

  it('says so where nothing waits', async () => {
    const main = (await openPage().read('/')).querySelector('main');
    expect(main?.textContent).toContain('Tidak ada yang menunggu petugas');
  });

  it('tells how both sides are and where every delivery stands', async () => {
    const page = await openStuck();
    const main = await page.read('/');
    expect(main.querySelectorAll('.flow .end strong').map((one) => one.textContent)).toEqual([
      'Aplikasi daerah',
      'LAPOR!',
    ]);
    const figures = main.querySelectorAll('.figures .figure').map((one) => one.textContent);
    expect(figures).toContain('diparkir3');
    expect(figures).toContain('Terbuka4');
  });

  it('shows of secret reports their number alone', async () => {
    const page = await openStuck();
    for (const address of ['/', '/attention', '/reports', '/reports?show=all&q=', '/deadlines', '/health']) {
      const text = (await page.read(address)).textContent;
      expect(text).not.toMatch(/1043/);
    }
    expect((await page.read('/attention')).textContent).toContain('1 laporan rahasia tidak ditampilkan');
    expect((await page.read('/reports?q=RBG-104')).querySelectorAll('tbody tr')).toHaveLength(3);
    expect(await page.ask('/report?id=1043')).toMatchObject({ status: 403 });
  });

  it('has not a word of what a report says, nor of who said it', async () => {
    const page = await openStuck();
    for (const address of ['/', '/attention', '/reports', '/report?id=1040', '/report?id=1042', '/deadlines'])
      expect((await page.read(address)).textContent).not.toMatch(/lubang|Rahmat|0812|99123|Jl\. Contoh/);
  });

  it('tells the whole way of a report, with every attempt', async () => {
    const page = await openStuck();
    const main = await page.read('/report?id=1042');
    expect(main.querySelector('h1')?.textContent).toBe('Laporan 1042');
    expect(main.querySelectorAll('.chips')[0]?.textContent).toContain('Anonim');
    expect(main.querySelector('.attempts')?.textContent).toBe('Percobaan 1 3 Agu 2026, 08.00: belum pasti sampai');
    const events = main.querySelectorAll('.event').map((one) => [one.classNames.split(' ')[1], one.textContent]);
    expect(events.map(([lane]) => lane)).toEqual(['bridge', 'national']);
    expect(events.at(-1)?.[1]).toContain('diparkir: tidak dapat dicari');
  });

  it.each(['1040', 'RBG-1040', '9165801'])('goes to the report that is searched for by %s', async (id) => {
    const page = await openStuck();
    expect(await page.ask(`/reports?q=${id}`)).toMatchObject({
      status: 303,
      headers: { Location: `/report?id=${id}` },
    });
    expect((await page.read(`/report?id=${id}`)).querySelector('h1')?.textContent).toBe('Laporan 1040');
  });

  it('says that it does not know a report', async () => {
    const page = openPage();
    expect(await page.ask('/report?id=77')).toMatchObject({ status: 404 });
    expect(await page.ask('/report')).toMatchObject({ status: 404 });
    const found = await page.read('/reports?q=<b>');
    expect(found.textContent).toContain('diawali “<b>”');
    expect(found.querySelector('main b')).toBeNull();
  });

  it('lists reports page by page, the newest first', async () => {
    const page = openPage();
    for (let id = 1; id <= 60; id += 1) page.local.file({ localId: String(id), ticket: null });
    await page.cycle();
    const first = await page.read('/reports?show=all');
    const idsOf = (main: typeof first) => main.querySelectorAll('tbody th').map((one) => one.textContent);
    expect(idsOf(first)).toHaveLength(50);
    expect(idsOf(first)[0]).toBe('60');
    const next = first.querySelector('a[rel=next]')?.getAttribute('href') ?? '';
    const second = await page.read(next.replaceAll('&amp;', '&'));
    expect(idsOf(second)).toEqual(['10', '9', '8', '7', '6', '5', '4', '3', '2', '1']);
    expect(second.querySelector('a[rel=next]')).toBeNull();
  });

  it('filters by state, OPD and where a report was filed', async () => {
    const page = await openStuck();
    page.local.file({ localId: '1050', ticket: null, institution: 'PLN' });
    await page.cycle();
    const idsOf = async (query: string) =>
      (await page.read(`/reports?${query}`)).querySelectorAll('tbody th a').map((one) => one.textContent);
    expect(await idsOf('opd=PLN')).toEqual(['1050']);
    expect(await idsOf('born=national')).toEqual([]);
    expect(await idsOf('show=late')).toEqual([]);
    page.clock.advance(30 * 24 * HOUR_MS);
    expect(await idsOf('show=late&opd=DPUPR')).toEqual(['1040', '1041', '1042']);
    expect(await idsOf('show=nonsense&after=x')).toHaveLength(4);
  });

  it('speaks the language that was chosen, and remembers it', async () => {
    const page = openPage();
    const answer = await page.ask('/reports?show=late&lang=en');
    expect(answer).toMatchObject({ status: 303, headers: { Location: '/reports?show=late' } });
    const cookie = String(answer.headers?.['Set-Cookie']);
    expect(cookie).toMatch(/^jembatan-language=en; .*HttpOnly; SameSite=Strict$/);
    const english = await page.read('/', { cookie });
    expect(english.querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(english.querySelector('h1')?.textContent).toBe('Overview');
    expect((await page.read('/')).querySelector('html')?.getAttribute('lang')).toBe('id');
  });

  it('lets a browser run nothing, take nothing from elsewhere and keep nothing', async () => {
    const page = await openStuck();
    const { headers, body } = await page.ask('/attention');
    expect(headers?.['Content-Security-Policy']).toContain("default-src 'none'; style-src 'self'");
    expect(headers).not.toHaveProperty('Cache-Control');
    expect(String(body)).not.toMatch(/<script|<style|style=|\son\w+=|https?:\/\//);
  });

  it('serves its style sheet, which may be kept until it is another', async () => {
    const page = openPage();
    const address = (await page.read('/')).querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '';
    expect(address).toMatch(/^\/style\.css\?[0-9a-f]{12}$/);
    expect(await page.ask(address)).toMatchObject({ status: 200, contentType: 'text/css; charset=utf-8' });
  });

  it('is refused to a name that is not ours', async () => {
    const page = openPage();
    expect(await page.ask('/', { headers: { host: 'evil.example' } })).toMatchObject({ status: 403 });
  });

  it('says that nothing is sent in shadow mode', async () => {
    const main = await openPage(undefined, { mode: 'shadow' }).read('/');
    expect(main.textContent).toContain('Mode bayangan');
  });
});
