export type EffectKind = 'upload' | 'create' | 'reject' | 'follow-up' | 'create-report' | 'write-back' | 'respond';

/**
 * One thing that a request brought about. The list of effects is the judge of "exactly once": it only grows, and it
 * holds what really happened, whatever answer the sender got.
 */
export interface Effect {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: EffectKind;
  /** The complaint (`create`, `reject`, `follow-up`), the report (`create-report`, `write-back`, `respond`) or the file (`upload`). */
  readonly id: number;
  /**
   * How the sender marked it: first line of the content (`create`), last line (`follow-up`), target institution
   * (`reject`), `external_ref` (`create-report`, `respond`), written fields as JSON (`write-back`), file name (`upload`).
   */
  readonly detail: string;
}
