import { describe, expect, it } from 'vitest';
import { COMPLAINT, runningNational } from './running-national.ts';

function followUpForm(fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  const all = {
    user_id: '1234567',
    institution_from_id: '151345',
    institution_to_id: '12838',
    complaint_id: '9165816',
    info_disposition: '',
    template_code: 'reply',
    rating: '',
    is_secret: '0',
    content: 'Sudah ditindaklanjuti',
    ...fields,
  };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  return form;
}

function withFile(form: FormData, field: string, name: string): FormData {
  form.append(field, new File([Uint8Array.of(1, 2, 3)], name));
  return form;
}

async function json(answer: Promise<Response>): Promise<unknown> {
  return (await answer).json();
}

describe('createNationalSimulator(): who may call', () => {
  it.each([
    ['neither header', {}, 900902],
    ['no token', { authorization: 'Bearer simulasi-splp' }, 900902],
    ['the old header name', { auth: 'Bearer simulasi-splp', token: '{00000000-0000-4000-8000-000000000001}' }, 900902],
    [
      'a token without braces',
      { authorization: 'Bearer simulasi-splp', token: '00000000-0000-4000-8000-000000000001' },
      900901,
    ],
    ['a wrong key', { authorization: 'Bearer lain', token: '{00000000-0000-4000-8000-000000000001}' }, 900901],
  ])('refuses %s, by turns in JSON and XML', async (_what, headers, code) => {
    const { baseUrl } = await runningNational();
    const url = `${baseUrl}/complaints/9165816/complaint`;
    const first = await fetch(url, { headers });
    expect(first.status).toBe(401);
    expect(await first.json()).toMatchObject({ fault: { code } });
    const second = await fetch(url, { headers });
    expect(second.headers.get('content-type')).toContain('xml');
    expect(await second.text()).toContain(`<ams:code>${code}</ams:code>`);
  });

  it('answers 404 to an unknown path, and to the list where there is none', async () => {
    const { get } = await runningNational();
    expect((await get('/complaints/search')).status).toBe(404);
    expect((await get('/complaints/list')).status).toBe(404);
  });
});

describe('createNationalSimulator(): E1 and E2', () => {
  it('pages institutions, shorter than asked, with the next page on another host', async () => {
    const institutions = [1, 2, 3].map((id) => ({ id, name: `Instansi ${id}` }));
    const { get, origin } = await runningNational({ institutions, pageSizeMax: 2 });
    const first = (await json(get('/masters/institutions/external?page_size=1000&page=1'))) as {
      results: { data: unknown[]; next_page_url: string };
    };
    expect(first.results.data).toEqual(institutions.slice(0, 2));
    expect(new URL(first.results.next_page_url).origin).not.toBe(origin);
    expect(await json(get('/masters/institutions/external?page_size=1000&page=2'))).toMatchObject({
      results: { data: [{ id: 3, name: 'Instansi 3' }], next_page_url: null },
    });
  });

  it('gives templates', async () => {
    const { get } = await runningNational();
    expect(await json(get('/masters/templates?page_size=1000'))).toMatchObject({
      results: { data: expect.arrayContaining([expect.objectContaining({ template_code: 'reply' })]) },
    });
  });
});

describe('createNationalSimulator(): E3', () => {
  it('names pictures and documents apart', async () => {
    const { post, simulator } = await runningNational();
    const form = new FormData();
    for (const name of ['a.JPG', 'b.pdf', 'c.png']) withFile(form, 'attachments[]', name);
    expect(await json(post('/complaints/complaint/file', form))).toEqual({
      results: { images: [{ id: 4199656 }, { id: 4199658 }], docs: [{ id: 4199657 }] },
    });
    expect(simulator.world.file(4199657)).toMatchObject({ file: { fileName: 'b.pdf', extension: 'pdf' } });
    expect(simulator.world.effects.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['upload', 'a.JPG'],
      ['upload', 'b.pdf'],
      ['upload', 'c.png'],
    ]);
  });

  it.each([
    ['attachment[0]', 'a.jpg', Uint8Array.of(1)],
    ['attachments[]', 'a.exe', Uint8Array.of(1)],
    ['attachments[]', 'a.jpg', new Uint8Array(0)],
    ['attachments[]', 'a.jpg', new Uint8Array(5 * 1024 * 1024 + 1)],
  ])('refuses field %s with file %s', async (field, name, bytes) => {
    const { post, simulator } = await runningNational();
    const form = new FormData();
    form.append(field, new File([bytes], name));
    expect((await post('/complaints/complaint/file', form)).status).toBe(422);
    expect(simulator.world.effects).toEqual([]);
  });

  it('refuses what is no form, and a form without files', async () => {
    const { post } = await runningNational();
    expect((await post('/complaints/complaint/file', {})).status).toBe(422);
    expect((await post('/complaints/complaint/file', new FormData())).status).toBe(422);
  });
});

