import { expect, it } from 'vitest';
import { openCityHere } from '../open-city-here.ts';

interface Told {
  readonly roundtrip: { nationalId: string | null; done: string[]; failed: { step: string; why: string } | null };
  readonly findings: { check: string; severity: string; meaning: string }[];
}

async function tripped(options: Parameters<typeof openCityHere>[0], args: readonly string[] = []) {
  const city = await openCityHere(options);
  const { code, out, err } = await city.run(['doctor', '--roundtrip', '--json', ...args]);
  return { city, code, err, told: (out === '' ? null : JSON.parse(out)) as Told | null };
}

it('files one test report on a sandbox, hidden from everybody, and finds it and its answer again', async () => {
  const { city, told } = await tripped({ environment: 'sandbox', list: true });
  expect(told?.roundtrip).toEqual({
    nationalId: expect.stringMatching(/^\d+$/),
    done: ['upload', 'create', 'read', 'list', 'answer', 'read-answer'],
    failed: null,
  });
  const [filed, ...others] = city.national.world.complaints();
  expect(others).toEqual([]);
  expect(filed).toMatchObject({ anonymous: true, secret: true });
  expect(filed?.content).toMatch(/^\[Ref: kota-uji-uji[0-9a-f]{8}\]\n/);
  expect(city.local.world.effects).toEqual([]);
}, 20_000);

it('says where the way ended', async () => {
  const { code, told } = await tripped({
    environment: 'sandbox',
    faults: [{ side: 'national', operation: 'create', kind: 'reject' }],
  });
  expect(told?.roundtrip).toMatchObject({
    nationalId: null,
    done: ['upload'],
    failed: { step: 'create', why: 'content' },
  });
  expect(told?.findings.filter(({ check }) => check === 'roundtrip')).toHaveLength(1);
  expect(code).toBe(1);
}, 20_000);

it('files nothing in production, unless the word is given', async () => {
  const refused = await tripped({});
  expect(refused).toMatchObject({ code: 2, told: null, err: expect.stringContaining('--production kota-uji') });
  expect(refused.city.national.world.complaints()).toEqual([]);
  expect(await tripped({}, ['--production', 'kota-lain'])).toMatchObject({ code: 2, told: null });

  const { told } = await tripped({}, ['--production', 'kota-uji']);

  expect(told?.roundtrip).toMatchObject({ done: ['upload', 'create', 'read', 'answer', 'read-answer'], failed: null });
}, 30_000);
