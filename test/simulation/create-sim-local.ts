import type { Read } from '../../src/http/outcome.ts';
import type { LocalSystem } from '../../src/local/local-system.ts';
import type { LocalModel, LocalRow } from './local-model.ts';
import type { LocalViews } from './local-views.ts';
import { numberIn } from './reference-of.ts';
import type { SimNetwork } from './sim-network.ts';
import type { SimWorld } from './sim-world.ts';

export interface SimLocalParts {
  readonly model: LocalModel;
  readonly views: LocalViews;
  readonly network: SimNetwork;
}

/** The port to the simulated city, over the simulated network. */
export function createSimLocal(world: SimWorld, { model, views, network }: SimLocalParts): LocalSystem {
  const rowOf = (localId: string): LocalRow => {
    const row = model.rows.get(localId);
    if (row === undefined) throw new Error(`no row ${localId}`);
    return row;
  };
  const written = (operation: string, localId: string) => ({ operation, subject: localId, isThere: views.isThere });
  return {
    gate: network.gate,
    lacks: new Set(),
    readPage: ({ sinceMs, page }) => network.read('list', () => views.page(sinceMs, page)),
    readReport: (localId) => network.read('report', () => views.report(localId)),
    findByExternalRef: (externalRef) => network.read('find', () => views.carrying(externalRef)),
    async fetchAttachment(url) {
      const read = await network.read('attachment', () => model.files.get(url));
      return read.ok ? found(read.value) : read;
    },
    createReport: (report, context) =>
      network.write({ operation: 'make', subject: numberIn(report.externalRef) }, context, (isDouble) => {
        const { text, externalRef, privacy } = report;
        const reporter = { ...NOBODY, ...report.reporter };
        const now = world.trueWall();
        return model.file({ text, institution: 'DPUPR', reporter, privacy, externalRef, isDouble }, now, now).localId;
      }),
    writeBack: (localId, values, context) =>
      network.write(written('write-back', localId), context, () => {
        const row = rowOf(localId);
        row.writes.push({ at: world.trueWall(), values });
        model.change(row, world.trueWall(), () => {
          row.nationalId = values.nationalId;
          if (values.nationalStatus !== null) row.nationalStatus = values.nationalStatus;
          if (values.localStatus !== null) row.status = values.localStatus;
        });
        return null;
      }),
    addResponse: (localId, response, context) =>
      network.write(written('respond', localId), context, () => {
        const { text, institution, externalRef } = response;
        const followUp = { author: 'national', institution, text, internal: false, externalRef } as const;
        return model.respond(rowOf(localId), followUp, world.trueWall()).id;
      }),
    close: () => undefined,
  };
}

const NOBODY = { name: null, email: null, phone: null, nik: null };

function found(bytes: Uint8Array | undefined): Read<Uint8Array> {
  if (bytes !== undefined) return { ok: true, value: bytes };
  return { ok: false, failure: { kind: 'not-found', status: 404, detail: 'status', retryAfterMs: null } };
}
