/** What people read of `adopt`, `import` and `service`, in English; `{names}` are filled in. */
export const DOOR_PHRASES_EN = {
  'adopt.adopted':
    '{id}: adopted. The report is made in the city’s application with the next round, with its status and answers.',
  'adopt.completed': '{id}: has its words now; it is made in the city’s application with the next round.',
  'adopt.known': '{id}: known already; see `jembatan explain {id}`.',
  'adopt.own':
    '{id}: its first line is the reference of local report {localId}. If it is that report: `jembatan resolve {localId} --tracking {id}`.',
  'adopt.maybe-own':
    '{id}: it may be a local report that may have arrived ({localIds}). Look at LAPOR! first; if it is: `jembatan resolve <id> --tracking {id}`, if not: `jembatan adopt {id} --text-file <file with its text>`.',
  'adopt.not-ours': '{id}: lies with {institution}, which is no institution of this city by institutions.yaml.',
  'adopt.absent': '{id}: LAPOR! knows no such number.',
  'adopt.unreachable': '{id}: LAPOR! cannot be asked now ({reason}); try again later.',
  'adopt.no-text': 'The file {file} cannot be read or is empty.',
  'adopt.nowhere': 'none that it names',
  'import.title': 'Export {file}: {rows} rows',
  'import.adopted': 'new to the city, made in its application: {count}',
  'import.settled': 'local reports that may have arrived, and did: {count}',
  'import.known': 'known already: {count}',
  'import.older': 'older than policy.since: {count}',
  'import.elsewhere': 'of other institutions: {count}',
  'import.unplaced': 'of an institution that nobody knows (add it to institutions.yaml): {count}',
  'import.set-apart': 'for a person to look at (see `jembatan status`): {count}',
  'import.twice': 'same number as a row above: {count}',
  'import.rejected': 'rejected: {count}',
  'import.row': 'row {row}, {path}: {reason}',
  'import.dry': 'Nothing was written. If this is right: `jembatan import {file} --apply`.',
  'import.done':
    'Recorded. New reports are made in the city’s application with the next round; if they are unusually many, after `jembatan confirm`.',
  'import.unreadable': '{file} cannot be read as XLSX or CSV.',
  'import.no-headings': 'Headings not found: {missing}. Name yours under `import.columns` in the configuration.',
  'import.unreachable': 'LAPOR! cannot be asked for its institutions ({reason}); try again later.',
  'service.written': 'Written: {files}',
  'service.next':
    'Start it with `systemctl enable --now {unit}`; see how it goes with `sudo -u {user} jembatan status --config {config}`, its log with `journalctl -u {unit}`.',
  'service.root': 'This needs root: sudo. With --root <folder> the units are only written there.',
  'service.none': 'No unit of the bridge is installed.',
  'service.removed': 'Removed: {units}. Ledger, configuration and user stay.',
  'usage.next': 'See `{command}`.',
} as const;
