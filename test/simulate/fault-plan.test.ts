import { describe, expect, it } from 'vitest';
import type { Fault, FaultInput } from '../../src/simulate/fault.ts';
import { FaultList } from '../../src/simulate/fault.ts';
import { createFaultPlan } from '../../src/simulate/fault-plan.ts';

function kindsOf(faults: readonly FaultInput[], requests: number): (string | null)[] {
  const plan = createFaultPlan(faults);
  return Array.from({ length: requests }, () => plan.take('national', 'create')?.kind ?? null);
}

describe('createFaultPlan()', () => {
  it('strikes once where nothing else is said', () => {
    expect(kindsOf([{ side: 'national', operation: 'create', kind: '429' }], 3)).toEqual(['429', null, null]);
  });

  it('lets `after` requests pass and strikes `times`', () => {
    const faults = [{ side: 'national', operation: 'create', kind: 'html', after: 2, times: 2 }] as const;
    expect(kindsOf(faults, 5)).toEqual([null, null, 'html', 'html', null]);
  });

  it('lets several faults follow one another', () => {
    const faults = [
      { side: 'national', operation: 'create', kind: 'lost-answer' },
      { side: 'national', operation: '*', kind: '500-after', times: 2 },
    ] as const;
    expect(kindsOf(faults, 4)).toEqual(['lost-answer', '500-after', '500-after', null]);
  });

  it('counts a request that another fault takes', () => {
    const faults = [
      { side: 'national', operation: 'create', kind: '429', times: 2 },
      { side: 'national', operation: 'create', kind: 'html', after: 2 },
    ] as const;
    expect(kindsOf(faults, 4)).toEqual(['429', '429', 'html', null]);
  });

  it('leaves other operations and the other side alone', () => {
    const plan = createFaultPlan([{ side: 'national', operation: 'create', kind: '429' }]);
    expect(plan.take('national', 'detail')).toBeNull();
    expect(plan.take('local', 'create')).toBeNull();
    expect(plan.take('national', 'create')?.kind).toBe('429');
  });

  it('takes a fault at run time', () => {
    const plan = createFaultPlan();
    expect(plan.take('local', 'list')).toBeNull();
    plan.add({ side: 'local', operation: '*', kind: '401' });
    expect(plan.take('local', 'list')?.kind).toBe('401');
  });

  it('gives a refusal together with the last request it lets pass', () => {
    const faults = [{ side: 'national', operation: 'create', kind: 'refuse', after: 2 }] as const;
    expect(kindsOf(faults, 4)).toEqual([null, 'refuse', null, null]);
  });

  it('hands a refusal that waits for nothing to the one who watches its side', () => {
    const plan = createFaultPlan([{ side: 'national', operation: '*', kind: 'refuse', forMs: 1 }]);
    const seen: Fault[] = [];
    const unwatch = plan.watchRefusals('national', (fault) => seen.push(fault));
    expect(seen.map(({ forMs }) => forMs)).toEqual([1]);
    plan.add({ side: 'national', operation: '*', kind: 'refuse', forMs: 2 });
    plan.add({ side: 'local', operation: '*', kind: 'refuse', forMs: 3 });
    expect(seen.map(({ forMs }) => forMs)).toEqual([1, 2]);
    unwatch();
    plan.add({ side: 'national', operation: '*', kind: 'refuse', forMs: 4 });
    expect(seen).toHaveLength(2);
  });
});

describe('FaultList', () => {
  it('fills in what is left out', () => {
    expect(FaultList.parse([{ side: 'local', operation: '*', kind: 'html' }])).toEqual([
      { side: 'local', operation: '*', kind: 'html', times: 1, after: 0 },
    ]);
  });

  it.each([
    ['an unknown kind', { side: 'local', operation: '*', kind: 'boom' }],
    ['an unknown operation', { side: 'local', operation: 'dance', kind: 'html' }],
    ['an unknown side', { side: 'moon', operation: '*', kind: 'html' }],
    ['no times', { side: 'local', operation: '*', kind: 'html', times: 0 }],
    ['a slip in a name', { side: 'local', operation: '*', kind: 'html', time: 2 }],
  ])('refuses %s', (_what, fault) => {
    expect(FaultList.safeParse([fault]).success).toBe(false);
  });
});
