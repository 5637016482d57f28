import { createLogger } from '../logger.ts';
import { createPeerWatch } from '../watch/create-peer-watch.ts';
import { createTeller } from './create-teller.ts';
import { digestFacts } from './digest-facts.ts';
import { digestMessage } from './digest-message.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { openConfig, openForReading } from './open-bridge.ts';
import { say } from './say.ts';

export interface DigestOptions {
  readonly config: string;
  readonly html: boolean;
  readonly json: boolean;
  /** Send it to every channel of `notify`, too. */
  readonly send: boolean;
}

/** `jembatan digest`: what came, went and was answered since the last working day, and what is late or stuck. */
export async function digestCommand(host: Host, options: DigestOptions): Promise<ExitCode> {
  const { config } = openConfig(host, options.config);
  const ledger = openForReading(config);
  try {
    const facts = await digestFacts(ledger, config, host.clock.now());
    const message = digestMessage(config, facts);
    if (options.json) host.out(`${JSON.stringify(message.data)}\n`);
    else host.out(options.html ? `${message.html ?? ''}\n` : `${message.subject}\n\n${message.text}\n`);
    if (!options.send) return EXIT.done;
    const log = createLogger({ ...config.log, now: host.clock.now });
    const teller = createTeller({ host, bridge: { config, ledger, peers: createPeerWatch() }, log });
    const isSent = await teller.sendAll(message, new AbortController().signal);
    host.err(`${say(config.locale, isSent ? 'digest.done' : 'digest.failed', { count: config.notify.length })}\n`);
    return isSent ? EXIT.done : EXIT.unreachable;
  } finally {
    await ledger.close();
  }
}
