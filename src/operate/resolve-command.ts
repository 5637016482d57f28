import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import type { Operated } from '../ledger/verbs/operate.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { openConfig, openForOperator } from './open-bridge.ts';
import type { Locale, Phrase } from './say.ts';
import { say } from './say.ts';

/** One report and what a person knows of it; `tracking: null` means that it is not at LAPOR!. */
export interface Resolution {
  readonly id: string;
  readonly tracking: string | null;
}

/** `jembatan resolve`: settles what is in doubt by what a person found at LAPOR!. */
export async function resolveCommand(
  host: Host,
  options: { readonly config: string; readonly resolutions: readonly Resolution[] },
): Promise<ExitCode> {
  return await withLedger(host, options.config, async ({ ledger, tell }) => {
    for (const { id, tracking } of options.resolutions) {
      tell('done.resolve', { id, tracking: tracking ?? '' }, await ledger.resolve(id, tracking, host.clock.now()));
    }
  });
}

/** The lines of a file for `resolve --file`: `<id> <tracking number | absent>`, separated by blanks, `,` or `;`. */
export function readResolutions(host: Host, file: string): readonly Resolution[] | null {
  const lines = readFileSync(resolve(host.cwd, file), 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const resolutions = lines.map((line): Resolution | null => {
    const [id, answer, ...rest] = line.split(/[\s,;]+/);
    if (id === undefined || answer === undefined || rest.length > 0) return null;
    return { id, tracking: answer === 'absent' ? null : answer };
  });
  return resolutions.every((one) => one !== null) ? resolutions : null;
}

/** `jembatan retry | hold | release <id…>`. */
export async function caseCommand(
  host: Host,
  verb: 'retry' | 'hold' | 'release',
  options: { readonly config: string; readonly ids: readonly string[] },
): Promise<ExitCode> {
  return await withLedger(host, options.config, async ({ ledger, tell }) => {
    for (const id of options.ids) tell(`done.${verb}`, { id }, await ledger[verb](id, host.clock.now()));
  });
}

/** `jembatan confirm`: lets go what the guard held. */
export async function confirmCommand(host: Host, options: { readonly config: string }): Promise<ExitCode> {
  return await withLedger(host, options.config, async ({ ledger, locale }) => {
    const count = await ledger.confirm(host.clock.now());
    host.out(`${say(locale, 'done.confirm', { count })}\n`);
  });
}

interface Settling {
  readonly ledger: Ledger;
  readonly locale: Locale;
  readonly tell: (done: Phrase, names: Readonly<Record<string, string>>, operated: Operated) => void;
}

async function withLedger(host: Host, file: string, act: (settling: Settling) => Promise<void>): Promise<ExitCode> {
  const { config } = openConfig(host, file);
  const { locale } = config;
  const ledger = await openForOperator(host, config);
  let refused = false;
  try {
    await act({
      ledger,
      locale,
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
