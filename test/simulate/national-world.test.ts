import { describe, expect, it } from 'vitest';
import type { NationalComplaint } from '../../src/simulate/national-complaint.ts';
import { createNationalState } from '../../src/simulate/national-state.ts';
import { createNationalWorld, type NationalWorld } from '../../src/simulate/national-world.ts';

const CITY = { id: 151345, name: 'Kota Contoh' };
const PROVINCE = { id: 12838, name: 'Provinsi Contoh' };

function newWorld(): NationalWorld {
  const now = (): number => Date.UTC(2026, 6, 1);
  return createNationalWorld(createNationalState({ now, zone: 'Asia/Jakarta', institutions: [CITY, PROVINCE] }), CITY);
}

function afterActs(...acts: ((world: NationalWorld, id: number) => NationalComplaint)[]): NationalComplaint {
  const world = newWorld();
  let complaint = world.fileCitizenReport({ title: 'a', content: 'b' });
  for (const act of acts) complaint = act(world, complaint.id);
  return complaint;
}

describe('createNationalWorld()', () => {
  it.each([
    ['verify', 'Terverifikasi'],
    ['postpone', 'Tertunda'],
    ['close', 'Selesai'],
    ['archive', 'Diarsipkan'],
    ['reopen', 'Dalam Proses'],
  ] as const)('%s brings a complaint to %s and logs it', (act, statusName) => {
    const complaint = afterActs((world, id) => world[act](id));
    expect(complaint).toMatchObject({
      statusName,
      logs: [{ statusOld: 'Belum Terverifikasi', statusNew: statusName }],
    });
  });

  it('disposes, and shows it among the follow-ups only with a note', () => {
    const silent = afterActs((world, id) => world.dispose(id, 12838));
    expect(silent).toMatchObject({
      statusName: 'Terverifikasi',
      disposition: PROVINCE,
      logs: [{ from: CITY, to: PROVINCE }],
      followUps: [],
    });
    const noted = afterActs((world, id) => world.dispose(id, 12838, 'Mohon ditindaklanjuti'));
    expect(noted.followUps).toMatchObject([
      { templateCode: 'disposition', content: 'Mohon ditindaklanjuti', from: CITY, to: PROVINCE, received: null },
    ]);
  });

  it('answers in the name of the institution in charge', () => {
    const complaint = afterActs(
      (world, id) => world.dispose(id, 12838),
      (world, id) => world.answer(id, '<b>Selesai</b>', [{ fileName: 'a.PDF', bytes: Buffer.from([1]) }]),
    );
    expect(complaint).toMatchObject({
      statusName: 'Dalam Proses',
      followUps: [
        { from: PROVINCE, content: '<b>Selesai</b>', attachments: [{ fileName: 'a.PDF', extension: 'pdf' }] },
      ],
    });
    expect(complaint.logs).toHaveLength(2);
  });

  it('leaves a closed complaint closed when it is answered', () => {
    const complaint = afterActs(
      (world, id) => world.close(id),
      (world, id) => world.answer(id, 'lagi'),
    );
    expect(complaint.statusName).toBe('Selesai');
  });

  it.each([
    [undefined, null],
    [12838, PROVINCE],
    [99, { id: 99, name: 'Instansi 99' }],
  ])('returns it as not its authority, to %s', (institutionId, disposition) => {
    const complaint = afterActs(
      (world, id) => world.dispose(id, CITY.id),
      (world, id) => world.returnAsNotAuthority(id, institutionId),
    );
    expect(complaint).toMatchObject({ statusName: 'Belum Terverifikasi', disposition });
    expect(complaint.logs.at(-1)).toMatchObject({ from: CITY, to: disposition });
  });

  it('takes a status that nobody knows', () => {
    expect(afterActs((world, id) => world.setStatus(id, 'Menunggu Hujan')).statusName).toBe('Menunggu Hujan');
  });

  it('notes no effect for what people do, and throws for a complaint that there is not', () => {
    const world = newWorld();
    world.verify(world.fileCitizenReport({ title: 'a', content: 'b' }).id);
    expect(world.effects).toEqual([]);
    expect(world.complaint(7)).toBeNull();
    expect(() => world.verify(7)).toThrow('no complaint 7');
  });
});
