import type { NationalListed } from '../national/national-system.ts';
import type { Privacy } from '../report/privacy.ts';
import type { AlarmKind } from './alarm.ts';
import type { Case } from './case.ts';
import type { Adopted, TwinCandidate, TwinNote } from './twin.ts';
import type { UnsettledCreate } from './verbs/unsettled-creates.ts';

/** What the ledger knows of a report that was just read from LAPOR!'s list. */
export interface ListedFacts {
  /** The case that carries its number. */
  readonly case: Case | null;
  /** Where its first line is a reference of ours: the case of that local id. */
  readonly named: Case | null;
  /** Reports of ours that may have arrived and have no number. */
  readonly unsettled: readonly UnsettledCreate[];
  /** Reports of ours that it may be, likest first; left out where nobody looked, because the row is known. */
  readonly twins?: readonly TwinCandidate[];
  /** When it was read. */
  readonly at?: number;
}

/** What a row of the list adds to the ledger, as data. */
export type ListedNews =
  /** Born there: it is owed to the local side. */
  | { readonly type: 'adopt'; readonly adopted: Adopted }
  /** It is a report of ours that LAPOR! has from somebody else: it gets this number, and nothing is filed. */
  | { readonly type: 'link-twin'; readonly caseId: number; readonly note: TwinNote; readonly adopted: Adopted | null }
  /** It may be one of these: it waits for a person, and so does what would file them. */
  | {
      readonly type: 'ask-twin';
      readonly caseIds: readonly number[];
      readonly notes: readonly TwinNote[];
      readonly adopted: Adopted | null;
    }
  /** It is, or may be, one that we filed under another number: it is not made here, or waits. */
  | {
      readonly type: 'twin-of';
      readonly caseId: number;
      readonly state: 'linked' | 'proposed';
      readonly note: TwinNote;
    }
  /** Edited before it was made locally. */
  | { readonly type: 'renew' }
  /** How it is worded there now, where it is here already. */
  | { readonly type: 'note-wording' }
  | { readonly type: 'raise-privacy'; readonly privacy: Privacy }
  /** It may be one of ours, and may not: it waits for a person. */
  | { readonly type: 'set-apart'; readonly reason: 'unknown-reference' | 'near-match' }
  | { readonly type: 'alarm'; readonly kind: AlarmKind; readonly caseId: number };

/** A row as read, with what is asked of the ledger about it. */
export interface ListedRow {
  readonly listed: NationalListed;
  /** Local id that its first line names as ours. */
  readonly namedId: string | null;
  /** Moves with its words. */
  readonly wording: string;
}
