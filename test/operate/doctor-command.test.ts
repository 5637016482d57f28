import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCityHere } from './open-city-here.ts';

type City = Awaited<ReturnType<typeof openCityHere>>;

const SOUND = 'default: { id: 151345, ours: true }\nPLN: { id: 151302, ours: false, aliases: [Listrik] }\n';

/** A city with a sound list of institutions, its own number, and a ledger. */
async function openSoundCity(institutions = SOUND): Promise<City> {
  const city = await openCityHere();
  writeFileSync(join(city.folder, 'institutions.yaml'), institutions);
  city.change((yaml) =>
    yaml
      .replace(/institutions: .*/, 'institutions: institutions.yaml')
      .replace('national:\n', 'national:\n  account: { userId: 77, institutionId: 151345, channel: 13 }\n'),
  );
  await city.run(['run', '--once']);
  return city;
}

async function examined(city: City) {
  const { code, out } = await city.run(['doctor', '--json']);
  const report = JSON.parse(out) as {
    findings: { check: string; severity: string; meaning: string; repair: string }[];
  };
  return {
    code,
    grave: report.findings.filter(({ check }) => check !== 'configuration' && check !== 'holidays'),
    report,
  };
}

it('finds nothing wrong with a sound city, and says what the promise rests on', async () => {
  const city = await openSoundCity();

  const { code, grave, report } = await examined(city);

  expect({ code, grave }).toEqual({ code: 0, grave: [] });
  expect(report).toMatchObject({
    assumptions: expect.arrayContaining([
      {
        name: 'disk',
        assumption: expect.stringContaining('ledger.head'),
        evidence: expect.stringContaining('satu rantai'),
      },
    ]),
    exit: 0,
  });
  const { out } = await city.run(['doctor']);
  expect(out).toContain('Janji jembatan bertumpu pada:');
  expect(out).toContain('! categories.yaml: entri');
}, 20_000);

it('names institutions that LAPOR! does not know, each once, and no placeholder', async () => {
  const city = await openSoundCity(
    `${SOUND}Lama: { id: 777, ours: true, aliases: [Usang] }\nBelum: { id: 9910001, ours: true }\n`,
  );

  const { code, grave } = await examined(city);

  expect(code).toBe(1);
  expect(grave).toEqual([
    {
      check: 'institutions',
      severity: 'error',
      meaning: 'LAPOR! tidak mengenal instansi 777 (Lama).',
      repair: expect.stringContaining('institutions.yaml'),
    },
  ]);
});

it('tells a side that cannot be reached from one that refuses the credentials', async () => {
  const city = await openSoundCity();
  await city.local.stop();
  const env = { RABEG_TOKEN: city.secrets.local, LAPOR_AUTH: 'salah', LAPOR_TOKEN: city.secrets.token };

  const { code, out } = await city.run(['doctor', '--json'], { env });

  expect(code).toBe(4);
  expect(
    JSON.parse(out).findings.filter(({ check }: { check: string }) => check === 'local' || check === 'national'),
  ).toMatchObject([
    { check: 'local', severity: 'unreachable', repair: expect.stringContaining('local.baseUrl') },
    { check: 'national', severity: 'error', repair: expect.stringContaining('national.headers') },
  ]);
}, 60_000);

it('says that there is no ledger yet, and that one is not to be used', async () => {
  const city = await openCityHere();
  expect((await examined(city)).grave).toMatchObject([{ check: 'ledger', severity: 'note' }]);
  await city.run(['run', '--once']);
  writeFileSync(join(city.folder, 'data', 'ledger.sqlite'), 'bukan basis data');

  const { code, grave } = await examined(city);

  expect(code).toBe(78);
  expect(grave).toMatchObject([{ check: 'ledger', severity: 'refused', meaning: expect.stringContaining('ledger') }]);
});