describe('createNationalSimulator(): E4', () => {
  it('names the new complaint in both shapes by turns, with 7 digits', async () => {
    const { post } = await runningNational();
    expect(await json(post('/complaints/complaint', COMPLAINT))).toEqual({ complaint_id: 9165816 });
    expect(await json(post('/complaints/complaint', COMPLAINT))).toEqual({ results: { complaint: { id: 9165817 } } });
  });

  it('keeps what was sent', async () => {
    const { post, simulator } = await runningNational();
    await post('/complaints/complaint/file', withFile(new FormData(), 'attachments[]', 'a.jpg'));
    await post('/complaints/complaint', { ...COMPLAINT, is_secret: true, attachments: '[4199656].' });
    expect(simulator.world.complaint('9165816')).toMatchObject({
      origin: 'api',
      title: 'Jalan berlubang',
      content: COMPLAINT.content,
      statusName: 'Belum Terverifikasi',
      disposition: { id: 151345 },
      dateOfIncident: '2026-07-01',
      anonymous: false,
      secret: true,
      reporter: null,
      attachments: [{ id: 4199656, fileName: 'a.jpg' }],
      createdAt: '01-07-2026 08:00:00',
    });
    expect(simulator.world.effects.at(-1)).toMatchObject({
      kind: 'create',
      id: 9165816,
      detail: '[Ref: kota-contoh-1001]',
    });
    expect(simulator.requests.at(-1)?.effect).toBe('create 9165816');
  });

  it('names the reporter where one is given, and leaves it undisposed where that is off', async () => {
    const { post, simulator } = await runningNational();
    const { user_id: _, disposition_id: __, ...rest } = COMPLAINT;
    const body = {
      ...rest,
      is_new_user_slider: true,
      nameUser: 'Wulan',
      emailUser: 'w@contoh.id',
      phoneUser: null,
      is_disposisi_slider: false,
      attachments: false,
    };
    expect((await post('/complaints/complaint', body)).status).toBe(200);
    expect(simulator.world.complaint(9165816)).toMatchObject({
      reporter: { name: 'Wulan', email: 'w@contoh.id', phone: null },
      disposition: null,
    });
  });

  it.each([
    ['title', { title: '' }],
    ['title', { title: undefined }],
    ['content', { content: ' \n' }],
    ['date_of_incident', { date_of_incident: '' }],
    ['date_of_incident', { date_of_incident: '2026-02-30' }],
    ['is_anonymous', { is_anonymous: undefined }],
    ['is_secret', { is_secret: 0 }],
    ['category_id', { category_id: '436' }],
    ['disposition_id', { disposition_id: null }],
    ['user_id', { user_id: undefined }],
    ['user_id', { is_new_user_slider: true, nameUser: 'x' }],
    ['nameUser', { nameUser: 'x' }],
    ['attachments', { attachments: [1] }],
    ['attachments', { attachments: '[99]' }],
    ['nik', { nik: '9971010101010001' }],
  ])('refuses a wrong %s with 422 and a message', async (field, change) => {
    const { post, simulator } = await runningNational();
    const answer = await post('/complaints/complaint', { ...COMPLAINT, ...change });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({ message: expect.stringContaining(field) });
    expect(simulator.world.complaints()).toEqual([]);
  });
});

describe('createNationalSimulator(): E5', () => {
  const BODY = { is_request: 1, reason: '12838', reason_description: 'Diteruskan', not_authority: 1 };

  it('passes the complaint on, under its own number', async () => {
    const { post, get, simulator } = await runningNational();
    await post('/complaints/complaint', COMPLAINT);
    expect((await post('/complaints/process/9165816/reject', BODY)).status).toBe(200);
    expect(simulator.world.effects.at(-1)).toMatchObject({ kind: 'reject', id: 9165816, detail: '12838' });
    expect(await json(get('/complaints/9165816/complaint'))).toMatchObject({
      results: {
        data: {
          status_name: 'Belum Terverifikasi',
          disposition_id: 12838,
          disposition_name: 'Pemerintah Provinsi Tirtalaya',
        },
        data_logs: [{ id: 1 }],
      },
    });
  });

  it.each([
    ['9165816', { ...BODY, reason: 'PLN' }, 422],
    ['9165816', { ...BODY, not_authority: 0 }, 422],
    ['7', BODY, 404],
  ])('refuses %s %j with %i', async (id, body, status) => {
    const { post } = await runningNational();
    await post('/complaints/complaint', COMPLAINT);
    expect((await post(`/complaints/process/${id}/reject`, body)).status).toBe(status);
  });
});

