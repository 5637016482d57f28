import type { LocalPage } from '../../src/local/local-system.ts';
import type { RejectedRow } from '../../src/report/rejected-row.ts';
import type { Report } from '../../src/report/report.ts';
import { type LocalModel, versionAt } from './local-model.ts';
import type { SimWorld } from './sim-world.ts';

/** What the simulated city shows to one who asks: every fault of reading strikes here. */
export interface LocalViews {
  page(sinceMs: number, page: number): LocalPage;
  report(localId: string): Report | null;
  /** Rows with this reference of the bridge's. */
  carrying(externalRef: string): readonly Report[];
  isThere(localId: string): boolean;
  /** Rows that could not be read once: somebody must mend them. */
  readonly rejected: Set<string>;
}

const FEW = 3;
const HALF_HOUR_MS = 1_800_000;
const STALE_MAX_MS = 600_000;

/** `pageSize`: few rows, so that even a few reports fill several pages. */
export function createLocalViews(world: SimWorld, model: LocalModel, pageSize: number = FEW): LocalViews {
  const { random } = world;
  const rejected = new Set<string>();
  let endlessUntil = 0;

  /** A replica may lag behind. */
  function asOf(): number {
    const now = world.trueWall();
    return world.strikes('stale-reads', 0.3) ? now - random() * STALE_MAX_MS : now;
  }

  function visible(sinceMs: number): readonly Report[] {
    const [now, at] = [world.trueWall(), asOf()];
    return model
      .changedSince(sinceMs)
      .filter((row) => row.visibleAt <= now && row.hiddenUntil <= now)
      .flatMap((row) => versionAt(row, at) ?? [])
      .filter((report) => report.updatedAt >= sinceMs)
      .sort((a, b) => a.updatedAt - b.updatedAt || Number(a.localId) - Number(b.localId));
  }

  /** Somebody saves a row while others page: it moves to the end, and all behind it move up. */
  function disturb(): void {
    const row = pick([...model.rows.values()], random);
    if (row !== undefined) model.change(row, world.trueWall(), () => undefined);
  }

  function twice(reports: readonly Report[]): readonly Report[] {
    const row = model.rows.get(pick(reports, random)?.localId ?? '');
    const older = row === undefined ? undefined : pick(row.versions, random)?.report;
    if (older === undefined) return reports;
    return random() < 0.5 ? [older, ...reports] : [...reports, older];
  }

  const isUnreadable = ({ localId }: Report) => model.rows.get(localId)?.isUnreadable === true;

  function reject({ localId, updatedAt }: Report): RejectedRow {
    rejected.add(localId);
    return { key: localId, path: 'status', reason: 'type', fingerprint: `${localId}:${updatedAt}` };
  }

  return {
    rejected,
    page(sinceMs, page) {
      const now = world.trueWall();
      if (world.strikes('empty-list', 0.3)) return { reports: [], rejected: [], rowCount: 0, more: false };
      if (world.strikes('endless-pages', 0.1)) endlessUntil = now + HALF_HOUR_MS;
      if (page > 1 && world.strikes('paging-shift', 0.5)) disturb();
      const all = visible(sinceMs);
      const pages = Math.max(1, Math.ceil(all.length / pageSize));
      const endless = now < endlessUntil && !world.isHealed();
      const from = (endless ? (page - 1) % pages : page - 1) * pageSize;
      const plain = all.slice(from, from + pageSize);
      const rows = plain.length > 0 && world.strikes('duplicate-rows', 0.3) ? twice(plain) : plain;
      const bad = new Set(rows.filter((row) => isUnreadable(row) || world.strikes('schema-drift', 0.3)));
      return {
        reports: rows.filter((row) => !bad.has(row)),
        rejected: [...bad].map(reject),
        rowCount: rows.length,
        more: endless || from + pageSize < all.length,
      };
    },
    report(localId) {
      const row = model.rows.get(localId);
      return row === undefined || row.hiddenUntil > world.trueWall() ? null : versionAt(row, asOf());
    },
    carrying: (externalRef) => visible(0).filter((report) => report.externalRef === externalRef),
    isThere: (localId) => (model.rows.get(localId)?.hiddenUntil ?? Number.POSITIVE_INFINITY) <= world.trueWall(),
  };
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}
