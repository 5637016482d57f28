import { describe, expect, it } from 'vitest';
import { type FilePolicy, prepareFiles } from '../../src/forward/prepare-files.ts';
import type { Read } from '../../src/http/outcome.ts';
import type { Attachment } from '../../src/report/report.ts';
import { makeJpeg } from '../../src/simulate/make-jpeg.ts';
import { makePdf } from '../../src/simulate/make-pdf.ts';
import { makePng } from '../../src/simulate/make-png.ts';
import type { FaultName } from '../support/call-faults.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createFakeLocal, type FakeLocal } from '../support/fake-local.ts';

const NEVER = new AbortController().signal;
const POLICY: FilePolicy = {
  types: ['jpg', 'jpeg', 'png', 'pdf'],
  maxBytes: 5_242_880,
  maxFiles: 5,
  stripMetadata: true,
  anonymous: false,
  mayWait: true,
};
const PATIENCE_OVER = { ...POLICY, mayWait: false };

function at(url: string, given: Partial<Attachment> = {}): Attachment {
  return { url, name: null, mimeType: null, sizeBytes: null, ...given };
}

/** A local side that has these files. */
function storing(files: Readonly<Record<string, Uint8Array>>): FakeLocal {
  const local = createFakeLocal({ clock: createFakeClock() });
  for (const [url, bytes] of Object.entries(files)) local.files.set(url, bytes);
  return local;
}

async function prepare(
  local: FakeLocal,
  attachments: readonly Attachment[],
  {
    policy = POLICY,
    fresh = gone,
  }: { policy?: FilePolicy; fresh?: () => Promise<Read<readonly Attachment[] | null>> } = {},
) {
  return await prepareFiles({ local, halt: NEVER, fresh }, attachments, policy);
}

async function gone(): Promise<Read<null>> {
  return { ok: true, value: null };
}

function naming(...attachments: readonly Attachment[]) {
  return async (): Promise<Read<readonly Attachment[]>> => ({ ok: true, value: attachments });
}

