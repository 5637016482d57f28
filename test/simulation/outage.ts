import { parseArgs } from 'node:util';
import { simulateOutage } from './simulate-outage.ts';

/** `npm run outage -- [--reports N] [--per-minute N]`: how the bridge catches up after LAPOR! was away for 72 hours. */
const { values } = parseArgs({
  options: { reports: { type: 'string', default: '3000' }, 'per-minute': { type: 'string', default: '60' } },
});

const caughtUp = await simulateOutage({ reports: Number(values.reports), perMinute: Number(values['per-minute']) });
process.stdout.write(`${JSON.stringify(caughtUp, null, 2)}\n`);
