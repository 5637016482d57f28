import type { LocalRow } from './local-model.ts';
import { anotherThing, drawMatter, type Matter, neighbours, pick } from './matter.ts';
import type { Models } from './models.ts';
import { listedFrom } from './national-list.ts';
import type { NationalComplaint, Tie } from './national-model.ts';
import { referenceOf } from './reference-of.ts';
import { retell, retype } from './retype.ts';
import { STAFF, simConfig } from './sim-config.ts';
import type { SimWorld } from './sim-world.ts';

const HOUR_MS = 3_600_000;
const ALIKE_MAX = 2;
const TODAY = '2026-06-29';
const LAST_WEEK = '2026-06-20';

interface Scene {
  readonly world: SimWorld;
  readonly models: Models;
}

/** One more report at LAPOR!, as it was typed in there. */
interface Typed extends Omit<Matter, 'index' | 'who'> {
  readonly who: NonNullable<NationalComplaint['report']['reporter']>;
  /** `null`: it is of another matter. */
  readonly tie: Tie | null;
}

type Typing = (matter: Matter, random: () => number) => Typed;

/** Of one matter: by the citizen at both doors, by staff under their own account, in other words. */
const TWINS: readonly Typing[] = [bothDoors, bothDoors, byStaff, retold];
/** Of another one: somebody else's, of another day, of another thing in the same street. */
const LOOKALIKES: readonly Typing[] = [theirs, anotherDay, sameStreet];

/**
 * A matter comes to the city, where `file` makes it a report, and so does the same one, or what sounds like it, to LAPOR!:
 * before it or after it, or while the bridge cannot file.
 */
export function startTwins(scene: Scene, index: number, file: (matter: Matter) => LocalRow): void {
  const { world } = scene;
  const { random, time, plan } = world;
  const left = () => Math.max(0, plan.horizonMs - time.mono());
  const matter = drawMatter(index, random);
  const typings = drawTypings(world);
  const earlier = typings.filter(() => random() < 0.4);
  const there = earlier.map((typing) => fileThere(scene, typing(matter, random)));
  const laterMs = there.length === 0 ? 0 : Math.min(random() * 3 * HOUR_MS, left());
  time.at(time.mono() + laterMs, () => {
    const row = file(matter);
    for (const tieTo of there) tieTo(row);
    for (const typing of typings.filter((one) => !earlier.includes(one)))
      time.at(time.mono() + random() * left(), () => fileThere(scene, typing(matter, random))(row));
    if (isDrawn(world, 0.2)) time.at(time.mono() + random() * left(), () => withReference(scene, row, matter));
  });
}

function isDrawn(world: SimWorld, scale: number): boolean {
  return world.random() < (world.plan.rates.twins ?? 0) * scale;
}

function drawTypings(world: SimWorld): readonly Typing[] {
  return Array.from({ length: ALIKE_MAX }).flatMap(() => [
    ...(isDrawn(world, 0.5) ? [pick(TWINS, world.random)] : []),
    ...(isDrawn(world, 0.4) ? [pick(LOOKALIKES, world.random)] : []),
  ]) as readonly Typing[];
}

/** Gives the way to tie it to the report of the city, once there is one. */
function fileThere(scene: Scene, typed: Typed): (row: LocalRow) => void {
  const { world, models } = scene;
  world.hit(typed.tie === null ? 'F74' : 'F73');
  const how = { isBornThere: true, visibleAt: listedFrom(world) };
  const complaint = models.national.file(toReport(world, typed), world.trueWall(), how);
  return (row) => {
    if (typed.tie !== null) complaint.ties.set(row.localId, typed.tie);
  };
}

/** Staff copy the line that the bridge would have begun it with. */
function withReference({ world, models }: Scene, row: LocalRow, matter: Matter): void {
  world.hit('F73');
  const report = toReport(world, { ...matter, tie: null });
  const content = `${referenceOf(row.localId)}\n${report.content}`;
  const how = { byHandFor: row.localId, visibleAt: listedFrom(world) };
  models.national.file({ ...report, content }, world.trueWall(), how);
}

function toReport({ plan }: SimWorld, { text, who, incidentDate, privacy }: Typed): NationalComplaint['report'] {
  return {
    title: text.split(' ').slice(0, 2).join(' '),
    content: text,
    classificationId: 1,
    categoryId: 1,
    institutionId: simConfig(plan, 0).national.account.institutionId,
    incidentDate: incidentDate ?? TODAY,
    ...privacy,
    attachmentIds: [],
    reporter: who,
  };
}

function bothDoors(matter: Matter, random: () => number): Typed {
  const { anonymous, secret } = matter.privacy;
  const isAsPrivate = random() < 0.85;
  const privacy = isAsPrivate ? matter.privacy : { anonymous: !anonymous, secret };
  const tie = isAsPrivate && !anonymous ? 'certain' : 'near';
  const phone = `+62 ${matter.who.phone.slice(1)}`;
  const who = { ...matter.who, ...(random() < 0.5 ? { phone } : { name: `Bapak ${matter.who.name}` }) };
  return { ...matter, privacy, who, text: retype(matter.text, random), tie };
}

function byStaff(matter: Matter, random: () => number): Typed {
  const tie = matter.privacy.anonymous ? 'near' : 'certain';
  return { ...matter, who: STAFF, text: retype(matter.text, random), tie };
}

function retold(matter: Matter, random: () => number): Typed {
  return { ...matter, text: retell(matter.text, random), tie: 'near' };
}

function theirs(matter: Matter, random: () => number): Typed {
  const other = neighbours(matter);
  return { ...other, text: retype(other.text, random), tie: null };
}

/** Without a day of its own nobody could tell. */
function anotherDay(matter: Matter, random: () => number): Typed {
  if (matter.incidentDate === null) return sameStreet(matter, random);
  return { ...matter, text: retype(matter.text, random), incidentDate: LAST_WEEK, tie: null };
}

function sameStreet(matter: Matter, random: () => number): Typed {
  const other = anotherThing(matter);
  return { ...other, text: retype(other.text, random), tie: null };
}
