import type { NationalSystem } from '../../src/national/national-system.ts';
import type { NationalModel } from './national-model.ts';
import { nationalViews } from './national-views.ts';
import { localIdOf } from './reference-of.ts';
import type { SimNetwork } from './sim-network.ts';
import type { SimWorld } from './sim-world.ts';

const LAG_MAX_MS = 600_000;

/** The port to the simulated LAPOR!, over the simulated network. Has no list: a create in doubt cannot be looked up. */
export function createSimNational(world: SimWorld, model: NationalModel, network: SimNetwork): NationalSystem {
  const find = (id: string) => {
    const complaint = model.complaints.get(id);
    if (complaint === undefined) throw new Error(`the bridge asked for ${id}, which LAPOR! never gave`);
    return complaint;
  };
  const written = (operation: string, id: string) => ({
    operation,
    subject: find(id).byHandFor ?? localIdOf(find(id).reference),
  });
  const views = nationalViews(world);
  return {
    gate: network.gate,
    listInbox: null,
    ping: () => network.read('ping', () => null),
    institutions: () => network.read('institutions', () => []),
    detail: (id) => network.read('detail', () => views.detail(find(id))),
    answers: (id) => network.read('answers', () => views.answers(find(id))),
    upload: (files) => network.read('upload', () => files.map((file) => model.store(file))),
    async create(report, context) {
      const subject = localIdOf(report.content.split('\n')[0] ?? '');
      world.filings.begin(subject, report.secret);
      const result = await network.write({ operation: 'create', subject }, context, () => {
        const complaint = model.file(report, world.trueWall());
        world.trace(`filed ${complaint.reference} as ${complaint.id}`);
        return complaint.id;
      });
      world.filings.end(subject, result.kind);
      return result;
    },
    reject: (id, target, context) =>
      network.write(written('reject', id), context, () => {
        model.passOn(id, String(target), world.trueWall());
        return null;
      }),
    addFollowUp: ({ nationalId, content }, context) =>
      network.write(written('add-follow-up', nationalId), context, () => {
        const now = world.trueWall();
        const lagMs = world.strikes('index-lag') ? world.random() * Math.min(LAG_MAX_MS, world.plan.settleMs * 0.8) : 0;
        model.answer(nationalId, content, { at: now, visibleAt: now + lagMs, ours: true });
        return null;
      }),
    publicUrl: (id) => `https://lapor.example/${id}`,
    close: () => undefined,
  };
}
