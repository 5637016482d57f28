import { DateTime, FixedOffsetZone, type Zone } from 'luxon';

const CLOCK = String.raw`(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:\.(?<fraction>\d{1,9}))?)?`;
const ZONE = String.raw`(?: ?(?<zone>Z|WIB|WITA|WIT|[+-]\d{2}(?::?\d{2})?))?`;
const TIME = `(?:[T ]${CLOCK}${ZONE})?$`;

const SHAPES = [
  new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})${TIME}`),
  new RegExp(String.raw`^(?<day>\d{2})-(?<month>\d{2})-(?<year>\d{4})${TIME}`),
  new RegExp(String.raw`^(?<day>\d{1,2}) (?<month>[A-Za-z]{3,9})\.? (?<year>\d{4})${TIME}`),
] as const;

const EPOCH = /^(?:\d{10}|\d{13})$/;
const DATE = /^(?!0000)(\d{4})-(\d{2})-(\d{2})$/;

/** No complaint system is older: an earlier year is a default value or a slip. */
const OLDEST_YEAR = 2000;
const OLDEST_MS = Date.UTC(OLDEST_YEAR, 0, 1);

const ZONE_MINUTES: Readonly<Record<string, number>> = { Z: 0, WIB: 7 * 60, WITA: 8 * 60, WIT: 9 * 60 };
/** The widest offset that any place on earth uses (UTC+14, Kiribati). */
const WIDEST_OFFSET_MINUTES = 14 * 60;

/** The Indonesian names and their common short forms; Nopember is the older spelling of November. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['januari', 'jan'],
    ['februari', 'pebruari', 'feb', 'peb'],
    ['maret', 'mar'],
    ['april', 'apr'],
    ['mei'],
    ['juni', 'jun'],
    ['juli', 'jul'],
    ['agustus', 'agu', 'agt', 'ags', 'agust'],
    ['september', 'sep', 'sept'],
    ['oktober', 'okt'],
    ['november', 'nopember', 'nov', 'nop'],
    ['desember', 'des'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/**
 * Reads a time as local systems and LAPOR! write it, and gives milliseconds since the epoch; null if it is not one.
 *
 * Read are `2026-07-31[ 14:05[:09[.123456]]]`, the same with `T`, `31-07-2026 14:05:09` (LAPOR!, contract page, E7),
 * `1 Mei 2026 08:00`, each with `Z`, an offset, WIB, WITA or WIT behind the clock time, and an epoch of 10 (seconds)
 * or 13 (milliseconds) digits. Without a zone the time is of the IANA `zone`; a date alone is its midnight there.
 * Nothing is guessed: `02/03/2025`, 30 February, 24:00 and years before 2000 are null. An unknown `zone` is a bug and throws.
 */
export function parseTime(text: string, zone: string): number | null {
  const trimmed = text.trim();
  if (EPOCH.test(trimmed)) return parseEpoch(trimmed);
  for (const shape of SHAPES) {
    const fields = shape.exec(trimmed)?.groups;
    if (fields !== undefined) return fromFields(fields, zone);
  }
  return null;
}

/** Whether the text is a day of the calendar, written `YYYY-MM-DD`. */
export function isRealDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match.map(Number);
  return DateTime.fromObject({ year, month, day }, { zone: 'utc' }).isValid;
}

function parseEpoch(digits: string): number | null {
  const ms = digits.length === 10 ? Number(digits) * 1000 : Number(digits);
  return ms < OLDEST_MS ? null : ms;
}

function fromFields(fields: Readonly<Record<string, string | undefined>>, zone: string): number | null {
  const year = Number(fields.year);
  const month = monthNumber(String(fields.month));
  const writtenZone = fields.zone === undefined ? zone : fixedZone(fields.zone);
  if (year < OLDEST_YEAR || month === null || writtenZone === null) return null;
  const time = DateTime.fromObject(
    {
      year,
      month,
      day: Number(fields.day),
      hour: Number(fields.hour ?? 0),
      minute: Number(fields.minute ?? 0),
      second: Number(fields.second ?? 0),
      millisecond: Number((fields.fraction ?? '').padEnd(3, '0').slice(0, 3)),
    },
    { zone: writtenZone },
  );
  if (time.isValid) return time.toMillis();
  if (time.invalidReason === 'unsupported zone') throw new RangeError(`unknown time zone: ${zone}`);
  return null;
}

function monthNumber(written: string): number | null {
  if (/^\d+$/.test(written)) return Number(written);
  return MONTHS.get(written.toLowerCase()) ?? null;
}

function fixedZone(written: string): Zone | null {
  const minutes = ZONE_MINUTES[written] ?? offsetMinutes(written);
  return minutes === null ? null : FixedOffsetZone.instance(minutes);
}

/** Of `+07`, `+0700` or `+07:00`. */
function offsetMinutes(written: string): number | null {
  const hours = Number(written.slice(1, 3));
  const minutes = Number(written.slice(3).replace(':', ''));
  const total = hours * 60 + minutes;
  if (minutes > 59 || total > WIDEST_OFFSET_MINUTES) return null;
  return written.startsWith('-') ? -total : total;
}
