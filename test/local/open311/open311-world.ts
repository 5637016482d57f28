export interface ServerRequest {
  id: string;
  serviceCode: string;
  status: string;
  description: string;
  title: string | null;
  address: string | null;
  media: string | null;
  /** As it is shown, in place of the time. */
  spoiled: boolean;
  at: number;
  changedAt: number;
  name: string | null;
}

export interface ServerUpdate {
  readonly id: string;
  readonly requestId: string;
  readonly status: string;
  readonly description: string;
  readonly at: number;
}

/** What a city's server holds, and what people do there. */
export interface Open311World {
  readonly requests: Map<string, ServerRequest>;
  readonly updates: ServerUpdate[];
  readonly files: Map<string, Uint8Array>;
  add(row: Partial<ServerRequest>): ServerRequest;
  addUpdate(row: Omit<ServerUpdate, 'id' | 'at'>): ServerUpdate;
}

export function createOpen311World(now: () => number): Open311World {
  const requests = new Map<string, ServerRequest>();
  const updates: ServerUpdate[] = [];
  let lastId = 1000;
  return {
    requests,
    updates,
    files: new Map(),
    add(row) {
      lastId += 1;
      const id = String(lastId);
      const request = { ...EMPTY, id, at: now(), changedAt: now(), ...row };
      requests.set(id, request);
      return request;
    },
    addUpdate(row) {
      const update = { ...row, id: String(updates.length + 1), at: now() };
      updates.push(update);
      const request = requests.get(row.requestId);
      if (request !== undefined) Object.assign(request, { status: row.status.toLowerCase(), changedAt: now() });
      return update;
    },
  };
}

const EMPTY = {
  serviceCode: 'JALAN',
  status: 'open',
  description: '',
  title: null,
  address: null,
  media: null,
  spoiled: false,
  name: null,
};
