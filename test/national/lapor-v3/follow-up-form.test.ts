import { describe, expect, it } from 'vitest';
import { followUpForm } from '../../../src/national/lapor-v3/follow-up-form.ts';
import { FOLLOW_UP, OPTIONS } from './lapor.ts';

const FILE = { bytes: Uint8Array.of(0xff, 0xd8), fileName: 'lampiran-1.jpg', mimeType: 'image/jpeg' };

describe('followUpForm()', () => {
  it('has every field of E8 in its order', () => {
    expect([...followUpForm(FOLLOW_UP, OPTIONS).entries()]).toEqual([
      ['user_id', '1234567'],
      ['institution_from_id', '151345'],
      ['institution_to_id', '12838'],
      ['complaint_id', '9165816'],
      ['info_disposition', ''],
      ['template_code', 'reply'],
      ['rating', ''],
      ['is_secret', '0'],
      ['content', 'Sudah ditindaklanjuti.\n[Ref: kota-serang-1042/9]'],
    ]);
  });

  it('says a secret answer by "1"', () => {
    expect(followUpForm({ ...FOLLOW_UP, secret: true }, OPTIONS).get('is_secret')).toBe('1');
  });

  it('numbers its files', () => {
    const second = { bytes: Uint8Array.of(1, 2, 3), fileName: 'lampiran-2.pdf', mimeType: 'application/pdf' };
    const form = followUpForm({ ...FOLLOW_UP, files: [FILE, second] }, OPTIONS);
    const files = [form.get('attachment[0]'), form.get('attachment[1]')];
    expect(files.map((file) => file instanceof File && [file.name, file.type, file.size])).toEqual([
      ['lampiran-1.jpg', 'image/jpeg', 2],
      ['lampiran-2.pdf', 'application/pdf', 3],
    ]);
    expect([...form.keys()].filter((key) => key.startsWith('attachment'))).toEqual(['attachment[0]', 'attachment[1]']);
  });
});
