import type { HttpRequest } from '../../http/http-client.ts';
import { readJson } from '../../http/read-json.ts';
import { compareShape, type ShapeDrift } from './compare-shape.ts';
import { CONTRACT_SHAPES } from './contract-shapes.ts';
import type { LaporV3Parts } from './create-lapor-v3.ts';

export type ContractCall = keyof typeof CONTRACT_SHAPES;

/** One answer of LAPOR!, beside what the contract page says of it. */
export interface ContractReading {
  readonly call: ContractCall;
  readonly drifts: readonly ShapeDrift[];
  /** A fixed word where there was no answer to compare; `null`: there was. */
  readonly failure: string | null;
  /** Names of statuses that the answer has, verbatim. */
  readonly statuses: readonly string[];
}

export interface ContractQuestion {
  /** A report whose answer and follow-ups are asked for; `null`: neither is. */
  readonly nationalId: string | null;
  /** Rows of the list that changed since, as ISO 8601. */
  readonly updatedSince: string;
  readonly institutionId: number;
}

/** Asks LAPOR! for one page of everything that can be read, and compares it with the contract page. Writes nothing. */
export async function readContract(
  { client, options, clock, random }: LaporV3Parts,
  { nationalId, updatedSince, institutionId }: ContractQuestion,
  stop: AbortSignal,
): Promise<readonly ContractReading[]> {
  const complaint = nationalId === null ? null : `/complaints/${encodeURIComponent(nationalId)}`;
  const readings: ContractReading[] = [];
  const ask = async (call: ContractCall, path: string, query: HttpRequest['query'] = {}) => {
    const answer = await readJson({ client, request: { path, query, stop }, clock, random, keepFlaws: true });
    readings.push(
      answer.ok
        ? {
            call,
            failure: null,
            drifts: compareShape(CONTRACT_SHAPES[call], answer.value),
            statuses: statusesOf(answer.value),
          }
        : { call, failure: answer.failure.detail, drifts: [], statuses: [] },
    );
  };
  await ask('E1', '/masters/institutions/external', { page_size: 100, page: 1 });
  await ask('E2', '/masters/templates', { page_size: 1_000 });
  if (complaint !== null) {
    await ask('E6', `${complaint}/complaint`);
    await ask('E7', `${complaint}/followups`, { page: 1 });
  }
  if (options.paths.list !== null) {
    const query = { institution_id: institutionId, updated_since: updatedSince, page: 1, page_size: 100 };
    await ask('list', options.paths.list, query);
  }
  return readings;
}

/** `status_name` of the report, or of each row. */
function statusesOf(answer: unknown): readonly string[] {
  const { data } = Object((answer as { readonly results?: unknown } | null)?.results);
  const rows: readonly unknown[] = Array.isArray(data) ? data : [data];
  const names = rows.map((row) => Object(row).status_name as unknown);
  return [...new Set(names.filter((name): name is string => typeof name === 'string'))];
}
