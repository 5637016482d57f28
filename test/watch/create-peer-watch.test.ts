import { expect, it } from 'vitest';
import { createPeerWatch } from '../../src/watch/create-peer-watch.ts';

it('keeps the best clock of a round, the last certificate, and both until something newer is seen', () => {
  const watch = createPeerWatch();
  expect(watch.take('local')).toEqual({ skewMs: null, certificateEndsAt: null });
  watch.observe('local', { clockMs: 700_000, certificateEndsAt: 9 }, 100_500);
  watch.observe('local', { clockMs: 100_000, certificateEndsAt: null }, 100_500);
  watch.observe('local', { clockMs: 0, certificateEndsAt: null }, 100_500);
  expect(watch.take('local')).toEqual({ skewMs: 0, certificateEndsAt: 9 });
  expect(watch.take('local')).toEqual({ skewMs: 0, certificateEndsAt: 9 });

  watch.observe('local', { clockMs: 700_000, certificateEndsAt: 8 }, 100_500);

  expect(watch.take('local')).toEqual({ skewMs: 600_000, certificateEndsAt: 8 });
  expect(watch.take('national')).toEqual({ skewMs: null, certificateEndsAt: null });
});
