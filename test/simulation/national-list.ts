import type { NationalListed, NationalListPage, NationalListQuery } from '../../src/national/national-system.ts';
import type { RejectedRow } from '../../src/report/rejected-row.ts';
import type { NationalComplaint, NationalModel } from './national-model.ts';
import { simConfig } from './sim-config.ts';
import type { SimWorld } from './sim-world.ts';

const PAGE_SIZE = 3;
const LAG_MAX_MS = 300_000;
const HALF_HOUR_MS = 1_800_000;
const NO_ONE = { name: null, email: null, phone: null };

/** The optional list of the simulated LAPOR!, as it shows it to one who asks: faults of reading strike here. */
export function nationalList(world: SimWorld, model: NationalModel) {
  const { random, plan } = world;
  const institutions = simConfig(plan, 0).maps.institutions;
  const passedOnTo = new Set(
    Object.values(institutions.byName)
      .filter(({ ours }) => !ours)
      .map(({ id }) => String(id)),
  );
  let endlessUntil = 0;

  function shown({ institutionId, sinceMs }: NationalListQuery): readonly NationalListed[] {
    const at = world.trueWall() - (world.strikes('stale-reads', 0.3) ? lag(world) : 0);
    return [...model.complaints.values()]
      .filter((complaint) => complaint.visibleAt <= at)
      .filter((complaint) => institutionId === null || !passedOnTo.has(complaint.institutionId ?? ''))
      .map((complaint) => toListed(complaint, at))
      .filter(({ updatedAt }) => updatedAt >= sinceMs)
      .sort((a, b) => a.updatedAt - b.updatedAt || Number(a.id) - Number(b.id));
  }

  /** An officer saves a complaint while others page: it moves to the end, and all behind it move up. */
  function disturb(): void {
    const all = [...model.complaints.values()];
    const one = all[Math.floor(random() * all.length)];
    if (one !== undefined) model.touch(one.id, world.trueWall());
  }

  return {
    page(query: NationalListQuery): NationalListPage {
      const now = world.trueWall();
      if (world.strikes('endless-pages', 0.1)) endlessUntil = now + HALF_HOUR_MS;
      if (query.page > 1 && world.strikes('paging-shift', 0.5)) disturb();
      const all = shown(query);
      const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
      const endless = now < endlessUntil && !world.isHealed();
      const from = (endless ? (query.page - 1) % pages : query.page - 1) * PAGE_SIZE;
      const plain = all.slice(from, from + PAGE_SIZE);
      const rows = world.strikes('duplicate-rows', 0.3) ? [...plain, ...plain.slice(-1)] : plain;
      const bad = new Set(rows.filter(() => world.strikes('schema-drift', 0.3)));
      return {
        reports: rows.filter((row) => !bad.has(row)),
        rejected: [...bad].map(reject),
        more: endless || from + PAGE_SIZE < all.length,
      };
    },
  };
}

/** When the list shows what is filed just now. */
export function listedFrom(world: SimWorld): number {
  return world.trueWall() + (world.strikes('index-lag') ? lag(world) : 0);
}

/** A late effect and this together end before anybody takes a report for absent. */
function lag({ random, plan }: SimWorld): number {
  return Math.floor(random() * Math.min(LAG_MAX_MS, plan.settleMs * 0.1));
}

function reject({ id, updatedAt }: NationalListed): RejectedRow {
  return { key: id, path: 'created_at', reason: 'type', fingerprint: `${id}:${updatedAt}` };
}

function toListed(
  { id, report, filedAt, log, statusName, institutionId }: NationalComplaint,
  at: number,
): NationalListed {
  const { title, content, anonymous, secret, reporter } = report;
  const moved = log.findLast((entry) => entry.at <= at)?.at ?? filedAt;
  return {
    id,
    title,
    text: content,
    statusName,
    classificationId: String(report.classificationId),
    categoryId: String(report.categoryId),
    institutionId,
    institutionName: null,
    incidentDate: report.incidentDate,
    location: null,
    privacy: { anonymous, secret },
    reporter: anonymous || reporter === null ? NO_ONE : reporter,
    attachments: [],
    createdAt: filedAt,
    updatedAt: Math.max(filedAt, moved),
  };
}
