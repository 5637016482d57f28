import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Vault } from '../../src/ledger/verbs/payload.ts';
import type { FollowUp } from '../../src/report/follow-up.ts';
import type { LocalRow, NewRow } from '../simulation/local-model.ts';
import type { Models } from '../simulation/models.ts';
import type { NationalComplaint } from '../simulation/national-model.ts';
import type { Family } from '../simulation/families.ts';
import { createSimProcess, OPERATOR, SimLedgerError } from '../simulation/sim-process.ts';
import type { SimWorld } from '../simulation/sim-world.ts';
import type { Condition } from './script.ts';

/** A fault that lies in wait: it strikes `times` times, each time only where `when` holds. */
export interface Armed {
  readonly family: Family;
  readonly when: () => boolean;
  times: number;
}

/** Both systems as a script moves them. */
export type Stage = ReturnType<typeof createStage>;

export interface StageOptions {
  readonly world: SimWorld;
  readonly around: Models;
  readonly vault: Vault;
  readonly armed: Armed[];
}

const REPORTER = { name: 'Zukrafil Wexanto', email: 'zukrafil@example.org', phone: '0800-0000-1234', nik: null };

export function createStage({ world, around, vault, armed }: StageOptions) {
  const { local, national } = around;
  const now = () => world.trueWall();

  function complaint(row: LocalRow): NationalComplaint | undefined {
    return national.find(`[Ref: kota-simulasi-${row.localId}]`)[0];
  }

  function its(row: LocalRow): NationalComplaint {
    const found = complaint(row);
    if (found === undefined) throw new Error(`report ${row.localId} is not filed yet`);
    return found;
  }

  function told(row: LocalRow): boolean {
    const { statusName, answers } = its(row);
    const have = new Set(row.responses.map((response) => response.externalRef));
    return (
      row.nationalStatus === statusName &&
      answers.every((answer) => answer.isOurs || have.has(`lapor-followup:${answer.id}`))
    );
  }

  return {
    local,
    national,
    complaint,
    arm: (family: Family, when: () => boolean = () => true, times = 1) => void armed.push({ family, when, times }),
    /** Files a report in the city's application. */
    file(changes: Partial<NewRow> = {}): LocalRow {
      const fresh = {
        text: `Jalan rusak. Saya ${REPORTER.name}.`,
        institution: 'DPUPR',
        reporter: REPORTER,
        privacy: { anonymous: false, secret: false },
      };
      return local.file({ ...fresh, ...changes }, now(), now());
    },
    /** A person edits a report, or its answers, in the city's application. */
    edit(row: LocalRow, change: (row: LocalRow) => void): void {
      local.change(row, now(), change);
    },
    respond: (row: LocalRow, text: string, how: Partial<Pick<FollowUp, 'author' | 'internal'>> = {}) =>
      local.respond(
        row,
        { author: 'institution', institution: row.institution, text, internal: false, externalRef: null, ...how },
        now(),
      ),
    setStatus: (row: LocalRow, name: string) => national.setStatus(its(row).id, name, now()),
    answer(row: LocalRow, text: string): void {
      const at = now();
      national.answer(its(row).id, text, { at, visibleAt: at, ours: false });
    },
    /** The report is filed and carries its number. */
    filed: (row: LocalRow): boolean => row.nationalId !== null && row.nationalId === complaint(row)?.id,
    /** The city's application shows the national status and every national answer. */
    told,
    /** How many messages of ours the nation has. */
    given: (row: LocalRow): number => its(row).answers.filter((answer) => answer.isOurs).length,
    /** State of a delivery in the ledger, `null` where none is owed. */
    state(row: LocalRow, key: string): string | null {
      const sql = `select d.state from delivery d join cases c on c.id = d.case_id where c.local_id = ? and d.key = ?`;
      const found = world.database.prepare(sql).get(row.localId, key) as { state: string } | undefined;
      return found?.state ?? null;
    },
    /** A column of the report's case, `null` while it is not known. */
    known(row: LocalRow, column: 'hold' | 'anonymous' | 'local_fingerprint'): unknown {
      const found = world.database.prepare('select * from cases where local_id = ?').get(row.localId);
      return (found as Record<string, unknown> | undefined)?.[column] ?? null;
    },
    quarantined: (): number =>
      (world.database.prepare('select count(*) as count from quarantine').get() as { count: number }).count,
    /** A person's command, given again until it shows: it can be killed like any other process. */
    command(give: (ledger: Ledger, at: number) => Promise<unknown>, shows: Condition): Condition {
      return () => {
        if (shows()) return true;
        const { ledger } = createSimProcess(world, OPERATOR, vault);
        void give(ledger, world.wall()).catch((error: unknown) => {
          if (!(error instanceof SimLedgerError)) world.fail(`a command threw ${String(error)}`);
        });
        return false;
      };
    },
  };
}
