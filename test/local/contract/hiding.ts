import { expect, it } from 'vitest';
import { type LocalFeature, type LocalForm, NEVER } from './local-stage.ts';
import { readOne, scanList } from './reading.ts';

const MEGABYTE = 1_048_576;
const PHOTO = { name: 'foto lubang.jpg', mimeType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]) };

/** What every form keeps to about what is hidden, what stays in the city, and files. */
export function hidingContract({ open, features }: LocalForm): void {
  const has = (...needed: readonly LocalFeature[]) => needed.every((feature) => features.includes(feature));

  if (has('anonymity', 'secrecy'))
    it.each([
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ])('carries both flags of privacy: anonymous %s, secret %s', async (anonymous, secret) => {
      const stage = await open({ pageSize: 10 });
      const id = await stage.staff.file({ privacy: { anonymous, secret } });
      const { reports } = await scanList(stage.local);
      expect(reports[0]?.privacy).toEqual({ anonymous, secret });
      expect((await readOne(stage.local, id)).privacy).toEqual({ anonymous, secret });
    });

  if (has('internal-notes'))
    it('marks an internal note, and no other answer', async () => {
      const stage = await open({ pageSize: 10 });
      const id = await stage.staff.file();
      await stage.staff.answer(id, { text: 'Catatan antarpetugas.', internal: true });
      await stage.staff.answer(id, { text: 'Sedang ditangani.' });
      await scanList(stage.local);
      expect((await readOne(stage.local, id)).responses).toMatchObject([{ internal: true }, { internal: false }]);
    });

  if (has('reporter-replies'))
    it('tells the reporter from the city', async () => {
      const stage = await open({ pageSize: 10 });
      const id = await stage.staff.file();
      await stage.staff.answer(id, { text: 'Belum selesai, Pak.', author: 'reporter' });
      await scanList(stage.local);
      expect((await readOne(stage.local, id)).responses).toMatchObject([{ author: 'reporter' }]);
    });

  if (has('files'))
    it('fetches a file as it is, and none that is longer than allowed', async () => {
      const stage = await open({ pageSize: 10 });
      const { local, staff } = stage;
      const id = await staff.file({ files: [PHOTO] });
      await scanList(local);
      const [file] = (await readOne(local, id)).attachments;
      const url = file?.url ?? '';
      const read = await local.fetchAttachment(url, MEGABYTE, NEVER);
      expect(read.ok && [...read.value]).toEqual([...PHOTO.bytes]);
      expect((await local.fetchAttachment(url, PHOTO.bytes.length, NEVER)).ok).toBe(true);
      expect(await local.fetchAttachment(url, PHOTO.bytes.length - 1, NEVER)).toMatchObject({
        ok: false,
        failure: { kind: 'refused', detail: 'too-large' },
      });
    });

  it.each([
    'https://elsewhere.example.test/foto.jpg',
    'file:///etc/passwd',
    'https://pemakai:sandi@127.0.0.1/foto.jpg',
  ])('fetches nothing from %s', async (url) => {
    const { local } = await open({ pageSize: 10 });
    expect((await local.fetchAttachment(url, MEGABYTE, NEVER)).ok).toBe(false);
  });
}
