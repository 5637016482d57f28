import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from './answer.ts';
import type { Operation } from './operation.ts';

/** A request, arrived completely. */
export interface SimulatedRequest {
  /** Values of the `:name` parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One call that a simulated system answers. Synchronous: what it brings about and its answer are one step. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Such as `/pengaduan/:id`; a part `:name` matches one part of a path. */
  readonly path: string;
  /** `null`: none of the contract, so neither recorded nor struck by faults. */
  readonly operation: Operation | null | ((query: URLSearchParams) => Operation);
  /** Answered without credentials. */
  readonly open?: true;
  readonly handle: (request: SimulatedRequest) => Answer;
}

export interface Match {
  readonly route: Route;
  readonly operation: Operation | null;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** Finds the route of a request by its method and target (path and query as on the request line); `null`: none. */
export function createRouter(routes: readonly Route[]): (method: string, target: string) => Match | null {
  const compiled = routes.map((route) => ({ route, parts: route.path.split('/') }));
  return (method, target) => {
    const queryAt = target.indexOf('?');
    const parts = (queryAt === -1 ? target : target.slice(0, queryAt)).split('/');
    for (const candidate of compiled) {
      if (candidate.route.method !== method) continue;
      const params = matchParts(candidate.parts, parts);
      if (params === null) continue;
      const query = new URLSearchParams(queryAt === -1 ? '' : target.slice(queryAt));
      const { operation } = candidate.route;
      return {
        route: candidate.route,
        operation: typeof operation === 'function' ? operation(query) : operation,
        params,
        query,
      };
    }
    return null;
  };
}

function matchParts(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (!expected.startsWith(':')) {
      if (part !== expected) return null;
      continue;
    }
    const value = decode(part);
    if (value === null || value === '') return null;
    params[expected.slice(1)] = value;
  }
  return params;
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
