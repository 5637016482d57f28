import type { RECONCILE_PHRASES_ID } from './reconcile-phrases-id.ts';

/** What people read of `reconcile`, in English; `{names}` are filled in. */
export const RECONCILE_PHRASES_EN = {
  'reconcile.begins':
    'Comparing both sides with the ledger: {left} of {all} numbers at LAPOR! are not read yet, some {minutes} minutes at {perMinute} requests a minute. Nothing is written to either side.',
  'reconcile.asked': 'The daemon runs, and compares between its rounds; waiting for it for {minutes} minutes at most.',
  'reconcile.here':
    '{total} reports here: {both} at LAPOR!, too, {waiting} waiting, {older} older than policy.since, {deleted} deleted, {fresh} new since the last reading, {apart} unreadable, {found} unknown.',
  'reconcile.there': '{compared} of {all} numbers were read at LAPOR!.',
  'reconcile.listed': '{listed} reports of LAPOR!’s list were compared.',
  'reconcile.proven': 'All of them are accounted for: nothing was skipped.',
  'reconcile.soon': 'All of them are accounted for; {count} pieces of news are read by themselves in their turn.',
  'reconcile.findings': '{count} do not agree:',
  'reconcile.more': '… and {count} more; all of them with --json.',
  'reconcile.incomplete':
    'INCOMPLETE, which proves nothing: {why}. Run `jembatan reconcile` again; what was read is not read again.',
  'reconcile.why.cut': 'the time was up',
  'reconcile.why.local': 'the city’s side could not be read to its end',
  'reconcile.why.national': 'LAPOR! could not be read to its end',
  'reconcile.none': 'No comparison has come to its end yet.',
  'reconcile.at': 'The last comparison, {at}:',
  'reconcile.mended': '{count} were mended: written or read again with the next round.',
  'reconcile.braked':
    '{count} at once are too many to mend unasked: look at both sides first. If it is right so: `jembatan confirm`, then `jembatan reconcile --repair --last`.',
  'reconcile.head.kind': 'finding',
  'reconcile.head.local': 'local',
  'reconcile.head.national': 'LAPOR!',
  'reconcile.head.evidence': 'evidence',
  'reconcile.head.next': 'next',
  'reconcile.next.repair': 'jembatan reconcile --repair --last',
  'reconcile.next.nobody': 'nothing: it is read by itself',
  'reconcile.next.explain': 'jembatan explain {id}',
  'reconcile.next.adopt': 'jembatan adopt {nationalId}',
  'reconcile.next.reference':
    'look at LAPOR!; if it is that report: jembatan resolve {localId} --tracking {nationalId}',
  'reconcile.next.gone':
    'ask the owner of the application; if it was deleted on purpose: jembatan hold {id}, and end it at LAPOR!',
  'reconcile.next.gone-there': 'ask LAPOR! why {nationalId} is gone; jembatan explain {id}',
  'finding.unknown-here': 'never read by the bridge',
  'finding.changed-here': 'changed unnoticed',
  'finding.unowed': 'on the way to nowhere',
  'finding.number-missing-here': 'its LAPOR! number is gone here',
  'finding.number-differs-here': 'another LAPOR! number here',
  'finding.status-differs-here': 'the LAPOR! status here is not the one that was written',
  'finding.answers-missing-here': 'answers of LAPOR! are gone here',
  'finding.gone-here': 'gone from the city',
  'finding.orphan-there': 'gone from the city, still at LAPOR!',
  'finding.gone-there': 'gone from LAPOR!',
  'finding.orphan-here': 'made here, gone from LAPOR!',
  'finding.status-differs-there': 'the status at LAPOR! has moved',
  'finding.answers-unread-there': 'new answers at LAPOR!',
  'finding.answers-missing-there': 'answers are gone at LAPOR!',
  'finding.unreadable-there': 'cannot be read at LAPOR!',
  'finding.unknown-there': 'in LAPOR!’s list, unknown here',
  'finding.reference-there': 'carries the reference of a report of ours under another number',
  'next.mass-repair':
    'look at both sides first; if it is right so: jembatan confirm, then jembatan reconcile --repair --last',
  'next.reconciled': 'jembatan reconcile --last; mended by jembatan reconcile --repair --last',
} as const satisfies Record<keyof typeof RECONCILE_PHRASES_ID, string>;
