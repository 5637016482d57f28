import { addWorkingDays } from '../deadlines/add-working-days.ts';
import { holidaysOf } from '../deadlines/holidays-of.ts';
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
  const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  if (addWorkingDays(yesterday, 1, holidaysOf(config.maps.holidays)) !== today) return;
  await teller.sendAll(digestMessage(config, await digestFacts(ledger, config, now)), stop);
}
