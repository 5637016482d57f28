import type { PHRASES_ID } from './phrases-id.ts';

/** The same in English. */
export const PHRASES_EN = {
  'run.title': 'Run complete',
  'run.read': 'Read',
  'run.sent': 'Sent to LAPOR!',
  'run.written': 'Written to the local application',
  'run.local': '{seen} reports ({new} new, {changed} changed, {quarantined} unreadable)',
  'run.national': '{polled} cases asked for at LAPOR!, {changed} with news',
  'run.forward': '{reports} reports, {followUps} answers, {rejects} passed on',
  'run.mirror': '{statuses} statuses, {followUps} answers',
  'run.deliveries': 'Deliveries',
  'run.nothing-waits': 'Nothing waits for a person.',
  'run.attention': 'Needs attention ({count})',
  'run.plan': 'Plan (nothing was sent)',
  'run.plan.none': 'Nothing would be sent.',
  'run.side-down': '{side} could not be reached ({reason}); it is tried again by itself.',
  'run.side-paused': '{side} asked for a pause ({reason}); it goes on by itself.',
  'run.side-stopped': '{side} refuses our access ({reason}): check credentials and address in the configuration.',
  'run.creates-stopped': 'New reports to LAPOR! wait until that side has proved to work again.',
  'progress.local': 'reading the local application: {count}',
  'progress.national': 'asking LAPOR!: {count}',
  'progress.delivered': 'sending: {count}',
  'side.local': 'The local application',
  'side.national': 'LAPOR!',
  'status.cases': 'Cases: {open} open, {closed} closed, {late} late',
  'status.deliveries':
    'Deliveries: {ready} ready, {sending} sending, {doubt} in doubt, {parked} parked, {held} held, {done} done',
  'status.side': '{side}: {state}; last answered {lastOk}, last news {lastNew}',
  'status.oldest': 'Oldest open case: {hours} hours',
  'status.ledger': 'Ledger: {path} ({size} bytes), head {head}',
  'status.never': 'never',
  'state.up': 'up',
  'state.down': 'unreachable',
  'state.paused': 'paused',
  'state.stopped': 'refuses access',
  'column.report': 'Report',
  'column.tracking': 'LAPOR! number',
  'column.what': 'What',
  'column.part': 'Part',
  'column.state': 'State',
  'column.reason': 'Reason',
  'column.next': 'Next step',
  'parked.none': 'No delivery is parked, held or in doubt.',
  'explain.none': 'No case has the number {id}. Try a local id, a ticket number or a LAPOR! number.',
  'explain.case': 'Report {localId}, LAPOR! number {nationalId}',
  'explain.status': 'LAPOR! status: {national}; local status: {local}',
  'explain.privacy': 'Anonymous: {anonymous}; secret: {secret}',
  'explain.deliveries': 'Deliveries',
  'explain.messages': 'Answers',
  'explain.history': 'History',
  'explain.next': 'What to do',
  'history.attempt': 'attempt {number}',
  'history.number': 'number {number}',
  'history.operator': 'by an operator',
  'history.policy': 'by a rule',
  yes: 'yes',
  no: 'no',
  'done.resolve': '{id}: settled ({count} deliveries).',
  'done.retry': '{id}: will be sent again ({count} deliveries).',
  'done.hold': '{id}: held; nothing more is sent until `jembatan release {id}`.',
  'done.release': '{id}: released ({count} deliveries).',
  'done.confirm': '{count} deliveries that waited to be confirmed were released, {brakes} brakes let go.',
  'done.confirm-one': '{id}: seen ({count} alarms).',
  'refusal.no-such-case': '{id}: not known. Try a local id, a ticket number or a LAPOR! number.',
  'refusal.nothing-to-do': '{id}: nothing to do; see `jembatan explain {id}`.',
  'refusal.outcome-unknown':
    '{id}: it may have arrived. Look for it at LAPOR! first, then `jembatan resolve {id} --tracking <number>` or `--absent`.',
  'refusal.too-early':
    '{id}: it was sent only just now and may still turn up at LAPOR! within {minutes} minutes; sent again now it could be there twice. Look again later, or add --force if it certainly will not.',
  'refusal.number-taken': '{id}: another report has that number; see `jembatan explain {tracking}`.',
  'refusal.has-other-number': '{id}: this report has another number already; see `jembatan explain {id}`.',
  'config.problems': 'The configuration cannot be used yet ({count} problems):',
  'config.warnings': 'The configuration can be used, but look at this ({count}):',
  'config.missing': 'Make a configuration with `jembatan init`, or name its file with `--config`.',
  'config.unsupported': 'Not supported by this version: {what}.',
  locked:
    'The ledger {file} is held by another process{holder}. Stop that process first (systemctl stop jembatan) or wait for it; `jembatan status` works meanwhile.',
  'locked.holder': ' (pid {pid} on {host} since {since})',
  'init.written': 'Written: {files}',
  'init.exists': 'Existing, left alone: {files}',
  'init.next': 'Fill .env from .env.example and the numbers in the maps, then `jembatan run --once --dry-run`.',
  failed: 'Stopped by an error: {error}. No report is lost; run again.',
  'disk.full': 'The disk is full ({code}). Make room in {folder}, then run again. No report is lost.',
  'disk.busy': 'Another program has the ledger locked ({code}), such as sqlite3 or a backup. Close it, then run again.',
  disk: 'Storage failed ({code}). Check space and permissions of {folder}, then run again.',
  'key.missing': 'The key file {source} is missing.',
  'key.unreadable': 'The key from {source} cannot be read: it must be 32 bytes as 64 hexadecimal digits or base64.',
  'key.loose-mode': 'The key file {source} can be read by others. Run: chmod 600 {source}',
  'refused.missing':
    'There is no ledger {file} yet. Run `jembatan run --once` first, or restore a backup: `jembatan restore <file>`.',
  'refused.not-a-database': '{file} is no ledger (no SQLite database). Restore a backup: `jembatan restore <file>`.',
  'refused.foreign': '{file} is the database of another program. Check ledger.url in the configuration.',
  'refused.emptied':
    '{file} is empty although it exists: it is not used, so that no report is sent twice. Restore a backup: `jembatan restore <file>`. Without one, delete the file: a new ledger holds older reports until an officer has looked.',
  'refused.newer': '{file} was made by a newer version of Jembatan. Install that version again.',
  'refused.loose-mode': '{file} can be read by others. Run: chmod 600 {file}',
  'refused.damaged': '{file} is damaged; nothing more is sent. Restore a backup: `jembatan restore <file>`.',
  'refused.read-only':
    '{file} cannot be written: the file or its folder is read-only, belongs to another user, or was moved. Check owner, permissions and disk, then run again.',
  'refused.network-disk':
    '{file} lies on network storage (NFS, SMB and the like), where a ledger can be damaged. Move it to a local disk (ledger.url).',
  'refused.rolled-back':
    '{file} is older than the one used here last: a backup was put back, or it was copied without its -wal file. Put the newest one back. If it is gone: `jembatan run --recover`; what may have been sent is held or looked up first.',
  'refused.forked':
    'The history of {file} differs from the one used here last. Put the newest one back. If it is gone: `jembatan run --recover`; what may have been sent is held or looked up first.',
  'refused.other-ledger':
    '{file} is not the ledger used here last. Put the right one back. If it is gone: `jembatan run --recover`; what may have been sent is held or looked up first.',
  'refused.anchor-missing':
    'The anchor file {anchor} is missing, so nobody can tell that {file} is the newest. Put it back. If it is gone: `jembatan run --recover`; what may have been sent is held or looked up first.',
  'refused.anchor-damaged':
    'The anchor file {anchor} cannot be read, so nobody can tell that {file} is the newest. Put it back. If it is gone: `jembatan run --recover`; what may have been sent is held or looked up first.',
  'refused.settings': '{file} cannot be opened with safe writing (WAL, synchronous=FULL). Move it to a local disk.',
  'refused.binding':
    '{file} belongs to another site or environment (site, national.environment). Use a ledger of its own.',
  'refused.key': 'The encryption key is not the one of {file}. Put the old key back.',
  'demo.day':
    'Day {day}: {reports} citizens’ reports, {filed} arrived at LAPOR!, {answersThere} answers of the city there, {answersHere} answers of LAPOR! back',
  'demo.adopt':
    'A citizen filed at LAPOR! itself ({tracking}); an officer takes it in: jembatan adopt {tracking} --text-file <file with its words>. Its OPD answers it in the city’s application.',
  'demo.keyed':
    'On Friday afternoon the line was down; an officer keyed report {id} into LAPOR! by hand ({tracking}) and then takes in its export: jembatan import <export> --apply',
  'demo.resolve':
    'An officer found report {id} at LAPOR! under the number {tracking}: jembatan resolve {id} --tracking {tracking}',
  'demo.flags': 'A/S',
  'demo.title': 'Title',
  'demo.status': 'LAPOR! status',
  'demo.answers': 'Answers to/from LAPOR!',
  'demo.held': 'Note',
  'demo.sum':
    '{reports} citizens’ reports; {filed} arrived at LAPOR!, {twice} of them twice. Three more rounds without news: {again}',
  'demo.elsewhere':
    'No authority of the city: {passedOn} reports passed on to other institutions; {returned} of them came back and wait for a person.',
  'demo.born-there':
    'Born at LAPOR!: {count} reports, in the city’s application, too ({ids}); {answers} answers of an OPD arrived back at LAPOR!.',
  'demo.by-hand': 'keyed into LAPOR! by hand; recognised',
  'demo.twin':
    'Keyed into LAPOR! by hand: report {id} was recognised as {tracking} and not filed again ({copies} times at LAPOR!); {answers} of its answers came back to the city’s application.',
  'demo.no-twin': 'Keyed into LAPOR! by hand: report {id} was NOT recognised as {tracking} ({copies} times at LAPOR!).',
  'demo.nothing': 'nothing was written on either side.',
  'demo.something': 'SOMETHING WAS WRITTEN.',
  'demo.further': 'Look further, for example: npx jembatan explain {id} --config {config}   (also: status, parked)',
  'policy.resend':
    'NOTE: policy.onUnknownOutcome: resend — a report whose answer was lost is sent again and may arrive twice.',
  'policy.shadow': 'Shadow mode: nothing is sent anywhere.',
  'next.mend-row': 'mend the row in its application; it is read again by itself. Seen: jembatan confirm {key}',
  'next.compare-row':
    'compare report {key} at LAPOR! with the local report that is like it. Seen: jembatan confirm {key}',
  'next.looked-up': 'nothing: it is looked up by itself',
  'next.number': '<number>',
  'next.map-status': 'add the name to the status map (maps.statuses). Seen: jembatan confirm "{detail}"',
  'next.explain': 'jembatan explain {id}; seen: jembatan confirm {id}',
  'next.ask-lapor-all': 'ask LAPOR! why it gives no report or no answers to anybody; it is over by itself once it does',
  'next.ask-lapor': 'ask LAPOR! why it does not give this report or its answers; seen: jembatan confirm {id}',
  'next.raise-privacy': 'raise its privacy at LAPOR! by hand, then jembatan confirm {id}',
  'next.near-match':
    'open that report at LAPOR!; if it is the same: jembatan resolve {id} --tracking <number>, if not: --absent',
  'next.author':
    'mend the author of the answer in the application (opd, pelapor, lapor), or mark it internal; it was not sent',
  'next.paging': 'ask the owner of the application why its pages do not end',
  'next.list': 'check national.paths.list and whether the account may read that list',
  'next.confirm': 'jembatan confirm',
  'next.confirm-if-right': 'look whether that side is well; if it is right so: jembatan confirm',
  'next.wal':
    'end whatever else goes on reading the ledger (sqlite3, a backup tool); who: lsof on the file that `jembatan status` names',
  'next.identity-number':
    'LAPOR! would show that id: file it by hand, then jembatan resolve {id} --tracking <number>. If the ids of this city are no NIKs: policy.maskNik: false, then jembatan retry {id}',
  'next.ledger-lost':
    'look at LAPOR! first; there: jembatan resolve {id} --tracking <number>; not there: jembatan release {id}, or all of them: jembatan confirm',
  'gap.lost':
    'ATTENTION: the ledger used here was lost; a new one was made. Reports that carry a LAPOR! number are known; those without one that are older than this moment are held, because they may have been sent. See `jembatan parked`.',
  'gap.rolled-back':
    'ATTENTION: a ledger from a backup is used. Reports without a LAPOR! number are held and everything else is looked up first, because it may have been sent. See `jembatan parked`.',
  'backup.done':
    'Backup {file}: {cases} cases, {deliveries} deliveries, {history} lines of history, head {head}; checked whole.',
  'backup.key': 'The key {key} is not in it: keep it apart. Without the key a backup cannot be read.',
  'backup.exists': '{file} exists already; it is not overwritten.',
  'restore.done': 'The ledger was restored from {file}: {cases} cases, {deliveries} deliveries, head {head}.',
  'restore.doubted':
    '{count} open deliveries are held or looked up first, because they may have been sent since the backup; so are reports older than this moment. Run `jembatan run`, then see `jembatan parked`.',
  'restore.kept': 'The old files are kept: {files}',
  stopping: 'Stopping: nothing new begins, what is being sent is settled first. Once more to stop at once.',
} as const satisfies Record<keyof typeof PHRASES_ID, string>;
