import type { Read } from '../../src/http/outcome.ts';
import type { LocalSystem } from '../../src/local/local-system.ts';
import type { NationalSystem } from '../../src/national/national-system.ts';
import { fingerprint } from '../../src/report/fingerprint.ts';
import type { LocalModel } from './local-model.ts';
import type { NationalModel } from './national-model.ts';
import type { SimNetwork } from './sim-network.ts';
import type { SimWorld } from './sim-world.ts';

/** The port to the simulated city, over the simulated network. */
export function createSimLocal(world: SimWorld, model: LocalModel, network: SimNetwork): LocalSystem {
  return {
    gate: network.gate,
    readPage: ({ sinceMs, page }) =>
      network.read('list', () => {
        const { rows, more } = model.page(sinceMs, page, world.trueWall());
        return { reports: rows.map(model.toReport), rejected: [], rowCount: rows.length, more };
      }),
    readReport: (localId) =>
      network.read('report', () => {
        const row = model.rows.get(localId);
        return row === undefined ? null : model.toReport(row);
      }),
    findByExternalRef: () => network.read('find', () => []),
    fetchAttachment: async () => ({
      ok: false,
      failure: { kind: 'not-found', status: 404, detail: 'status', retryAfterMs: null },
    }),
    writeBack: (localId, values, context) =>
      network.write('write-back', context, () => {
        const row = model.rows.get(localId);
        if (row === undefined) throw new Error(`no row ${localId}`);
        row.nationalId = values.nationalId;
        row.nationalStatus = values.nationalStatus;
        if (values.localStatus !== null) row.status = values.localStatus;
        row.updatedAt = world.trueWall();
        row.writes.push({ at: world.time.mono(), values });
        return null;
      }),
    addResponse: (localId, response, context) =>
      network.write('respond', context, () => {
        const row = model.rows.get(localId);
        if (row === undefined) throw new Error(`no row ${localId}`);
        const { text, institution, externalRef } = response;
        return model.respond(
          row,
          { author: 'national', institution, text, internal: false, externalRef },
          world.trueWall(),
        ).id;
      }),
    close: () => undefined,
  };
}

const LAG_MAX_MS = 600_000;

/** The port to the simulated LAPOR!, over the simulated network. Has no list: a create in doubt cannot be looked up. */
export function createSimNational(world: SimWorld, model: NationalModel, network: SimNetwork): NationalSystem {
  const find = (id: string) => {
    const complaint = model.complaints.get(id);
    if (complaint === undefined) throw new Error(`the bridge asked for ${id}, which LAPOR! never gave`);
    return complaint;
  };
  return {
    gate: network.gate,
    findsByReference: false,
    ping: () => network.read('ping', () => null),
    institutions: () => network.read('institutions', () => []),
    detail: (id) =>
      network.read('detail', () => {
        const { statusName, institutionId, log } = find(id);
        const facts = { statusName, institutionId, log: log.map((entry) => entry.id) };
        return { statusName, institutionId, institutionName: null, log: [...log], fingerprint: fingerprint(facts) };
      }),
    answers: (id) =>
      network.read('answers', () => ({
        answers: find(id).answers.filter((answer) => answer.visibleAt <= world.time.mono()),
        unreadable: 0,
      })),
    upload: async (): Promise<Read<readonly string[]>> => ({ ok: true, value: [] }),
    create: (report, context) =>
      network.write('create', context, () => {
        const complaint = model.file(report, world.time.mono());
        world.trace(`filed ${complaint.reference} as ${complaint.id}`);
        return complaint.id;
      }),
    reject: (id, target, context) =>
      network.write('reject', context, () => {
        model.passOn(id, String(target), world.time.mono());
        return null;
      }),
    addFollowUp: (followUp, context) =>
      network.write('add-follow-up', context, () => {
        const now = world.time.mono();
        const lagMs = world.strikes('index-lag') ? world.random() * Math.min(LAG_MAX_MS, world.plan.settleMs * 0.8) : 0;
        model.answer(followUp.nationalId, followUp.content, { at: now, visibleAt: now + lagMs, ours: true });
        return null;
      }),
    publicUrl: (id) => `https://lapor.example/${id}`,
    close: () => undefined,
  };
}
