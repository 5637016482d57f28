/**
 * `twin_key`: what reports that may be one share, as keyed hashes; gone with the personal data of its case. `twin`: what was
 * said of a local and a national report. Where that is known by this row alone (`apart`), its words lie sealed under the
 * local one's case, as message `-id` (the same with a link, so that it can be undone).
 */
export const TWINS_MIGRATION = `
create table twin_key (
  key integer not null,
  born text not null check (born in ('local', 'national')),
  at integer not null,
  case_id integer not null references case_key (case_id) on delete cascade,
  primary key (key, born, at, case_id)
) strict, without rowid;
create index twin_key_case on twin_key (case_id);
create table twin (
  id integer primary key,
  case_id integer not null references cases (id),
  national_id text not null,
  state text not null check (state in ('proposed', 'linked', 'rejected')),
  apart integer not null check (apart in (0, 1)),
  adopted text,
  evidence text,
  at integer not null,
  until integer,
  unique (case_id, national_id)
) strict;
create index twin_national on twin (national_id);
create index twin_until on twin (until) where until is not null;
`;
