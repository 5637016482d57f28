import type { TwinPair } from '../ledger/twin.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { openConfig, openForReading } from './open-bridge.ts';
import { twinsText } from './twins-text.ts';

/** `jembatan twins`: pairs that may be one report, what speaks for it, and the commands that settle it. */
export async function twinsCommand(
  host: Host,
  options: { readonly config: string; readonly json: boolean },
): Promise<ExitCode> {
  const { config } = openConfig(host, options.config);
  const ledger = openForReading(config);
  try {
    const pairs = await ledger.readTwins();
    host.out(options.json ? `${JSON.stringify(pairs.map(publicPair))}\n` : twinsText(pairs, config));
    return pairs.some(({ state }) => state === 'proposed') ? EXIT.needsPerson : EXIT.done;
  } finally {
    await ledger.close();
  }
}

function publicPair(pair: TwinPair) {
  const { state, localId, ticket, nationalId, evidence, at, until } = pair;
  const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());
  return {
    state,
    local: {
      id: localId,
      ticket,
      createdAt: iso(pair.localCreatedAt),
      ...pair.localPrivacy,
      filedAs: pair.localHasNumber,
    },
    national: { id: nationalId, createdAt: iso(pair.nationalCreatedAt) },
    evidence,
    at: iso(at),
    until: iso(until),
    next:
      state === 'linked'
        ? [`jembatan unlink ${localId}`]
        : [`jembatan link ${localId} ${nationalId}`, `jembatan not-a-twin ${localId} ${nationalId}`],
  };
}
