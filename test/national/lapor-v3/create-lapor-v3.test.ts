import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { useNock } from '../../support/nock.ts';
import { admitted, answerPost, BASE, FOLLOW_UP, formText, HOST, NEVER, openLapor, REPORT } from './lapor.ts';

useNock();

describe('createLaporV3()', () => {
  it('smoke', async () => {
    const lapor = openLapor();
    nock(HOST)
      .get(`${BASE}/masters/institutions/external?page_size=1&page=1`)
      .reply(200, { results: { data: [] } });
    expect(await lapor.ping(NEVER)).toEqual({ ok: true, value: null });
    const s0 = answerPost('/complaints/complaint', 200, { complaint_id: 9165816 });
    expect(await lapor.create(REPORT, await admitted(lapor))).toEqual({ kind: 'done', value: '9165816', status: 200 });
    console.log(s0[0]?.headers, s0[0]?.bytes.toString());
    const s = answerPost('/complaints/followup/add', 204, '');
    console.log(
      await lapor.addFollowUp(
        {
          ...FOLLOW_UP,
          files: [{ bytes: Uint8Array.of(0xff, 0xd8, 0, 13, 10), mimeType: 'image/jpeg', fileName: 'a.jpg' }],
        },
        await admitted(lapor),
      ),
    );
    console.log(s[0]?.headers, JSON.stringify(formText(s[0])));
  });
});
