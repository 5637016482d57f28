import type { Side } from './delivery.ts';

/** How a finding is mended: a write-back is owed again, LAPOR! is asked again, all rows are read, or it is planned again. */
export type Mend = 'write-back' | 'poll' | 'compare' | 'plan';

/**
 * Everything that a comparison of both sides with the ledger can find. `needs`: `nobody` (it is read by itself in its time),
 * `mend` (safe to mend: `reconcile --repair`), or a `person`.
 */
export const FINDINGS = {
  /** A row that lies behind what was read, and that the ledger does not know. */
  'unknown-here': { side: 'local', needs: 'mend', mend: 'compare' },
  /** It changed without saying so: no reading noticed. */
  'changed-here': { side: 'local', needs: 'mend', mend: 'compare' },
  /** Known, on the way to nowhere, and nobody was told. */
  unowed: { side: 'local', needs: 'mend', mend: 'plan' },
  'number-missing-here': { side: 'local', needs: 'mend', mend: 'write-back' },
  'number-differs-here': { side: 'local', needs: 'person', mend: null },
  'status-differs-here': { side: 'local', needs: 'mend', mend: 'write-back' },
  'answers-missing-here': { side: 'local', needs: 'person', mend: null },
  /** Gone from the city's application, without a number. */
  'gone-here': { side: 'local', needs: 'person', mend: null },
  /** The same, and LAPOR! has it still. */
  'orphan-there': { side: 'national', needs: 'person', mend: null },
  'gone-there': { side: 'national', needs: 'person', mend: null },
  /** Made here by the bridge, and LAPOR! has it no longer. */
  'orphan-here': { side: 'local', needs: 'person', mend: null },
  'status-differs-there': { side: 'national', needs: 'nobody', mend: 'poll' },
  'answers-unread-there': { side: 'national', needs: 'nobody', mend: 'poll' },
  'answers-missing-there': { side: 'national', needs: 'person', mend: null },
  'unreadable-there': { side: 'national', needs: 'person', mend: null },
  /** In LAPOR!'s list of our institution, and nobody here knows it. */
  'unknown-there': { side: 'national', needs: 'person', mend: null },
  /** Its first line is our reference, and the ledger knows it under another number, or none. */
  'reference-there': { side: 'national', needs: 'person', mend: null },
} as const satisfies Record<
  string,
  { readonly side: Side; readonly needs: 'nobody' | 'mend' | 'person'; readonly mend: Mend | null }
>;
export type FindingKind = keyof typeof FINDINGS;

/** One thing that differs, with its evidence: ids, status names and numbers of answers, never a citizen's text. */
export interface Finding {
  readonly kind: FindingKind;
  readonly localId: string | null;
  readonly nationalId: string | null;
  /** What the city's side, or the ledger, has. */
  readonly here: string | null;
  /** What LAPOR!, or the row, has. */
  readonly there: string | null;
}

/** Where each row of the city's side is. */
export const PLACES = ['both', 'waiting', 'older', 'deleted', 'fresh', 'apart', 'found'] as const;
/**
 * `both`: at LAPOR!, too; `waiting`: on its way, or stuck and told; `older`: than `policy.since`; `fresh`: since the last
 * reading; `apart`: cannot be read; `found`: none of these, which is a finding.
 */
export type Place = (typeof PLACES)[number];

export type PlaceCounts = Readonly<Record<Place, number>>;

/** A comparison under way, or the last one. Times are epoch milliseconds. */
export interface Reconciliation {
  readonly beganAt: number;
  readonly completedAt: number | null;
  /** Where each row of the city is; `null` until its list was read to a proven end. */
  readonly places: PlaceCounts | null;
  /** Rows of LAPOR!'s list; `null` where there is none, or it was not read to its end yet. */
  readonly listed: number | null;
  readonly listDone: boolean;
  /** Reports of the ledger up to this id were compared with LAPOR!. */
  readonly afterCaseId: number;
  readonly compared: number;
  readonly findings: readonly Finding[];
}

export function newReconciliation(beganAt: number): Reconciliation {
  return {
    beganAt,
    completedAt: null,
    places: null,
    listed: null,
    listDone: false,
    afterCaseId: 0,
    compared: 0,
    findings: [],
  };
}
