import * as z from 'zod';
import { BRIDGE_STATUSES, type BridgeStatus } from '../report/status.ts';
import { byFoldedName } from './by-folded-name.ts';
import { clashingNames } from './clashing-names.ts';
import { foldName } from './fold-name.ts';
import { idText } from './id-text.ts';
import { isRecord } from './is-record.ts';
import { lineText } from './line-text.ts';
import { section } from './section.ts';

const bridgeStatus = z.enum(BRIDGE_STATUSES);

/** A name of the local application (`0`, `selesai`), or `ignore`: its own status is left alone. */
const localStatus = idText.default('ignore');

const national = z.record(z.string(), bridgeStatus).superRefine(
  (entries, context) => {
    const names = Object.keys(entries).map((name) => ({ name, path: [name], entry: name }));
    for (const clash of clashingNames(names)) context.addIssue({ code: 'custom', ...clash });
  },
  { when: ({ value }) => isRecord(value) },
);

const local = section({
  received: localStatus,
  verified: localStatus,
  'in-progress': localStatus,
  'waiting-reporter': localStatus,
  closed: localStatus,
  archived: localStatus,
  rejected: localStatus,
} satisfies Record<BridgeStatus, typeof localStatus>);

/** Names by which LAPOR! says that an institution gave a report back. */
const returned = z
  .array(lineText)
  .nullish()
  .transform((names) => names ?? ['Bukan wewenang', 'Bukan kewenangan']);

/**
 * `statuses.yaml`: LAPOR!'s status names in any spelling, and what each bridge status is called locally. `returned`, which may
 * be left out, names those that end nothing, whatever `national` says of them: the report was given back.
 */
export const statusesMap = section({ national, local, returned }).transform((file) => ({
  national: byFoldedName(Object.entries(file.national).map(([name, status]) => [foldName(name), status] as const)),
  local: file.local,
  returned: file.returned.map(foldName),
}));
