import { expect } from 'vitest';
import { prepareFiles } from '../../src/forward/prepare-files.ts';
import type { NationalSystem } from '../../src/national/national-system.ts';
import { jpegOfPhone } from '../attachments/build-jpeg.ts';
import { sampleRow } from '../local/rest/sample-row.ts';
import { FILE_POLICY } from './file-policy.ts';
import { framed } from './framed.ts';
import { inLapor } from './in-lapor.ts';
import { inRest } from './in-rest.ts';
import type { Input } from './input.ts';
import { NEVER } from './noon.ts';

const NO_FLAGS = { absent: 'E6 and E7 carry no flags; what was raised here is never lowered by them' };
const OWN_STATUS = { absent: 'the status of the city is stored as it is; what becomes of it is decided by LAPOR!' };
const NIK = '9901010101800001';

/** Section G: status, category, privacy. */
export const PRIVACY_INPUTS: readonly Input[] = [
  {
    number: 96,
    what: 'a status that nobody knows',
    rest: inRest.row({ status: 'entahlah' }, () => ({ status: 'entahlah' })),
    lapor: inLapor.details(
      [{ status_name: 'Selesai?' }],
      { nationalStatus: 'Selesai?', bridgeStatus: null },
      unknownStatus(),
    ),
  },
  {
    number: 97,
    what: 'a status in other letters, and one with a slip',
    rest: inRest.row({ status: ' SELESAI ' }, () => ({ status: 'SELESAI' })),
    lapor: inLapor.seen('N', async (stage) => {
      const folded = await inLapor.readsDetail(stage, { status_name: ' DALAM  proses ' });
      expect(folded).toMatchObject({ case: { bridgeStatus: 'in-progress' }, alarms: [] });
      const slip = await inLapor.readsDetail(stage, { status_name: 'Dalam Prosess' });
      expect(slip).toMatchObject({ case: { nationalStatus: 'Dalam Prosess' }, alarms: ['unknown-status'] });
      expect(slip.case.closedAt).toBeNull();
    }),
  },
  {
    number: 98,
    what: 'a status that was a number and becomes a word',
    rest: inRest.row({ status: 3 }, () => ({ status: '3' })),
    lapor: inLapor.details([{ status_name: 3 }], { nationalStatus: '3', bridgeStatus: null }, unknownStatus()),
  },
  {
    number: 99,
    what: 'closed from the start',
    rest: OWN_STATUS,
    lapor: inLapor.seen('N', async (stage) => {
      expect(await inLapor.readsDetail(stage, { status_name: 'Selesai' })).toMatchObject({
        case: { bridgeStatus: 'closed', closedAt: expect.any(Number) },
      });
      expect(await stage.read()).toMatchObject({ news: 0 });
    }),
  },
  {
    number: 100,
    what: 'open again after it was closed',
    rest: OWN_STATUS,
    lapor: inLapor.seen('N', async (stage) => {
      await inLapor.readsDetail(stage, { status_name: 'Selesai' });
      expect(await inLapor.readsDetail(stage, { status_name: 'Dalam Proses' })).toMatchObject({
        case: { bridgeStatus: 'in-progress', closedAt: null },
        alarms: [],
      });
    }),
  },
  {
    number: 101,
    what: 'a category that is on no map',
    rest: inRest.row({ kategori: 'Belum ada' }, () => ({ category: 'Belum ada' })),
    lapor: inLapor.seen('N', async (stage) => {
      const { body, result } = await stage.file({ category: 'Belum ada' });
      expect(result.kind).toBe('done');
      expect(body).toMatchObject({ category_id: 436, classification_id: 6 });
    }),
  },
  {
    number: 102,
    what: 'a category or institution that is gone there',
    rest: inRest.seen('H', async (stage) => {
      stage.answer((_good, socket) => socket.write(framed('{"message":"opd tidak ada"}', [], '422 X')));
      expect(await stage.write()).toEqual({ kind: 'refused', cause: 'content', status: 422 });
    }),
    lapor: inLapor.seen('H', async (stage) => {
      stage.answer((_good, socket) => socket.write(framed('{"message":"category_id"}', [], '422 X')));
      expect(await stage.write()).toEqual({ kind: 'refused', cause: 'content', status: 422 });
    }),
  },
  {
    number: 103,
    what: 'flags that contradict the row',
    rest: inRest.row({ anonim: false, rahasia: 1, pelapor: { nama: '', telepon: '0811' } }, () => ({
      privacy: { anonymous: true, secret: true },
    })),
    lapor: NO_FLAGS,
  },
  {
    number: 104,
    what: 'flags that are gone after an upgrade',
    rest: inRest.seen('N', async (stage) => {
      await inRest.reads(stage, stage.page([sampleRow({ id: 1, lapor_id: 9165816 })]));
      const row = sampleRow({ id: 1, lapor_id: 9165816, anonim: undefined, rahasia: undefined });
      // Hidden from now on, and a person hears that LAPOR! may show it.
      expect(await inRest.reads(stage, stage.page([row]))).toMatchObject({ alarms: ['privacy-raised'] });
      expect(await stage.ledger.findCase('1')).toMatchObject({ anonymous: true, secret: true });
    }),
    lapor: NO_FLAGS,
  },
  {
    number: 105,
    what: 'a NIK and a telephone number in the text of an anonymous report',
    rest: inRest.seen('Q', async (stage) => {
      const row = sampleRow({ id: 1, isi: `NIK ${NIK}`, judul: { nik: NIK }, created_at: NIK });
      const seen = await inRest.reads(stage, stage.page([row]));
      expect(seen.apart).toBe(1);
      // What is shown to an operator and logged names the field, not what is in it.
      expect(JSON.stringify(seen.rejected)).not.toContain(NIK);
    }),
    lapor: inLapor.seen('N', async (stage) => {
      const privacy = { anonymous: true, secret: true };
      const { body } = await stage.file({
        privacy,
        text: `NIK ${NIK}, HP 081234567890`,
        title: `Rahmat Hidayat ${NIK}`,
      });
      const sent = JSON.stringify(body);
      expect(body).toMatchObject({ is_anonymous: true, is_secret: true });
      for (const word of [NIK, '081234567890', 'Rahmat']) expect(sent).not.toContain(word);
    }),
  },
  {
    number: 106,
    what: 'a name in the name of a file, and within a photograph',
    rest: inRest.seen('N', async (stage) => {
      stage.answer((_good, socket) => socket.write(framed(Buffer.from(jpegOfPhone('Rahmat')))));
      const photo = { url: '/storage/rahmat.jpg', name: 'Rahmat.jpg', mimeType: null, sizeBytes: null };
      const source = { local: stage.local, halt: NEVER, fresh: async () => ({ ok: true, value: null }) as const };
      const prepared = await prepareFiles(source, [photo], { ...FILE_POLICY, anonymous: true });
      expect(prepared).toMatchObject({ files: [{ fileName: 'lampiran-1.jpg' }], withheld: [] });
      expect(Buffer.from(bytesOf(prepared)).includes('Rahmat')).toBe(false);
    }),
    lapor: inLapor.seen('N', async (stage) => {
      const photo = { bytes: Buffer.from('x'), fileName: 'lampiran-1.jpg', mimeType: 'image/jpeg' };
      const upload: ReturnType<NationalSystem['upload']> = stage.national.upload([photo], NEVER);
      expect(await upload).toEqual({ ok: true, value: ['1'] });
      expect(stage.server.requests[0]?.body).toContain('filename="lampiran-1.jpg"');
    }),
  },
];

function unknownStatus(): { readonly verdict: 'H'; readonly alarms: readonly string[] } {
  return { verdict: 'H', alarms: ['unknown-status'] };
}

function bytesOf(prepared: Awaited<ReturnType<typeof prepareFiles>>): Uint8Array {
  return (prepared === 'later' ? undefined : prepared.files[0]?.bytes) ?? Buffer.from('Rahmat');
}
