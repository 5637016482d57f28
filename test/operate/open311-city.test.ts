import { describe, expect, it } from 'vitest';
import { API_KEY, openOpen311Server } from '../local/open311/open311-server.ts';
import { openCityHere } from './open-city-here.ts';

const NOTHING = { reports: 0, followUps: 0, rejects: 0 };

async function openOpen311City(more = '') {
  const city = await openCityHere({ policy: '' });
  const server = await openOpen311Server({ now: Date.now });
  const section = `local: { kind: open311, baseUrl: "${server.baseUrl}", apiKey: ${API_KEY}${more} }\n`;
  city.change((yaml) => yaml.replace(/^local:.*\n(?: .*\n)*/m, section));
  return { ...city, server };
}

describe('a city with an Open311 server', () => {
  it('is carried once, and hears of numbers and statuses', async () => {
    const { run, server, national } = await openOpen311City();
    const { id } = server.add({ description: 'Lubang besar di depan pasar.', name: 'Warga Contoh' });
    server.addUpdate({ requestId: id, status: 'OPEN', description: 'Akan ditinjau.' });
    server.add({ description: 'Lampu jalan padam.' });

    const first = await run(['run', '--once', '--json']);
    expect(JSON.parse(first.out)).toMatchObject({
      intake: { local: { seen: 2, new: 2, quarantined: 0 } },
      forward: { reports: 2, followUps: 1 },
      deliveries: { ready: 0, doubt: 0, parked: 0 },
      attention: [],
    });
    expect(national.world.complaints()).toHaveLength(2);

    // The answer moved the report on at LAPOR!, which is news.
    await run(['run', '--once', '--json']);
    const written = server.updates.length;
    const third = await run(['run', '--once', '--json']);
    expect(JSON.parse(third.out)).toMatchObject({
      forward: NOTHING,
      mirror: { reports: 0, statuses: 0, followUps: 0 },
    });
    expect(national.world.complaints()).toHaveLength(2);
    expect(server.updates).toHaveLength(written);
  }, 60_000);

  it('shows what is owed to a server that is to be read only, and is no failure for it', async () => {
    const { run, server } = await openOpen311City(', updates: false');
    server.add({ description: 'Lubang besar di depan pasar.' });
    const { code, out } = await run(['run', '--once', '--json']);
    expect({ code, attention: JSON.parse(out).attention }).toMatchObject({
      code: 0,
      attention: [{ kind: 'write-back', state: 'parked', reason: 'unsupported' }],
    });
    expect((await run(['parked'])).out).toContain('tidak dapat menerimanya');
    expect(server.updates).toEqual([]);
  }, 60_000);
});
