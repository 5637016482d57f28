import { describe, expect, it } from 'vitest';
import { createSupervisor, type SupervisorOptions } from '../../src/watch/create-supervisor.ts';

function supervise(given: Partial<SupervisorOptions>) {
  const sent: string[] = [];
  const clock = { now: 0 };
  const supervisor = createSupervisor({
    ...{ socket: '/run/systemd/notify', watchdogUsec: '90000000', mono: () => clock.now, ...given },
    send: (state) => sent.push(state),
  });
  return { supervisor, sent, clock };
}

describe('createSupervisor()', () => {
  it('says nothing where nobody supervises', () => {
    const { supervisor, sent } = supervise({ socket: undefined });
    supervisor.ready();
    supervisor.alive();
    expect(sent).toEqual([]);
  });

  it.each([undefined, '0', ''])('says that it is ready, and no more where nobody watches: %j', (watchdogUsec) => {
    const { supervisor, sent } = supervise({ watchdogUsec });
    supervisor.ready();
    supervisor.alive();
    expect(sent).toEqual(['READY=1']);
  });

  it('passes on that it is alive three times in the span, however often it is told', () => {
    const { supervisor, sent, clock } = supervise({});
    for (; clock.now < 90_000; clock.now += 1_000) supervisor.alive();
    expect(sent).toEqual(['WATCHDOG=1', 'WATCHDOG=1', 'WATCHDOG=1']);
  });
});
