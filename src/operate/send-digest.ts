import { holidaysOf } from '../deadlines/holidays-of.ts';
import { isWorkingDay } from '../deadlines/is-working-day.ts';
import { dateInZone } from '../report/format-time.ts';
import type { Teller, TellerParts } from './create-teller.ts';
import { digestFacts } from './digest-facts.ts';
import { digestMessage } from './digest-message.ts';

type Parts = Pick<TellerParts, 'host' | 'bridge'> & { readonly teller: Teller };

/** Sends the digest to every channel, on working days only. */
export async function sendDigest({ host, bridge, teller }: Parts, stop: AbortSignal): Promise<void> {
  const { config, ledger } = bridge;
  const now = host.clock.now();
  const today = dateInZone(now, config.timezone);
  if (!isWorkingDay(today, holidaysOf(config.maps.holidays))) return;
  await teller.sendAll(digestMessage(config, await digestFacts(ledger, config, now)), stop);
}
