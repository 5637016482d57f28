import type { Progress } from '../cycle/run-cycle.ts';
import type { Host } from './host.ts';
import type { Locale } from './say.ts';
import { say } from './say.ts';

const EVERY_MS = 200;
const CLEAR_LINE = '\r\u001b[2K';

/** One line on stderr that says how far a long run is; only where stderr is a terminal. */
export function createProgressLine(
  host: Pick<Host, 'stderrIsTerminal' | 'err' | 'clock'>,
  locale: Locale,
): { readonly show: (progress: Progress) => void; readonly clear: () => void } {
  let shownAt = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    show({ step, count }) {
      const now = host.clock.mono();
      if (!host.stderrIsTerminal || now - shownAt < EVERY_MS) return;
      shownAt = now;
      shown = true;
      host.err(`${CLEAR_LINE}${say(locale, `progress.${step}`, { count })}`);
    },
    clear() {
      if (shown) host.err(CLEAR_LINE);
      shown = false;
    },
  };
}
