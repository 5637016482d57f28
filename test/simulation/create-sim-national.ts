import type { NationalSystem } from '../../src/national/national-system.ts';
import { fingerprint } from '../../src/report/fingerprint.ts';
import type { NationalModel } from './national-model.ts';
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
  return {
    gate: network.gate,
    listInbox: null,
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
    upload: (files) => network.read('upload', () => files.map((file) => model.store(file))),
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
