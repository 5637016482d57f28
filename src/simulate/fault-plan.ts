import { Fault, type FaultInput } from './fault.ts';
import type { Operation, Side } from './operation.ts';

/** The faults still to come, for both sides. */
export interface FaultPlan {
  /** The fault that strikes this request, if any. Counts the request for every fault it matches; the earliest one planned wins. */
  take(side: Side, operation: Operation): Fault | null;
  /** Plans another one. Throws a `ZodError` for a fault that is none. */
  add(fault: FaultInput): void;
  /** Hands over each refusal that waits for no request, now and whenever one is added. Gives the function that ends it. */
  watchRefusals(side: Side, refuse: (fault: Fault) => void): () => void;
}

interface Planned {
  readonly fault: Fault;
  toSkip: number;
  left: number;
}

/** A plan that holds `faults`, in order. Throws a `ZodError` for a fault that is none. */
export function createFaultPlan(faults: readonly FaultInput[] = []): FaultPlan {
  const planned = new Set<Planned>();
  const watchers = new Set<{ readonly side: Side; readonly refuse: (fault: Fault) => void }>();

  function add(input: FaultInput): void {
    const fault = Fault.parse(input);
    const watcher = [...watchers].find(({ side }) => side === fault.side && isImmediateRefusal(fault));
    if (watcher === undefined) planned.add({ fault, toSkip: fault.after, left: fault.times });
    else watcher.refuse(fault);
  }

  function take(side: Side, operation: Operation): Fault | null {
    let struck: Planned | null = null;
    for (const entry of planned) {
      if (!matches(entry.fault, side, operation) || !isReached(entry)) continue;
      struck ??= entry;
    }
    if (struck === null) return null;
    struck.left -= 1;
    if (struck.left === 0) planned.delete(struck);
    return struck.fault;
  }

  function watchRefusals(side: Side, refuse: (fault: Fault) => void): () => void {
    for (const entry of planned) {
      if (entry.fault.side !== side || !isImmediateRefusal(entry.fault)) continue;
      planned.delete(entry);
      refuse(entry.fault);
    }
    const watcher = { side, refuse };
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }

  for (const fault of faults) add(fault);
  return { take, add, watchRefusals };
}

function matches(fault: Fault, side: Side, operation: Operation): boolean {
  return fault.side === side && (fault.operation === '*' || fault.operation === operation);
}

/** Counts one matching request. A refusal strikes together with the last request it lets pass, to follow its answer. */
function isReached(entry: Planned): boolean {
  if (entry.toSkip === 0) return true;
  entry.toSkip -= 1;
  return entry.fault.kind === 'refuse' && entry.toSkip === 0;
}

function isImmediateRefusal(fault: Fault): boolean {
  return fault.kind === 'refuse' && fault.after === 0;
}