describe('createNationalSimulator(): E6', () => {
  it('tells of the status and nothing of the text', async () => {
    const { get, post } = await runningNational();
    await post('/complaints/complaint', COMPLAINT);
    const body = await json(get('/complaints/9165816/complaint'));
    expect(body).toEqual({
      results: {
        data: {
          status_code: 'belum_terverifikasi',
          status_name: 'Belum Terverifikasi',
          disposition_id: 151345,
          disposition_name: 'Pemerintah Kota Tirtamulya',
          status_logs: [],
        },
        data_logs: [],
      },
      message: 'Success',
    });
  });

  it('answers 404 with a message for an unknown number', async () => {
    const { get } = await runningNational();
    const answer = await get('/complaints/7/complaint');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ message: 'Laporan tidak ditemukan' });
  });
});

describe('createNationalSimulator(): E7 and E8', () => {
  it('shows an answer wrapped and escaped, with its files, and brings the complaint into progress', async () => {
    const { post, get, simulator, origin, clock } = await runningNational();
    await post('/complaints/complaint', COMPLAINT);
    clock.nowMs += 3_600_000;
    const content = 'Lubang < 1 m & sudah "ditutup"\n[Ref: kota-contoh-1001/9]';
    const form = followUpForm({ content, is_secret: '1' });
    withFile(withFile(form, 'attachment[0]', 'bukti 1.jpg'), 'attachment[1]', 'surat.pdf');
    expect(await json(post('/complaints/followup/add', form))).toEqual({ message: 'Success' });
    const body = (await json(get('/complaints/9165816/followups?page=1'))) as { results: { data: unknown[] } };
    expect(body.results.data).toEqual([
      {
        id: 1,
        institution_from_name: 'Pemerintah Kota Tirtamulya',
        institution_to_name: 'Pemerintah Provinsi Tirtalaya',
        created_at: '01-07-2026 09:00:00',
        template_code: 'reply',
        template_content: 'Tindak lanjut dari {{institution_from}}',
        content: '<p>Lubang &lt; 1 m &amp; sudah &quot;ditutup&quot;<br />\n[Ref: kota-contoh-1001/9]</p>',
        attachments: {
          0: { path: `${origin}/files/4199656/bukti%201.jpg`, file_name: 'bukti 1.jpg', extension: 'jpg' },
          docs: [{ path: `${origin}/files/4199657/surat.pdf`, file_name: 'surat.pdf', extension: 'pdf' }],
        },
      },
    ]);
    const file = await fetch(`${origin}/files/4199656/bukti%201.jpg`);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(Buffer.from([1, 2, 3]));
    expect(simulator.world.complaint(9165816)).toMatchObject({
      statusName: 'Dalam Proses',
      followUps: [{ secret: true }],
    });
    expect(simulator.world.effects.at(-1)).toMatchObject({
      kind: 'follow-up',
      id: 9165816,
      detail: '[Ref: kota-contoh-1001/9]',
    });
  });

  it('counts a line end of a form as one character', async () => {
    const { post } = await runningNational();
    await post('/complaints/complaint', COMPLAINT);
    const content = `${'x\n'.repeat(499)}😅y`;
    expect((await post('/complaints/followup/add', followUpForm({ content }))).status).toBe(200);
  });

  it('pages, and shows no attachments as an empty list', async () => {
    const { get, simulator } = await runningNational({ pageSize: 2 });
    const { id } = simulator.world.fileCitizenReport({ title: 'a', content: 'b' });
    for (const text of ['satu', 'dua', 'tiga']) simulator.world.answer(id, `<p>${text}</p>`);
    expect(await json(get(`/complaints/${id}/followups`))).toMatchObject({
      results: {
        data: [{ content: '<p>satu</p>', attachments: [] }, { content: '<p>dua</p>' }],
        next_page_url: `http://lapor-dalam.invalid/complaints/${id}/followups?page=2`,
      },
    });
    expect(await json(get(`/complaints/${id}/followups?page=2`))).toMatchObject({
      results: { data: [{ id: 3 }], next_page_url: null },
    });
    expect(await json(get(`/complaints/${id}/followups?page=9`))).toMatchObject({
      results: { data: [], next_page_url: null },
    });
  });

  it.each([
    ['an unknown complaint', followUpForm({ complaint_id: '7' }), 404],
    ['an empty text', followUpForm({ content: ' ' }), 422],
    ['a text too long', followUpForm({ content: 'x'.repeat(1001) }), 422],
    ['a flag in words', followUpForm({ is_secret: 'false' }), 422],
    ['an unknown template', followUpForm({ template_code: 'halo' }), 422],
    ['an unknown field', followUpForm({ pelapor: 'Wulan' }), 422],
    ["E3's field of files", withFile(followUpForm(), 'attachments[]', 'a.jpg'), 422],
    ['a wrong kind of file', withFile(followUpForm(), 'attachment[0]', 'a.exe'), 422],
    [
      'too many files',
      [0, 1, 2, 3, 4, 5].reduce((form, i) => withFile(form, `attachment[${i}]`, 'a.jpg'), followUpForm()),
      422,
    ],
    ['JSON instead of a form', { complaint_id: '9165816' }, 400],
  ])('refuses %s', async (_what, body, status) => {
    const { post, simulator } = await runningNational();
    await post('/complaints/complaint', COMPLAINT);
    const answer = await post('/complaints/followup/add', body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ message: expect.any(String) });
    expect(simulator.world.complaint(9165816)?.followUps).toEqual([]);
  });
});

