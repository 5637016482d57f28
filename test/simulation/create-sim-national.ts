import type { NationalSystem } from '../../src/national/national-system.ts';
import { listedFrom, nationalList } from './national-list.ts';
import type { NationalComplaint, NationalModel } from './national-model.ts';
import { nationalViews } from './national-views.ts';
import { localIdOf, referenceOf } from './reference-of.ts';
import type { SimNetwork } from './sim-network.ts';
import type { SimWorld } from './sim-world.ts';

const LAG_MAX_MS = 600_000;

/** The port to the simulated LAPOR!, over the simulated network. Where it has no list a create in doubt cannot be looked up. */
export function createSimNational(world: SimWorld, model: NationalModel, network: SimNetwork): NationalSystem {
  const find = (id: string) => {
    const complaint = model.complaints.get(id);
    if (complaint === undefined) throw new Error(`the bridge asked for ${id}, which LAPOR! never gave`);
    return complaint;
  };
  const subjectOf = ({ id, byHandFor, isBornThere, reference }: NationalComplaint) =>
    isBornThere ? id : (byHandFor ?? localIdOf(reference));
  const written = (operation: string, id: string) => ({ operation, subject: subjectOf(find(id)) });
  /** Whoever looks twice into the list sees that an earlier one is not there; whether it was, is another's to judge (I2). */
  const lookedUp = (localId: string) => {
    const ours = model.find(referenceOf(localId)).filter(({ byHandFor }) => byHandFor === null);
    if (ours.length === 0) world.filings.saidAbsent(localId);
  };
  const views = nationalViews(world);
  const list = nationalList(world, model);
  const hasList = world.plan.rates.list !== undefined;
  return {
    gate: network.gate,
    listInbox: hasList ? (query) => network.read('list', () => list.page(query)) : null,
    ping: () => network.read('ping', () => null),
    institutions: () => network.read('institutions', () => [{ id: '151345', name: 'Pemerintah Kota' }]),
    detail: (id) => network.read('detail', () => views.detail(find(id))),
    answers: (id) => network.read('answers', () => views.answers(find(id))),
    upload: (files) => network.read('upload', () => files.map((file) => model.store(file))),
    async create(report, context) {
      const subject = localIdOf(report.content.split('\n')[0] ?? '');
      if (hasList) lookedUp(subject);
      world.filings.begin(subject, report.secret);
      const result = await network.write({ operation: 'create', subject }, context, () => {
        const complaint = model.file(report, world.trueWall(), { visibleAt: hasList ? listedFrom(world) : 0 });
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
