import type { LocalRow } from './local-model.ts';
import type { Models } from './models.ts';
import type { SimWorld } from './sim-world.ts';

/** Staff type a report into LAPOR! themselves, without a reference of ours. Gives its number. */
export function fileByHand(world: SimWorld, { national }: Models, row: LocalRow): string {
  return national.file(typedIn(row), world.trueWall(), { byHandFor: row.localId }).id;
}

function typedIn(row: LocalRow) {
  return {
    title: 'Diketik petugas',
    content: `Diketik petugas untuk ${row.localId}`,
    classificationId: 1,
    categoryId: 1,
    institutionId: 1,
    incidentDate: '2026-06-29',
    anonymous: true,
    secret: true,
    attachmentIds: [],
    reporter: null,
  };
}
