import { type Answer, jsonAnswer } from './answer.ts';
import { FaultList } from './fault.ts';
import type { FaultPlan } from './fault-plan.ts';
import { readJson } from './read-json.ts';
import type { Route } from './router.ts';

/** What became of an act that somebody asked for by HTTP. */
export type ActResult =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'unknown-id' }
  | { readonly kind: 'malformed'; readonly message: string };

export interface Control {
  /** The whole world as JSON. */
  readonly state: () => unknown;
  readonly act: (body: Buffer) => ActResult;
  readonly faults: FaultPlan;
}

/** Lets a person or a test act in the simulated world with curl. Without credentials: the server listens on loopback only. */
export function controlRoutes({ state, act, faults }: Control): readonly Route[] {
  const common = { operation: null, open: true } as const;
  return [
    { ...common, method: 'GET', path: '/_simulate/state', handle: () => jsonAnswer(200, state()) },
    { ...common, method: 'POST', path: '/_simulate/act', handle: ({ body }) => actAnswer(act(body)) },
    { ...common, method: 'POST', path: '/_simulate/faults', handle: ({ body }) => addFaults(body, faults) },
  ];
}

function actAnswer(done: ActResult): Answer {
  switch (done.kind) {
    case 'done':
      return jsonAnswer(200, { ok: true, result: done.result });
    case 'unknown-id':
      return jsonAnswer(404, { ok: false, message: 'no such id' });
    case 'malformed':
      return malformed(done.message);
  }
}

/** Takes a list, as in the file of `--faults`. */
function addFaults(body: Buffer, plan: FaultPlan): Answer {
  const sent = readJson(body, FaultList);
  if (!sent.ok) return malformed(sent.message);
  for (const fault of sent.value) plan.add(fault);
  return jsonAnswer(200, { ok: true, result: sent.value });
}

function malformed(message: string): Answer {
  return jsonAnswer(422, { ok: false, message });
}
