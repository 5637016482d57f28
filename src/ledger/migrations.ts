import { FIRST_MIGRATIONS } from './first-migrations.ts';
import { TWINS_MIGRATION } from './twins-migration.ts';

/** Marks the file as a ledger of this bridge ("JMBT"). */
export const APPLICATION_ID = 0x4a4d4254;

/**
 * Migrations in order; a ledger's version is the number of those it has. What has shipped is never edited.
 * Times are epoch milliseconds. Texts of citizens live in `payload` alone, sealed.
 */
export const MIGRATIONS: readonly string[] = [
  ...FIRST_MIGRATIONS,
  // What a report born at LAPOR! said there last: the other fingerprint is of the row here once it is here.
  'alter table cases add column listed_wording text;',
  // When a report was last seen to be given back as no authority of whoever had it.
  `alter table cases add column returned_at integer;`,
  // What people are told of: once on each channel, again by rule, and when it is over.
  `
create table notice (
  key text primary key,
  event text not null check (event in ('parked', 'late', 'silent')),
  subject text,
  since integer not null,
  over_at integer,
  acknowledged_until integer,
  acknowledged_by text,
  acknowledged_note text
) strict;
create table notice_told (
  key text not null,
  channel text not null,
  at integer not null,
  primary key (key, channel)
) strict, without rowid;
`,
  // When the first of the readings failed since the last good one.
  `alter table cases add column failing_since integer;`,
  // What two reports that may be one share, as keyed hashes, and what was said of them.
  TWINS_MIGRATION,
  // LAPOR!'s institutions by its own list, and when that was first read without one of them.
  `create table institution (id text primary key, name text not null, gone_at integer) strict, without rowid;`,
  // What people look at while the bridge works: found without reading every case.
  `
create index cases_seen on cases (first_seen_at, route);
create index cases_closed on cases (closed_at) where closed_at is not null;
create index cases_institution on cases (institution, id);
create index cases_open on cases (id) where closed_at is null;
create index cases_secret on cases (id) where secret = 1 and closed_at is null;
create index delivery_done on delivery (ended_at, kind) where state = 'done';
`,
];