describe('prepareFiles()', () => {
  it('tells the type by the content, whatever name and address say, and gives names of its own', async () => {
    const local = storing({ '/1': makeJpeg(), '/2.exe': makePng(), '/3': makePdf({ author: 'x' }) });
    const lying = at('/1', { name: 'Rahmat Hidayat.pdf', mimeType: 'application/pdf' });
    const prepared = await prepare(local, [lying, at('/2.exe'), at('/3')]);
    if (prepared === 'later') throw new Error('later');
    expect(prepared.files.map(({ fileName, mimeType }) => [fileName, mimeType])).toEqual([
      ['lampiran-1.jpg', 'image/jpeg'],
      ['lampiran-2.png', 'image/png'],
      ['lampiran-3.pdf', 'application/pdf'],
    ]);
    expect(prepared.withheld).toEqual([]);
  });

  it('takes the metadata off a photo', async () => {
    const photo = makeJpeg({ exifText: 'Rahmat Hidayat', gps: true });
    const prepared = await prepare(storing({ '/1.jpg': photo }), [at('/1.jpg')]);
    if (prepared === 'later') throw new Error('later');
    const sent = Buffer.from(prepared.files[0]?.bytes ?? []);
    expect(Buffer.from(photo).includes('Rahmat')).toBe(true);
    expect(sent.length).toBeGreaterThan(200);
    expect(sent.includes('Rahmat') || sent.includes('Exif')).toBe(false);
  });

  it.each<readonly [string, Uint8Array, Partial<Attachment>, Partial<FilePolicy>, string]>([
    ['too large to fetch', makeJpeg(), {}, { maxBytes: 100 }, 'too-large'],
    ['no file of a kind that is taken', Buffer.from('<html>login</html>'), {}, {}, 'type-not-allowed'],
    ['of a kind that is not configured', makePdf({ author: 'x' }), {}, { types: ['jpg'] }, 'type-not-allowed'],
    ['named as an identity card', makeJpeg(), { name: 'Foto KTP.jpg' }, {}, 'identity-document'],
    ['a document of an anonymous reporter', makePdf({ author: 'x' }), {}, { anonymous: true }, 'document-of-anonymous'],
    ['empty', new Uint8Array(), {}, {}, 'empty'],
  ])('withholds one that is %s', async (_name, bytes, attachment, policy, reason) => {
    const prepared = await prepare(storing({ '/1': bytes }), [at('/1', attachment)], {
      policy: { ...POLICY, ...policy },
    });
    expect(prepared).toEqual({ files: [], withheld: [reason] });
  });

  it('knows an identity card by its address where it has no name', async () => {
    const prepared = await prepare(storing({ '/berkas/ktp.jpg?v=1': makeJpeg() }), [at('/berkas/ktp.jpg?v=1')]);
    expect(prepared).toEqual({ files: [], withheld: ['identity-document'] });
  });

  it('sends the same file once', async () => {
    const local = storing({ '/1': makeJpeg(), '/2': makeJpeg({ exifText: 'salinan' }), '/3': makePng() });
    const prepared = await prepare(local, [at('/1'), at('/2'), at('/1'), at('/3')]);
    expect(prepared).toMatchObject({
      files: [{ fileName: 'lampiran-1.jpg' }, { fileName: 'lampiran-2.png' }],
      withheld: [],
    });
  });

  it('stops at the number that is taken, and fetches no more', async () => {
    const files = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`/${n}`, makePng({ text: String(n) })]));
    const local = storing(files);
    const policy = { ...POLICY, stripMetadata: false };
    const prepared = await prepare(
      local,
      Object.keys(files).map((url) => at(url)),
      { policy },
    );
    expect(prepared).toMatchObject({ files: { length: 5 }, withheld: ['too-many', 'too-many'] });
    expect(local.faults.count('fetchAttachment')).toBe(5);
  });

  describe('of a file that is not at its address', () => {
    it('asks for the address it has now', async () => {
      const local = storing({ '/1?signature=2': makeJpeg() });
      const prepared = await prepare(local, [at('/1?signature=1')], { fresh: naming(at('/1?signature=2')) });
      expect(prepared).toMatchObject({ files: [{ fileName: 'lampiran-1.jpg' }], withheld: [] });
    });

    it.each<readonly [string, () => Promise<Read<readonly Attachment[] | null>>]>([
      ['it has the same address now', naming(at('/1'))],
      ['it is not there any more', naming()],
      ['the whole report is gone', gone],
      ['it is not at the new address either', naming(at('/2'))],
    ])('counts it as not to be had where %s', async (_name, fresh) => {
      expect(await prepare(storing({}), [at('/1')], { fresh })).toEqual({ files: [], withheld: ['unavailable'] });
    });

    it('goes on with the others', async () => {
      const prepared = await prepare(storing({ '/2': makeJpeg() }), [at('/1'), at('/2')]);
      expect(prepared).toMatchObject({ files: [{ fileName: 'lampiran-1.jpg' }], withheld: ['unavailable'] });
    });

    it('comes later where nobody can tell its address now', async () => {
      const failure = { kind: 'unreachable', status: 503, detail: 'server-error', retryAfterMs: null } as const;
      expect(await prepare(storing({}), [at('/1')], { fresh: async () => ({ ok: false, failure }) })).toBe('later');
    });
  });

  it.each<readonly [FaultName, number]>([
    ['unreachable', 1],
    ['throttled', 1],
    ['credentials', 1],
  ])('comes later where the local side is %s, without trying the rest', async (fault, fetched) => {
    const local = storing({ '/1': makeJpeg(), '/2': makePng() });
    local.faults.always(['fetchAttachment'], fault);
    const attachments = [at('/1'), at('/2')];
    expect(await prepare(local, attachments, { fresh: naming(...attachments) })).toBe('later');
    expect(local.faults.count('fetchAttachment')).toBe(fetched);
  });

  it('goes without what cannot be had once it has waited long enough, and with what can', async () => {
    const local = storing({ '/1': makeJpeg(), '/2': makePng() });
    local.faults.next('fetchAttachment', 'unreachable');
    expect(await prepare(local, [at('/1'), at('/2')], { policy: PATIENCE_OVER })).toMatchObject({
      files: [{ fileName: 'lampiran-1.png' }],
      withheld: ['unavailable'],
    });
  });

  it('takes an address that is refused for a file that is not to be had', async () => {
    const local = storing({ '/1': makeJpeg() });
    local.faults.next('fetchAttachment', 'refused');
    expect(await prepare(local, [at('/1')])).toEqual({ files: [], withheld: ['unavailable'] });
  });
});
