import { describe, expect, it } from 'vitest';
import { type CreateTurns, createTurns } from '../../src/lane/create-turns.ts';
import type { CreatesState } from '../../src/ledger/side.ts';

function makeTurns(): { turns: CreateTurns; mode: { creates: CreatesState } } {
  const mode: { creates: CreatesState } = { creates: 'open' };
  return { turns: createTurns({ creates: () => mode.creates }), mode };
}

const create = (id: number) => ({ id, kind: 'create' }) as const;
const REJECT = { id: 99, kind: 'reject' } as const;

describe('createTurns()', () => {
  it('lets all creates go while they are open', () => {
    const { turns } = makeTurns();

    expect([1, 2, 3].map((id) => turns.take(create(id)))).toEqual(['taken', 'taken', 'taken']);
    expect([1, 2, 3].map((id) => turns.admit(create(id)))).toEqual([true, true, true]);
  });

  it('takes and admits one at a time in single', () => {
    const { turns, mode } = makeTurns();
    mode.creates = 'single';

    expect([turns.take(create(1)), turns.take(create(2))]).toEqual(['taken', 'later']);
    expect(turns.admit(create(1))).toBe(true);
    turns.finish(create(1));
    expect(turns.take(create(2))).toBe('taken');
    expect(turns.admit(create(2))).toBe(true);
  });

  it('admits one of those taken before they had to go singly', () => {
    const { turns, mode } = makeTurns();
    for (const id of [1, 2, 3]) turns.take(create(id));
    mode.creates = 'single';

    expect([turns.admit(create(2)), turns.admit(create(1))]).toEqual([true, false]);
    turns.finish(create(1));
    expect(turns.admit(create(3))).toBe(false);
    turns.finish(create(2));
    expect(turns.admit(create(3))).toBe(true);
  });

  it('takes and admits none while they are stopped, not even one in hand', () => {
    const { turns, mode } = makeTurns();
    turns.take(create(1));
    mode.creates = 'stopped';

    expect(turns.take(create(2))).toBe('barred');
    expect(turns.admit(create(1))).toBe(false);
  });

  it.each(['open', 'single', 'stopped'] as const)('lets everything else go while creates are %s', (creates) => {
    const { turns, mode } = makeTurns();
    turns.take(create(1));
    turns.admit(create(1));
    mode.creates = creates;

    expect(turns.take(REJECT)).toBe('taken');
    expect(turns.admit(REJECT)).toBe(true);
    turns.finish(REJECT);
  });
});
