import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Operated } from '../../src/ledger/verbs/operate.ts';
import type { Models } from './models.ts';
import type { NationalComplaint } from './national-model.ts';
import { referenceOf } from './reference-of.ts';
import type { SimWorld } from './sim-world.ts';

/** How many of a person's words on twins are wrong. */
const WRONG = 0.2;

interface Pair {
  readonly localId: string;
  readonly complaint: NationalComplaint;
}

/**
 * What a person says of reports that may be one (`twins`, `link`, `not-a-twin`, `unlink`): rarely at once, sometimes wrongly,
 * and sometimes unasked. Once all faults are over every pair is looked at, and what was said wrongly is taken back.
 */
export function createTwinWatch(world: SimWorld, { local, national }: Models) {
  const { random } = world;
  const isTrue = ({ localId, complaint }: Pair) => complaint.ties.has(localId);
  const isThorough = () => world.isHealed();

  async function look(ledger: Ledger): Promise<void> {
    for (const { state, localId, nationalId } of await ledger.readTwins()) {
      const complaint = national.complaints.get(nationalId);
      if (complaint === undefined) continue;
      const pair = { localId, complaint };
      if (state === 'proposed') await judge(ledger, pair);
      else if (isThorough() ? !isTrue(pair) : random() < (isTrue(pair) ? 0.05 : 0.4)) await part(ledger, pair);
    }
  }

  async function judge(ledger: Ledger, pair: Pair): Promise<void> {
    if (!isThorough() && random() < 0.7) return;
    const isOne = isThorough() || random() >= WRONG ? isTrue(pair) : !isTrue(pair);
    await (isOne ? join(ledger, pair) : tellApart(ledger, pair));
  }

  /** Somebody finds one on LAPOR!'s page that the bridge asked nobody about, and is not always right. */
  async function findUnasked(ledger: Ledger): Promise<void> {
    for (const complaint of national.complaints.values()) {
      if (!complaint.isBornThere || random() >= 0.05) continue;
      const ids = random() < WRONG ? [...local.rows.keys()] : [...complaint.ties.keys()];
      const localId = ids[Math.floor(random() * ids.length)];
      if (localId === undefined || local.rows.get(localId)?.externalRef !== null) continue;
      // What is there by our own reference is not looked for any further.
      if (national.find(referenceOf(localId)).length > 0) continue;
      await (random() < 0.8 ? join : tellApart)(ledger, { localId, complaint });
    }
  }

  async function join(ledger: Ledger, { localId, complaint }: Pair): Promise<void> {
    complaint.calledOne.add(localId);
    const at = world.wall();
    await say({ localId, complaint }, 'one', () => ledger.linkTwin({ local: localId, nationalId: complaint.id }, at));
  }

  async function tellApart(ledger: Ledger, { localId, complaint }: Pair): Promise<void> {
    const at = world.wall();
    await say({ localId, complaint }, 'two', () => ledger.rejectTwin({ local: localId, nationalId: complaint.id }, at));
  }

  async function part(ledger: Ledger, { localId, complaint }: Pair): Promise<void> {
    const id = random() < 0.5 ? localId : complaint.id;
    await say({ localId, complaint }, 'two', () => ledger.unlinkTwin(id, world.wall()));
  }

  /** Written down before it is carried out: the command can die after that. */
  async function say({ localId, complaint }: Pair, word: 'one' | 'two', act: () => Promise<Operated>): Promise<void> {
    const before = complaint.said.get(localId);
    complaint.said.set(localId, word);
    if ((await act()).ok) return world.hit('F75');
    if (before === undefined) complaint.said.delete(localId);
    else complaint.said.set(localId, before);
  }

  return {
    async act(ledger: Ledger): Promise<void> {
      if (world.plan.rates.twins === undefined) return;
      await look(ledger);
      if (!isThorough()) await findUnasked(ledger);
    },
  };
}
