/**
 * What became of one request, decided by the transport alone and never by message text:
 * - `answered`: a complete HTTP answer arrived, whatever its status;
 * - `not-sent`: this request's own socket never connected (TLS: never finished its handshake), so no byte was received;
 * - `doubt`: everything else. The other side may or may not have acted.
 */
export type Exchange = Answered | NotSent | Doubt;

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded (gzip, deflate, br undone), complete body. */
  readonly body: Uint8Array;
}

export interface NotSent {
  readonly kind: 'not-sent';
  readonly cause: NotSentCause;
}

export interface Doubt {
  readonly kind: 'doubt';
  readonly cause: DoubtCause;
}

export type NotSentCause =
  | 'refused'
  | 'unreachable'
  | 'dns'
  | 'tls'
  | 'connect-timeout'
  | 'stopped'
  | 'forbidden-address';
export type DoubtCause = 'reset' | 'timeout' | 'stopped' | 'broken-answer' | 'answer-too-large' | 'proxy';

/** Why a read gave nothing to use. What happens next depends on this word only. */
export type ReadFailureKind = 'unreachable' | 'throttled' | 'unauthorized' | 'not-found' | 'refused' | 'malformed';

export interface ReadFailure {
  readonly kind: ReadFailureKind;
  /** HTTP status where there was an answer. */
  readonly status: number | null;
  /** A fixed word of ours (`tls`, `html`, `no-data`…), never text from outside. */
  readonly detail: string;
  readonly retryAfterMs: number | null;
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ReadFailure };

/** Why a write provably did not reach the application behind the answer (contract page, "Errors"). */
export type NotReachedCause = 'throttled' | 'suspended' | 'credentials' | 'blocked' | 'wrong-path';

/**
 * What became of one write:
 * - `done`: accepted; `value` is what the other side named;
 * - `not-sent` and `not-reached`: certainly not received, may be sent again;
 * - `refused`: received and refused for its content, a person decides;
 * - `doubt`: unknown, must be looked up before anything is sent again.
 */
export type SendResult<T> =
  | { readonly kind: 'done'; readonly value: T; readonly status: number }
  | { readonly kind: 'not-sent'; readonly cause: NotSentCause }
  | {
      readonly kind: 'not-reached';
      readonly cause: NotReachedCause;
      readonly status: number;
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: 'refused'; readonly status: number | null; readonly cause: RefusedCause }
  | { readonly kind: 'doubt'; readonly cause: SendDoubtCause; readonly status: number | null };

/**
 * `privacy`: the other side would show what is hidden; nothing was sent, and there is no status. `read-only`: the account of
 * a database may not write.
 */
export type RefusedCause = 'content' | 'not-found' | 'too-large' | 'privacy' | 'read-only';
export type SendDoubtCause =
  | DoubtCause
  | 'server-error'
  | 'redirect'
  | 'html'
  | 'no-id'
  | 'unreadable'
  | 'already-exists'
  | 'unexpected-status';
