import type { Read } from '../../src/http/outcome.ts';
import type { LocalSystem } from '../../src/local/local-system.ts';
import type { RejectedRow } from '../../src/report/rejected-row.ts';
import type { LocalModel, LocalRow } from './local-model.ts';
import type { SimNetwork } from './sim-network.ts';
import type { SimWorld } from './sim-world.ts';

/** The port to the simulated city, over the simulated network. */
export function createSimLocal(world: SimWorld, model: LocalModel, network: SimNetwork): LocalSystem {
  return {
    gate: network.gate,
    readPage: ({ sinceMs, page }) =>
      network.read('list', () => {
        const { rows, more } = model.page(sinceMs, page, world.trueWall());
        const reports = rows.filter((row) => !row.isUnreadable).map(model.toReport);
        const rejected = rows.filter((row) => row.isUnreadable).map(toRejected);
        return { reports, rejected, rowCount: rows.length, more };
      }),
    readReport: (localId) =>
      network.read('report', () => {
        const row = model.rows.get(localId);
        return row === undefined ? null : model.toReport(row);
      }),
    findByExternalRef: () => network.read('find', () => []),
    async fetchAttachment(url) {
      const read = await network.read('attachment', () => model.files.get(url));
      return read.ok ? found(read.value) : read;
    },
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

function toRejected({ localId, updatedAt }: LocalRow): RejectedRow {
  return { key: localId, path: 'created_at', reason: 'bad-time', fingerprint: `${localId}:${updatedAt}` };
}

function found(bytes: Uint8Array | undefined): Read<Uint8Array> {
  if (bytes !== undefined) return { ok: true, value: bytes };
  return { ok: false, failure: { kind: 'not-found', status: 404, detail: 'status', retryAfterMs: null } };
}
