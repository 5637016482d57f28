import * as z from 'zod';
import type { ActResult } from './control-routes.ts';
import type { NationalWorld } from './national-world.ts';
import { readJson } from './read-json.ts';

/** A file in an act: its bytes as base64. */
const File = z
  .strictObject({ fileName: z.string().min(1), base64: z.base64() })
  .transform(({ fileName, base64 }) => ({ fileName, bytes: Buffer.from(base64, 'base64') }));

const Files = z.array(File).exactOptional();

const Reporter = z.strictObject({
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

/** What a person can do in LAPOR! by `POST /_simulate/act`; the arguments of `NationalWorld`. */
const NationalAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(['verify', 'postpone', 'close', 'archive', 'reopen']), id: z.int() }),
  z.strictObject({
    act: z.literal('dispose'),
    id: z.int(),
    institutionId: z.int(),
    note: z.string().exactOptional(),
  }),
  z.strictObject({ act: z.literal('answer'), id: z.int(), html: z.string(), attachments: Files }),
  z.strictObject({
    act: z.literal('return-as-not-authority'),
    id: z.int(),
    institutionId: z.int().exactOptional(),
  }),
  z.strictObject({ act: z.literal('set-status'), id: z.int(), statusName: z.string() }),
  z.strictObject({
    act: z.literal('file-citizen-report'),
    title: z.string(),
    content: z.string(),
    dateOfIncident: z.iso.date().exactOptional(),
    institutionId: z.int().exactOptional(),
    classificationId: z.int().exactOptional(),
    categoryId: z.int().exactOptional(),
    location: z.string().exactOptional(),
    anonymous: z.boolean().exactOptional(),
    secret: z.boolean().exactOptional(),
    reporter: Reporter.exactOptional(),
    channelName: z.string().exactOptional(),
    attachments: Files,
  }),
]);
type NationalAct = z.output<typeof NationalAct>;

/** Carries out an act given as JSON. */
export function performNationalAct(body: Buffer, world: NationalWorld): ActResult {
  const sent = readJson(body, NationalAct);
  if (!sent.ok) return { kind: 'malformed', message: sent.message };
  const act = sent.value;
  if ('id' in act && world.complaint(act.id) === null) return { kind: 'unknown-id' };
  return { kind: 'done', result: perform(act, world) };
}

function perform(act: NationalAct, world: NationalWorld): unknown {
  switch (act.act) {
    case 'verify':
    case 'postpone':
    case 'close':
    case 'archive':
    case 'reopen':
      return world[act.act](act.id);
    case 'dispose':
      return world.dispose(act.id, act.institutionId, act.note);
    case 'answer':
      return world.answer(act.id, act.html, act.attachments);
    case 'return-as-not-authority':
      return world.returnAsNotAuthority(act.id, act.institutionId);
    case 'set-status':
      return world.setStatus(act.id, act.statusName);
    case 'file-citizen-report': {
      const { act: _, ...input } = act;
      return world.fileCitizenReport(input);
    }
  }
}
