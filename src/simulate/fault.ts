import * as z from 'zod';
import { OPERATIONS, SIDES } from './operation.ts';

/** What can go wrong with one request. "Effect" is what the request asks for: a new report, an answer, a status. */
const FAULT_KINDS = [
  /** Connecting is refused for `forMs`, once the matching request number `after` has been answered (0: at once). */
  'refuse',
  /** 422 with a message, no effect. */
  'reject',
  /** Effect, then the socket is destroyed. */
  'lost-answer',
  /** The socket is destroyed, no effect. */
  'lost-request',
  '500-before',
  '500-after',
  /** The gateway's 303001: the request never reached the application. */
  '503-suspended',
  /** Throttled with `Retry-After: <retryAfter>`, no effect. */
  '429',
  /** 200 with a maintenance page, no effect. */
  'html',
  /** 200 with a maintenance page, after the effect. */
  'html-after',
  /** Effect, 200 and JSON without any id. */
  'no-id',
  /** Effect, and half of the JSON under the Content-Length of the whole. */
  'truncated',
  /** Effect, and no answer; the socket stays open for `forMs`, or until the server stops. */
  'never-answered',
  /** Effect, and the gateway's 504. */
  '504-after',
  /** Credentials refused, no effect. */
  '401',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** One planned fault. It strikes `times` matching requests, after letting the first `after` of them pass. */
export const Fault = z.strictObject({
  side: z.enum(SIDES),
  operation: z.enum([...OPERATIONS, '*']),
  kind: z.enum(FAULT_KINDS),
  times: z.int().min(1).default(1),
  after: z.int().min(0).default(0),
  forMs: z.int().min(0).max(86_400_000).optional(),
  retryAfter: z.string().max(100).optional(),
});
export type Fault = z.output<typeof Fault>;
export type FaultInput = z.input<typeof Fault>;

/** The file of `jembatan simulate --faults FILE`. */
export const FaultList = z.array(Fault);
