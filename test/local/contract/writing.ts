import { expect, it } from 'vitest';
import type { LocalSystem } from '../../../src/local/local-system.ts';
import { admitted, type LocalFeature, type LocalForm, NEVER, REPORT, RESPONSE, VALUES } from './local-stage.ts';
import { readOne, scanList } from './reading.ts';

const ABORTED = AbortSignal.abort();
const WRITES = ['report', 'response', 'write-back'] as const;

/** What every form keeps to when something is written. */
export function writingContract(form: LocalForm): void {
  const has = (feature: LocalFeature) => form.features.includes(feature);

  it('says which writes it does not take', async () => {
    const { local } = await form.open({ pageSize: 10 });
    expect([...local.lacks].toSorted()).toEqual(WRITES.filter((write) => !has(write)));
  });

  if (has('report')) makingContract(form);
  if (has('write-back')) writeBackContract(form);
  if (has('response')) answeringContract(form);
  for (const write of ['report', 'response'] as const) if (has(write)) outcomeContract(form, write);
}

function makingContract({ open }: LocalForm): void {
  it('makes a report once, which is found again by its reference', async () => {
    const stage = await open({ pageSize: 10 });
    const { local, staff } = stage;
    await staff.file();
    await scanList(local);
    expect(await local.findByExternalRef(REPORT.externalRef, NEVER)).toEqual({ ok: true, value: [] });
    const made = await local.createReport(REPORT, await admitted(local));
    const [id, ...others] = await findIds(local);
    expect(made).toMatchObject({ kind: 'done', value: id });
    expect(others).toEqual([]);
    expect(await staff.count(REPORT.externalRef)).toBe(1);
    expect(await readOne(local, id ?? '')).toMatchObject({
      localId: id,
      text: expect.stringContaining(REPORT.text),
      externalRef: REPORT.externalRef,
    });
  });

  it('lists a report that it made, as no news of the city', async () => {
    const stage = await open({ pageSize: 10 });
    const { local } = stage;
    await local.createReport(REPORT, await admitted(local));
    const { reports } = await scanList(local);
    expect(reports).toMatchObject([{ externalRef: REPORT.externalRef }]);
  });

  it('finds a report by no part of its reference', async () => {
    const stage = await open({ pageSize: 10 });
    const { local } = stage;
    await local.createReport(REPORT, await admitted(local));
    for (const reference of ['lapor:916590', 'lapor:91659001', 'lapor:', '9165900']) {
      expect(await local.findByExternalRef(reference, NEVER)).toEqual({ ok: true, value: [] });
    }
  });
}

function writeBackContract({ open }: LocalForm): void {
  it('writes number, status and link back, and the same once more', async () => {
    const stage = await open({ pageSize: 10 });
    const { local, staff } = stage;
    const id = await staff.file();
    await scanList(local);
    const values = { ...VALUES, localStatus: staff.statusName };
    const { nationalId, nationalStatus } = VALUES;
    const written = { nationalId, nationalStatus, status: staff.statusName };
    for (const time of ['first', 'second']) {
      expect({ time, result: (await local.writeBack(id, values, await admitted(local))).kind }).toEqual({
        time,
        result: 'done',
      });
      expect(await readOne(local, id)).toMatchObject(written);
      expect(await staff.stored(id)).toMatchObject(written);
    }
  });

  it('leaves the status of the city alone where it has none to write', async () => {
    const stage = await open({ pageSize: 10 });
    const { local, staff } = stage;
    const id = await staff.file();
    await scanList(local);
    const before = await readOne(local, id);
    await local.writeBack(id, { ...VALUES, nationalStatus: null, localStatus: null }, await admitted(local));
    expect(await readOne(local, id)).toMatchObject({
      nationalId: VALUES.nationalId,
      nationalStatus: null,
      status: before.status,
    });
  });
}

function answeringContract({ open }: LocalForm): void {
  it('adds an answer, which is found again under the report and is nobody’s of the city', async () => {
    const stage = await open({ pageSize: 10 });
    const { local, staff } = stage;
    const id = await staff.file();
    await staff.answer(id, { text: 'Akan ditinjau.' });
    await scanList(local);
    const result = await local.addResponse(id, RESPONSE, await admitted(local));
    const { responses } = await readOne(local, id);
    const added = responses?.filter(({ externalRef }) => externalRef === RESPONSE.externalRef) ?? [];
    expect(added).toMatchObject([{ author: 'national', internal: false }]);
    expect(added[0]?.text).toContain(RESPONSE.text);
    expect(result.kind === 'done' && [null, added[0]?.id].includes(result.value)).toBe(true);
    expect(responses).toHaveLength(2);
    const { answers } = await staff.stored(id);
    expect(answers.filter(({ externalRef }) => externalRef === RESPONSE.externalRef)).toHaveLength(1);
  });

  it('writes nothing under a report that is not there', async () => {
    const stage = await open({ pageSize: 10 });
    const { local, staff } = stage;
    await staff.file();
    await scanList(local);
    expect(await local.addResponse('987654', RESPONSE, await admitted(local))).toMatchObject({
      kind: 'refused',
      cause: 'not-found',
    });
  });
}

function outcomeContract({ open, features }: LocalForm, write: 'report' | 'response'): void {
  async function begin() {
    const stage = await open({ pageSize: 10 });
    const id = await stage.staff.file();
    await scanList(stage.local);
    return { ...stage, id };
  }

  if (features.includes('lost-writes'))
    it(`leaves a lost ${write} open, and shows later that it is there`, async () => {
      const { local, fail, id } = await begin();
      fail(write, 'lost');
      expect((await send(local, write, id)).kind).toBe('doubt');
      expect(await found(local, write, id)).toBe(1);
    });

  if (features.includes('refusals'))
    it(`tells a ${write} that is refused from one that is lost, and wrote nothing`, async () => {
      const { local, fail, id } = await begin();
      fail(write, 'refused');
      expect(await send(local, write, id)).toMatchObject({ kind: 'refused', cause: 'content' });
      expect(await found(local, write, id)).toBe(0);
    });

  it(`sends no ${write} once it is told to stop, and says so`, async () => {
    const { local, id } = await begin();
    expect(await send(local, write, id, ABORTED)).toMatchObject({ kind: 'not-sent' });
    expect(await found(local, write, id)).toBe(0);
  });
}

async function send(local: LocalSystem, write: 'report' | 'response', ...[id, stop]: [string, AbortSignal?]) {
  const context = await admitted(local, stop);
  return write === 'report'
    ? await local.createReport(REPORT, context)
    : await local.addResponse(id, RESPONSE, context);
}

/** How often it is there, as a look-up of a write in doubt sees it. */
async function found(local: LocalSystem, write: 'report' | 'response', id: string): Promise<number> {
  if (write === 'report') return (await findIds(local)).length;
  const { responses } = await readOne(local, id);
  return responses?.filter(({ externalRef }) => externalRef === RESPONSE.externalRef).length ?? 0;
}

async function findIds(local: LocalSystem): Promise<readonly string[]> {
  const read = await local.findByExternalRef(REPORT.externalRef, NEVER);
  if (!read.ok) throw new Error(read.failure.detail);
  return read.value.map(({ localId }) => localId);
}
