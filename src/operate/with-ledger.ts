import type { Config } from '../config/to-config.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Confirmed } from '../ledger/verbs/confirm.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { openConfig, openForOperator } from './open-bridge.ts';
import { type Act, performAct } from './perform-act.ts';
import { type Phrase, say } from './say.ts';

interface Settling {
  readonly ledger: Ledger;
  readonly config: Config;
  /** Does what a person decided, and says what came of it. */
  readonly perform: (act: Act) => Promise<void>;
  /** Says what one verb of the ledger did, or why it refused. */
  readonly tell: (done: Phrase, names: Readonly<Record<string, string>>, operated: Confirmed) => void;
}

/**
 * Opens the ledger of a configuration file for an operator's command, beside the daemon, and closes it. One refusal among
 * several is enough for the exit code 1.
 */
export async function withLedger(
  host: Host,
  file: string,
  act: (settling: Settling) => Promise<void>,
): Promise<ExitCode> {
  const { config } = openConfig(host, file);
  const { locale } = config;
  const ledger = await openForOperator(host, config);
  let refused = false;
  try {
    await act({
      ledger,
      config,
      async perform(given) {
        const { ok, phrase, values } = await performAct({ ledger, config, clock: host.clock }, given);
        if (ok) host.out(`${say(locale, phrase, values)}\n`);
        else host.err(`${say(locale, phrase, values)}\n`);
        refused ||= !ok;
      },
      tell(done, names, operated) {
        if (operated.ok) host.out(`${say(locale, done, { ...names, count: operated.count })}\n`);
        else host.err(`${say(locale, `refusal.${operated.refusal}`, names)}\n`);
        refused ||= !operated.ok;
      },
    });
    return refused ? EXIT.needsPerson : EXIT.done;
  } finally {
    await ledger.close();
  }
}