describe('createNationalSimulator(): the optional list', () => {
  const LIST = { list: '/complaints/list' };

  it('gives the assumed row, and hides who an anonymous reporter is', async () => {
    const { get, simulator, origin } = await runningNational(LIST);
    simulator.world.fileCitizenReport({
      title: 'Lampu mati',
      content: '<p>Gelap</p>',
      institutionId: 151345,
      classificationId: 6,
      categoryId: 436,
      location: 'Jl. Contoh',
      anonymous: true,
      reporter: { name: 'Wulan', email: 'w@contoh.id', phone: '0812' },
      attachments: [{ fileName: 'foto.jpg', bytes: Buffer.from([1]) }],
    });
    const body = (await json(get('/complaints/list?institution_id=151345'))) as { results: unknown };
    expect(body.results).toEqual({
      data: [
        {
          id: 9165816,
          title: 'Lampu mati',
          content: '<p>Gelap</p>',
          status_name: 'Belum Terverifikasi',
          classification_id: 6,
          category_id: 436,
          disposition_id: 151345,
          disposition_name: 'Pemerintah Kota Tirtamulya',
          date_of_incident: '2026-07-01',
          location: 'Jl. Contoh',
          is_anonymous: true,
          is_secret: false,
          user: { name: 'Anonim', email: null, phone: null },
          channel_name: 'Website',
          attachments: {
            0: { path: `${origin}/files/4199656/foto.jpg`, file_name: 'foto.jpg', extension: 'jpg' },
            docs: [],
          },
          created_at: '01-07-2026 08:00:00',
          updated_at: '01-07-2026 08:00:00',
        },
      ],
      next_page_url: null,
    });
  });

  it('gives one institution, oldest change first, since a time, page by page', async () => {
    const { get, simulator, clock } = await runningNational({ ...LIST, pageSizeMax: 2 });
    for (const institutionId of [151345, 12838, 151345, 151345]) {
      simulator.world.fileCitizenReport({ title: 'a', content: 'b', institutionId });
      clock.nowMs += 1_000;
    }
    simulator.world.verify(9165816);
    const ids = async (query: string): Promise<number[]> => {
      const body = (await json(get(`/complaints/list?institution_id=151345${query}`))) as {
        results: { data: { id: number }[] };
      };
      return body.results.data.map(({ id }) => id);
    };
    expect(await ids('&page=1')).toEqual([9165818, 9165819]);
    expect(await ids('&page=2')).toEqual([9165816]);
    expect(await ids('&updated_since=2026-07-01T01:00:03Z')).toEqual([9165819, 9165816]);
    expect(await ids('&updated_since=2026-07-01T01:00:03Z&page_size=1')).toEqual([9165819]);
    expect((await get('/complaints/list?updated_since=kemarin')).status).toBe(422);
  });

  it('shows a new complaint late', async () => {
    const { get, simulator, clock } = await runningNational({ ...LIST, listLagMs: 600_000 });
    simulator.world.fileCitizenReport({ title: 'a', content: 'b' });
    expect(await json(get('/complaints/list'))).toMatchObject({ results: { data: [] } });
    clock.nowMs += 600_000;
    expect(await json(get('/complaints/list'))).toMatchObject({ results: { data: [{ id: 9165816 }] } });
  });
});
