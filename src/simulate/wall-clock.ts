import { IANAZone } from 'luxon';

/** `Y-m-d H:i:s`: local contract, §1. `d-m-Y H:i:s`: LAPOR! contract, E7. */
type WallTimePattern = 'Y-m-d H:i:s' | 'd-m-Y H:i:s';

/** Writes epoch milliseconds as wall-clock text: without zone and to the second. */
export type WallClock = (atMs: number, pattern: WallTimePattern) => string;

/** No zone of today changes its offset within a quarter of an hour. */
const QUARTER_MS = 15 * 60_000;

/** The wall clock of a zone (an IANA name). Remembers the last offset: asking for it is slow, and every change of a row is stamped. */
export function createWallClock(zone: string): WallClock {
  const zoneRules = IANAZone.create(zone);
  let quarter = Number.NaN;
  let offsetMs = 0;

  return (atMs, pattern) => {
    const wantedQuarter = Math.floor(atMs / QUARTER_MS);
    if (wantedQuarter !== quarter) {
      quarter = wantedQuarter;
      offsetMs = zoneRules.offset(atMs) * 60_000;
    }
    const [date = '', clock = ''] = new Date(Math.floor(atMs) + offsetMs).toISOString().slice(0, 19).split('T');
    return pattern === 'Y-m-d H:i:s' ? `${date} ${clock}` : `${date.split('-').reverse().join('-')} ${clock}`;
  };
}
