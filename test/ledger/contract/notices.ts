import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/ledger/notice.ts';
import type { Scene } from '../make-scene.ts';

const HOUR_MS = 3_600_000;
const AWAY: Finding = { key: 'side:national', event: 'silent', subject: null };
const STUCK: Finding = { key: 'delivery:7', event: 'parked', subject: '1042' };

/** What one channel is to be told, by key, and the way to tell it. */
function openNotices({ ledger }: Scene) {
  const read = (at: number, channel: string) => ledger.noticesToTell(channel, ['parked', 'silent'], at);
  return {
    ledger,
    due: async (at: number, channel = 'webhook:a') => {
      const told = await read(at, channel);
      const standing = told.standing.map(({ key, again }) => `${key}${again ? ' again' : ''}`);
      return { standing, over: told.over.map(({ key }) => key) };
    },
    tell: async (at: number, channel = 'webhook:a') => await ledger.noteTold(channel, await read(at, channel), at),
  };
}

export function noticesContract(makeScene: () => Scene): void {
  beginnings(makeScene);
  endings(makeScene);
}

function beginnings(makeScene: () => Scene): void {
  describe('a notice', () => {
    it('is told once on each channel, in the order in which it began', async () => {
      const { ledger, due, tell } = openNotices(makeScene());
      await ledger.reviewNotices([AWAY], 1_000);
      await ledger.reviewNotices([STUCK, AWAY], 2_000);
      expect(await due(2_000)).toEqual({ standing: ['side:national', 'delivery:7'], over: [] });

      await tell(2_000);
      await ledger.reviewNotices([STUCK, AWAY], 3_000);

      expect(await due(3_000)).toEqual({ standing: [], over: [] });
      expect((await due(3_000, 'smtp:b')).standing).toEqual(['side:national', 'delivery:7']);
    });

    it('is not for a channel that did not ask for it', async () => {
      const { ledger } = openNotices(makeScene());
      await ledger.reviewNotices([AWAY, STUCK], 1_000);
      const { standing } = await ledger.noticesToTell('webhook:a', ['late', 'parked'], 1_000);
      expect(standing.map(({ key }) => key)).toEqual(['delivery:7']);
    });

    it('is told again after its time, and when it is over, and then no more', async () => {
      const { ledger, due, tell } = openNotices(makeScene());
      await ledger.reviewNotices([AWAY, STUCK], 0);
      await tell(0);
      expect((await due(6 * HOUR_MS)).standing).toEqual(['side:national again']);
      expect((await due(24 * HOUR_MS)).standing).toEqual(['delivery:7 again', 'side:national again']);

      await ledger.reviewNotices([STUCK], 7 * HOUR_MS);
      expect(await due(7 * HOUR_MS)).toEqual({ standing: [], over: ['side:national'] });
      await tell(7 * HOUR_MS);
      expect(await due(8 * HOUR_MS)).toEqual({ standing: [], over: [] });
    });
  });
}

function endings(makeScene: () => Scene): void {
  describe('a notice, later on', () => {
    it('that was over before anybody was told is told to nobody', async () => {
      const { ledger, due } = openNotices(makeScene());
      await ledger.reviewNotices([AWAY], 0);
      await ledger.reviewNotices([], 1_000);
      expect(await due(2_000)).toEqual({ standing: [], over: [] });
    });

    it('that comes back is told anew, and forgotten a week after it was over', async () => {
      const { ledger, due, tell } = openNotices(makeScene());
      await ledger.reviewNotices([AWAY], 0);
      await tell(0);
      await ledger.reviewNotices([], 1_000);
      await ledger.reviewNotices([AWAY], 2_000);
      expect((await due(2_000)).standing).toEqual(['side:national']);

      await tell(2_000);
      await ledger.reviewNotices([], 3_000);
      await ledger.reviewNotices([], 3_000 + 7 * 24 * HOUR_MS);
      expect(await due(9e9)).toEqual({ standing: [], over: [] });
    });

    it('that somebody has in hand is not told before that is over', async () => {
      const { ledger, due } = openNotices(makeScene());
      await ledger.reviewNotices([STUCK, AWAY], 0);
      const hand = { until: HOUR_MS, owner: 'Sari', note: null, at: 7 };
      expect(await ledger.acknowledge({ ...hand, id: '1042' })).toBe(1);
      expect(await ledger.acknowledge({ ...hand, id: 'side:national' })).toBe(1);
      expect(await ledger.acknowledge({ ...hand, id: '1043' })).toBe(0);

      expect((await due(HOUR_MS - 1)).standing).toEqual([]);
      expect((await due(HOUR_MS)).standing).toEqual(['delivery:7', 'side:national']);
    });
  });
}
