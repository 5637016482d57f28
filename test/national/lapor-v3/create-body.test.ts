import { describe, expect, it } from 'vitest';
import { createBody } from '../../../src/national/lapor-v3/create-body.ts';
import { OPTIONS, REPORT } from './lapor.ts';

describe('createBody()', () => {
  it('has every field of E4 in its order, constants included', () => {
    expect(JSON.stringify(createBody(REPORT, OPTIONS))).toBe(
      '{"title":"Jalan berlubang","content":"[Ref: kota-serang-1042]\\nDi depan pasar.","channel":13,' +
        '"is_new_user_slider":false,"user_id":1234567,"is_inbox":true,"is_disposisi_slider":true,"classification_id":6,' +
        '"disposition_id":151345,"category_id":436,"priority_program_id":null,"location_id":34,"community_id":null,' +
        '"date_of_incident":"2026-07-01","copy_externals":null,"info_disposition":null,"info_attachments":null,' +
        '"tags_raw":"#rabeg","is_approval":false,"is_anonymous":false,"is_secret":true,"is_priority":false,' +
        '"attachments":"[4199656,4199657]"}',
    );
  });

  it('names the reporter in place of the service account', () => {
    const reporter = { name: 'Pelapor Contoh', email: 'pelapor@contoh.test', phone: null };
    const body = createBody({ ...REPORT, reporter }, OPTIONS);
    expect(body).toMatchObject({
      is_new_user_slider: true,
      emailUser: 'pelapor@contoh.test',
      nameUser: 'Pelapor Contoh',
      phoneUser: null,
    });
    expect(body).not.toHaveProperty('user_id');
  });

  it('names nobody where the service account files', () => {
    expect(Object.keys(createBody(REPORT, OPTIONS))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/User$/)]),
    );
  });

  it.each([
    ['json', '[]', ['1', '2'], '[1,2]'],
    ['json-dot', '[]', ['1', '2'], '[1,2].'],
    ['json', false, ['9007199254740993'], '[9007199254740993]'],
    ['json', '[]', [], '[]'],
    ['json-dot', '[]', [], '[]'],
    ['json', false, [], false],
  ] as const)('writes attachments as %s, none as %j: %j gives %j', (attachments, noAttachments, ids, expected) => {
    const options = { ...OPTIONS, create: { ...OPTIONS.create, attachments, noAttachments } };
    expect(createBody({ ...REPORT, attachmentIds: ids }, options)).toHaveProperty('attachments', expected);
  });

  it.each([
    [true, false],
    [false, true],
    [true, true],
    [false, false],
  ])('keeps anonymous %s and secret %s apart', (anonymous, secret) => {
    expect(createBody({ ...REPORT, anonymous, secret }, OPTIONS)).toMatchObject({
      is_anonymous: anonymous,
      is_secret: secret,
    });
  });
});
