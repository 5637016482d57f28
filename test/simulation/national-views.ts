import type { NationalAnswers, NationalDetail } from '../../src/national/national-system.ts';
import { fingerprint } from '../../src/report/fingerprint.ts';
import { FIRST_STATUS, type NationalComplaint } from './national-model.ts';
import type { SimWorld } from './sim-world.ts';

/** What the simulated LAPOR! shows to one who asks: faults of reading strike here. */
export function nationalViews(world: SimWorld) {
  return {
    detail: (complaint: NationalComplaint) => showDetail(world, complaint),
    answers: (complaint: NationalComplaint) => showAnswers(world, complaint),
  };
}

const STALE_MAX_MS = 600_000;

/** A complaint as E6 shows it, perhaps by a replica that lags behind. */
function showDetail(world: SimWorld, complaint: NationalComplaint): NationalDetail {
  const at = asOf(world);
  const log = complaint.log.filter((entry) => entry.at <= at);
  const statusName = log.findLast((entry) => entry.statusAfter !== null)?.statusAfter ?? FIRST_STATUS;
  const move = log.findLast((entry) => entry.toInstitutionId !== null || entry.fromInstitution !== null);
  const institutionId = move === undefined ? complaint.firstInstitutionId : move.toInstitutionId;
  const facts = { statusName, institutionId, log: log.map((entry) => entry.id) };
  return { statusName, institutionId, institutionName: null, log, fingerprint: fingerprint(facts) };
}

/** Its answers as E7 shows them: perhaps late, in any order, or twice. */
function showAnswers(world: SimWorld, complaint: NationalComplaint): NationalAnswers {
  const at = asOf(world);
  const answers = complaint.answers.filter((answer) => answer.visibleAt <= at);
  if (!world.strikes('disorder', 0.5)) return { answers, unreadable: 0 };
  const mixed = [...answers, ...answers.filter(() => world.random() < 0.3)]
    .map((answer) => ({ answer, place: world.random() }))
    .sort((a, b) => a.place - b.place);
  return { answers: mixed.map(({ answer }) => answer), unreadable: 0 };
}

function asOf(world: SimWorld): number {
  const now = world.trueWall();
  return world.strikes('stale-reads', 0.3)
    ? now - world.random() * Math.min(STALE_MAX_MS, world.plan.settleMs * 0.8)
    : now;
}
