import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { foreignWords } from './tidy/checks/foreign-words.ts';
import { type ImportRule, importRules } from './tidy/checks/import-rules.ts';
import { leftovers } from './tidy/checks/leftovers.ts';
import { lockFile } from './tidy/checks/lock-file.ts';
import { markdown } from './tidy/checks/markdown.ts';
import { names } from './tidy/checks/names.ts';
import { processUse } from './tidy/checks/process-use.ts';
import { purity } from './tidy/checks/purity.ts';
import { sizes } from './tidy/checks/sizes.ts';
import { timers } from './tidy/checks/timers.ts';
import { readTree } from './tidy/read-tree.ts';

/** Files and folders of src/ that may do I/O, wait, or read the clock, randomness and the process. In order. */
const IMPURE: readonly string[] = [
  'attachments/clean-attachment.ts',
  'attachments/detect-type.ts',
  'bridge.ts',
  'config/strokes.ts',
  'create-sides.ts',
  'cycle/run-cycle.ts',
  'cycle/run-local-side.ts',
  'cycle/run-national-side.ts',
  'forward/fetch-files.ts',
  'forward/prepare-files.ts',
  'forward/prepare-forward.ts',
  'forward/run-forward.ts',
  'forward/upload-files.ts',
  'http/certificate-end.ts',
  'http/complete-answer.ts',
  'http/create-agents.ts',
  'http/create-gate.ts',
  'http/create-http-client.ts',
  'http/decode-body.ts',
  'http/encode-body.ts',
  'http/lookup-public.ts',
  'http/parse-fault.ts',
  'http/read-answer.ts',
  'http/read-exchange.ts',
  'http/read-json.ts',
  'http/retry-read.ts',
  'http/run-exchange.ts',
  'http/scan-pages.ts',
  'http/send-request.ts',
  'http/watch-connection.ts',
  'http/with-gateway.ts',
  'intake/complete-rows.ts',
  'intake/read-named.ts',
  'intake/record-export.ts',
  'intake/record-rows.ts',
  'intake/reread-rows.ts',
  'intake/run-comparison.ts',
  'intake/run-intake-institutions.ts',
  'intake/run-intake-list.ts',
  'intake/run-intake-local.ts',
  'intake/run-intake-national.ts',
  'intake/scan-rows.ts',
  'lane/ask-national.ts',
  'lane/create-preparer.ts',
  'lane/create-queue.ts',
  'lane/is-of-one-report.ts',
  'lane/note-list-failure.ts',
  'lane/run-lane.ts',
  'lane/side-watch.ts',
  'ledger/back-up-ledger.ts',
  'ledger/copy-ledger.ts',
  'ledger/ledger.ts',
  'ledger/master-key.ts',
  'ledger/open-ledger.ts',
  'ledger/restore-ledger.ts',
  'ledger/sqlite/anchor-file.ts',
  'ledger/sqlite/create-sqlite-store.ts',
  'ledger/sqlite/database.ts',
  'ledger/sqlite/hold-lock.ts',
  'ledger/sqlite/holder.ts',
  'ledger/sqlite/is-on-network.ts',
  'ledger/sqlite/open-sqlite.ts',
  'ledger/sqlite/read-ledger-bytes.ts',
  'ledger/sqlite/trim-log.ts',
  'local/folder/atomic-file.ts',
  'local/folder/create-folder-local.ts',
  'local/folder/create-folder-reads.ts',
  'local/folder/create-folder-writes.ts',
  'local/folder/folder-journal.ts',
  'local/folder/folder-store.ts',
  'local/folder/inbox.ts',
  'local/folder/outbox.ts',
  'local/folder/read-inbox-file.ts',
  'local/folder/read-local-file.ts',
  'local/folder/render-table.ts',
  'local/folder/take-file.ts',
  'local/mysql/claim-reference.ts',
  'local/mysql/create-ask.ts',
  'local/mysql/create-catalog.ts',
  'local/mysql/create-connections.ts',
  'local/mysql/create-mysql-local.ts',
  'local/mysql/create-photo-reader.ts',
  'local/mysql/create-report-reader.ts',
  'local/mysql/create-report-writer.ts',
  'local/mysql/read-belongings.ts',
  'local/mysql/read-rows.ts',
  'local/mysql/write-transaction.ts',
  'local/open311/create-list.ts',
  'local/open311/create-made.ts',
  'local/open311/create-open311-reads.ts',
  'local/open311/create-open311-writes.ts',
  'local/open311/create-services.ts',
  'local/open311/create-updates.ts',
  'local/open311/create-window-reader.ts',
  'local/open311/open311-client.ts',
  'local/rest/create-attachment-reader.ts',
  'local/rest/create-rest-local.ts',
  'local/rest/create-session.ts',
  'log-file.ts',
  'logger.ts',
  'main.ts',
  'mirror/run-mirror.ts',
  'national/lapor-v3/create-lapor-v3.ts',
  'national/lapor-v3/create-list-reader.ts',
  'national/lapor-v3/read-contract.ts',
  'national/lapor-v3/read-pages.ts',
  'national/lapor-v3/says-not-found.ts',
  'national/read-table-file.ts',
  'operate/acknowledge-command.ts',
  'operate/add-checking.ts',
  'operate/add-completion.ts',
  'operate/add-doors.ts',
  'operate/add-keeping.ts',
  'operate/add-routing.ts',
  'operate/add-settling.ts',
  'operate/add-telling.ts',
  'operate/add-twins.ts',
  'operate/adopt-command.ts',
  'operate/backup-command.ts',
  'operate/case-command.ts',
  'operate/confirm-command.ts',
  'operate/create-monitor.ts',
  'operate/create-teller.ts',
  'operate/demo-command.ts',
  'operate/demo-people.ts',
  'operate/demo-table.ts',
  'operate/digest-command.ts',
  'operate/digest-facts.ts',
  'operate/disk-space.ts',
  'operate/doctor-command.ts',
  'operate/doctor/check-contract.ts',
  'operate/doctor/check-ledger.ts',
  'operate/doctor/check-sides.ts',
  'operate/doctor/make-roundtrip.ts',
  'operate/doctor/roundtrip.ts',
  'operate/env-file.ts',
  'operate/explain-case.ts',
  'operate/explain-command.ts',
  'operate/import-command.ts',
  'operate/init-command.ts',
  'operate/link-command.ts',
  'operate/locale-of.ts',
  'operate/open-bridge.ts',
  'operate/parked-command.ts',
  'operate/parse-duration.ts',
  'operate/parse-tracking.ts',
  'operate/pass-on-command.ts',
  'operate/perform-act.ts',
  'operate/plan.ts',
  'operate/program.ts',
  'operate/read-status.ts',
  'operate/reconcile-command.ts',
  'operate/reconcile-slice.ts',
  'operate/resolve-command.ts',
  'operate/restore-command.ts',
  'operate/route-command.ts',
  'operate/run-command.ts',
  'operate/run-daemon.ts',
  'operate/run-report.ts',
  'operate/run-round.ts',
  'operate/send-digest.ts',
  'operate/service-command.ts',
  'operate/simulate-command.ts',
  'operate/status-command.ts',
  'operate/twins-command.ts',
  'operate/with-env-file.ts',
  'operate/with-ledger.ts',
  'reconcile/read-complaint.ts',
  'reconcile/read-here.ts',
  'reconcile/read-list.ts',
  'reconcile/run-reconcile.ts',
  'settle/count-anew-after-leap.ts',
  'settle/look-up-creates.ts',
  'settle/probe-local.ts',
  'settle/probe-national.ts',
  'settle/run-settle.ts',
  'settle/settle-doubts.ts',
  'simulate/create-local-simulator.ts',
  'simulate/create-national-simulator.ts',
  'simulate/listener.ts',
  'simulate/live-people.ts',
  'simulate/simulator-server.ts',
  'simulate/start-simulation.ts',
  'system-clock.ts',
  'table/read-table.ts',
  'watch/create-metrics.ts',
  'watch/create-watchdog.ts',
  'watch/send-mail.ts',
  'watch/send-message.ts',
  'watch/visit.ts',
  'watch/watchdog-thread.ts',
  'web/create-web-server.ts',
  'web/page/create-act-pages.ts',
  'web/page/create-page.ts',
  'web/page/create-report-pages.ts',
  'web/page/create-visits.ts',
  'web/start-web.ts',
];

