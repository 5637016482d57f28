import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Bridge } from '../bridge.ts';
import { type Adoption, decideAdoption } from '../intake/decide-adoption.ts';
import { toListedRow } from '../intake/to-listed-row.ts';
import { toStub } from '../intake/to-stub.ts';
import type { NationalListed } from '../national/national-system.ts';
import { cleanText } from '../report/clean-text.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { openConfig, openOperatorBridge } from './open-bridge.ts';
import { type Phrase, say } from './say.ts';

export interface AdoptOptions {
  readonly config: string;
  /** Its number at LAPOR!. */
  readonly id: string;
  /** The words of the report, as a person read them there. */
  readonly textFile?: string;
}

const NEVER = new AbortController().signal;

/** `jembatan adopt <number>`: makes a report that was born at LAPOR! known here, where no list shows it. */
export async function adoptCommand(host: Host, { config: file, id, textFile }: AdoptOptions): Promise<ExitCode> {
  const { config } = openConfig(host, file);
  const words = textFile === undefined ? null : readWords(resolve(host.cwd, textFile));
  const tell = (phrase: Phrase, values: Readonly<Record<string, string>> = {}) =>
    host.out(`${say(config.locale, phrase, { id, ...values })}\n`);
  if (words === '') {
    tell('adopt.no-text', { file: textFile ?? '' });
    return EXIT.usage;
  }
  const bridge = await openOperatorBridge(host, config);
  try {
    const detail = await bridge.national.detail(id, NEVER);
    if (!detail.ok) {
      tell('adopt.unreachable', { reason: detail.failure.kind });
      return EXIT.unreachable;
    }
    if (detail.value === null) {
      tell('adopt.absent');
      return EXIT.needsPerson;
    }
    const now = host.clock.now();
    const publicUrl = bridge.national.publicUrl(id);
    const stub = toStub({ id, detail: detail.value, publicUrl, words, now });
    const { adoption, localIds } = await adopt(bridge, stub, { hasWords: words !== null, at: now });
    tell(`adopt.${adoption}`, {
      localId: localIds[0] ?? '?',
      localIds: localIds.join(', '),
      institution: stub.institutionName ?? stub.institutionId ?? say(config.locale, 'adopt.nowhere'),
    });
    return adoption === 'linked' || adoption === 'adopted' || adoption === 'completed' || adoption === 'known'
      ? EXIT.done
      : EXIT.needsPerson;
  } finally {
    await bridge.close();
  }
}

interface Adopted {
  readonly adoption: Adoption;
  /** Reports of ours that it is, or may be. */
  readonly localIds: readonly string[];
}

async function adopt(
  { ledger, config }: Bridge,
  stub: NationalListed,
  { hasWords, at }: { readonly hasWords: boolean; readonly at: number },
): Promise<Adopted> {
  let adopted: Adopted = { adoption: 'known', localIds: [] };
  const page = {
    rows: [toListedRow(stub, config)],
    rejected: [],
    position: null,
    at,
    staff: config.policy.twins.staff,
  };
  await ledger.recordListPage(page, (row, facts) => {
    const { adoption, news } = decideAdoption(row, facts, { config, hasWords });
    const unsettled = facts.unsettled.map(({ localId }) => localId);
    const asked = news.flatMap((one) => (one.type === 'ask-twin' ? one.caseIds : 'caseId' in one ? [one.caseId] : []));
    const twins = (facts.twins ?? []).filter((twin) => asked.includes(twin.case.id));
    if (adoption === 'linked' || adoption === 'maybe-twin') {
      adopted = { adoption, localIds: twins.map((twin) => twin.case.localId ?? '?') };
      return news;
    }
    adopted = { adoption, localIds: adoption === 'own' && row.namedId !== null ? [row.namedId] : unsettled };
    return news;
  });
  return adopted;
}

/** Empty where there are none. */
function readWords(path: string): string {
  try {
    return cleanText(readFileSync(path, 'utf8')).trim();
  } catch {
    return '';
  }
}
