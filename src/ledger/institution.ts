/** An institution of LAPOR!, as its list told it last. */
export interface KnownInstitution {
  readonly id: string;
  readonly name: string;
  /** When the list was first read without it; `null`: it is there. */
  readonly goneAt: number | null;
}

/** What becomes of a reading of the list. */
export type InstitutionsDecision =
  /** Nothing of it is taken: it says far less than what is known. */
  | { readonly type: 'refuse' }
  /** `gone`: ids of all that it does not name any more; they are kept, and marked. */
  | { readonly type: 'take'; readonly gone: readonly string[] };