/** Files of src/ that may touch `process`. In order. */
const PROCESS: readonly string[] = ['ledger/sqlite/database.ts', 'main.ts', 'watch/watchdog-thread.ts'];

/** Files of src/ that set timers of their own instead of sleeping by the clock. In order. */
const TIMERS: readonly string[] = [
  'http/create-agents.ts',
  'http/run-exchange.ts',
  'simulate/listener.ts',
  'simulate/live-people.ts',
  'simulate/simulator-server.ts',
  'system-clock.ts',
  'watch/watchdog-thread.ts',
];

/** Files of several equal exports, none of which is named after the file. In order. */
const VOCABULARIES: readonly string[] = [
  'src/http/outcome.ts',
  'src/ledger/verbs/overview.ts',
  'src/ledger/verbs/rows.ts',
];

const STAGES = ['forward/', 'intake/', 'mirror/', 'reconcile/', 'settle/'];

const IMPORT_RULES: readonly ImportRule[] = [
  // Stages meet at the ledger alone.
  ...STAGES.map((stage) => ({ from: stage, never: STAGES.filter((other) => other !== stage) })),
  // An adapter speaks for one side; what is owed to it is not its business.
  { from: 'local/', never: ['ledger/', ...STAGES] },
  { from: 'national/', never: ['ledger/', ...STAGES] },
  // What a report is does not depend on where it goes.
  { from: 'report/', only: ['report/'] },
  // Whether two reports are one is told by what they say alone.
  { from: 'twins/', only: ['twins/', 'report/'] },
  // Whoever checks the chain must not have to trust the code that wrote it.
  { from: 'audit/', only: ['audit/'] },
  // Both systems as others would build them, not as the bridge takes them to be.
  { from: 'simulate/', never: ['ledger/', ...STAGES] },
  { from: '', never: ['main.ts'] },
];

const DRIVER = 'src/ledger/sqlite/database.ts';

const ROOT = join(import.meta.dirname, '..');
const LINES_MAX = 200;

const tree = readTree(ROOT);
const src = tree
  .filter(({ path }) => path.startsWith('src/'))
  .map(({ path, text }) => ({ path: path.slice('src/'.length), text }));
const code = tree.filter(({ path }) => /^(?:src|test|bench|scripts)\/.*\.(?:ts|mjs)$/.test(path));
const written = tree.filter(({ path }) => path !== 'package-lock.json');

describe('the tree', () => {
  it('does I/O only in the files listed here', () => {
    expect(purity(src, IMPURE)).toEqual([]);
  });

  it('touches process only in the files listed here', () => {
    expect(processUse(src, PROCESS)).toEqual([]);
  });

  it('waits by the clock but in the files listed here', () => {
    expect(timers(src, TIMERS)).toEqual([]);
  });

  it('keeps apart what may not know each other', () => {
    expect(importRules(src, IMPORT_RULES)).toEqual([]);
  });

  it('knows the driver in one place, which takes the one that this Node can use', () => {
    const takers = code.filter(({ text }) => /from 'better-sqlite3(-13)?'/.test(text));
    expect(takers.map(({ path }) => path).filter((path) => !path.startsWith('test/tidy/'))).toEqual([DRIVER]);
  });

  it('has small files', () => {
    expect(sizes(src, LINES_MAX)).toEqual([]);
  });

  it('names files after what is in them', () => {
    expect(names(code, VOCABULARIES)).toEqual([]);
  });

  it('has nothing left over', () => {
    expect(leftovers(written)).toEqual([]);
  });

  it('speaks of the bridge alone', () => {
    expect(foreignWords(tree)).toEqual([]);
  });

  it('has pages with one title that cite no lines', () => {
    expect(markdown(tree.filter(({ path }) => path.endsWith('.md')))).toEqual([]);
  });

  it('installs from any registry', () => {
    expect(tree.filter(({ path }) => path === 'package-lock.json').map(lockFile)).toEqual([[]]);
  });

  it('passes the linter', () => {
    const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const args = [biome, 'lint', '--error-on-warnings', '--colors=off', '.'];
    const run = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    expect({ status: run.status, findings: run.status === 0 ? '' : run.stdout + run.stderr }).toEqual({
      status: 0,
      findings: '',
    });
  }, 120_000);
});
