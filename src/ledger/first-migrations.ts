import { MORE_DELIVERY_KINDS } from './more-delivery-kinds.ts';

/** The migrations up to version 0.1, which are never edited again. */
export const FIRST_MIGRATIONS: readonly string[] = [
  `
create table meta (name text primary key, value text not null) strict;

create table cases (
  id integer primary key,
  route text not null check (route in ('file', 'linked', 'before-since', 'national')),
  local_id text unique,
  national_id text unique,
  ticket text,
  kind text not null,
  anonymous integer not null check (anonymous in (0, 1)),
  secret integer not null check (secret in (0, 1)),
  category text,
  institution text,
  local_fingerprint text,
  content_fingerprint text,
  local_status text,
  national_fingerprint text,
  national_status text,
  bridge_status text,
  national_institution text,
  written_national_id text,
  written_status text,
  written_bridge_status text,
  created_at integer not null,
  first_seen_at integer not null,
  filed_at integer,
  national_changed_at integer,
  polled_at integer not null default 0,
  next_poll_at integer,
  answers_read_at integer,
  closed_at integer,
  due_at integer,
  deleted_at integer,
  hold integer not null default 0 check (hold in (0, 1)),
  owes_national integer not null default 0 check (owes_national in (0, 1)),
  owes_local integer not null default 0 check (owes_local in (0, 1)),
  check (local_id is not null or national_id is not null)
) strict;
create index cases_ticket on cases (ticket) where ticket is not null;
create index cases_next_poll on cases (next_poll_at) where next_poll_at is not null;
create index cases_polled on cases (polled_at) where closed_at is null and next_poll_at is not null;
create index cases_due on cases (due_at) where closed_at is null and due_at is not null;
create index cases_owes_national on cases (id) where owes_national = 1;
create index cases_owes_local on cases (id) where owes_local = 1;

create table message (
  id integer primary key,
  case_id integer not null references cases (id),
  origin text not null check (origin in ('local', 'national')),
  author text not null check (author in ('institution', 'reporter', 'national')),
  institution text,
  local_id text,
  national_id text,
  internal integer not null check (internal in (0, 1)),
  fingerprint text not null,
  created_at integer,
  seen_at integer not null,
  unique (case_id, local_id),
  unique (case_id, national_id)
) strict;

create table delivery (
  id integer primary key,
  case_id integer not null references cases (id),
  side text not null check (side in ('local', 'national')),
  kind text not null check (kind in ('create', 'reject', 'follow-up', 'write-back', 'response')),
  key text not null,
  message_id integer references message (id),
  state text not null check (state in ('ready', 'sending', 'doubt', 'parked', 'held', 'done')),
  held_from text,
  reason text,
  reason_before text,
  attempts integer not null default 0,
  due_at integer not null,
  created_at integer not null,
  begun_at integer,
  ended_at integer,
  absences integer not null default 0,
  last_absence_at integer,
  peer_id text,
  body text not null,
  unique (case_id, side, key)
) strict;
create index delivery_live on delivery (side, state, id) where state <> 'done';

create table attempt (
  delivery_id integer not null references delivery (id),
  number integer not null,
  begun_at integer not null,
  content_hash text not null,
  ended_at integer,
  outcome text,
  status integer,
  primary key (delivery_id, number)
) strict, without rowid;

create table history (
  seq integer primary key,
  at integer not null,
  case_id integer,
  delivery_id integer,
  event text not null,
  actor text not null,
  data text not null,
  hash text not null
) strict;
create index history_case on history (case_id, seq) where case_id is not null;

create table payload (
  case_id integer not null references cases (id),
  message_id integer not null,
  sealed blob not null,
  written_at integer not null,
  primary key (case_id, message_id)
) strict, without rowid;
create table case_key (case_id integer primary key references cases (id), wrapped blob not null) strict;

create table cursor (stream text primary key, position integer not null, completed_at integer not null) strict;
create table side (
  name text primary key check (name in ('local', 'national')),
  state text not null check (state in ('up', 'down', 'paused', 'stopped')),
  creates text not null check (creates in ('open', 'stopped', 'single')),
  until integer not null,
  failures integer not null,
  reason text,
  create_doubts integer not null,
  creates_until integer not null,
  last_ok_at integer,
  last_new_at integer
) strict;
create table tally (name text primary key, count integer not null) strict;
insert into tally (name, count) values
  ('ready', 0), ('sending', 0), ('doubt', 0), ('parked', 0), ('held', 0), ('done', 0), ('open', 0), ('closed', 0);
create table quarantine (
  side text not null,
  key text not null,
  path text not null,
  reason text not null,
  fingerprint text not null,
  first_at integer not null,
  last_at integer not null,
  primary key (side, key)
) strict, without rowid;
create table alarm (
  key text primary key,
  kind text not null,
  case_id integer references cases (id),
  detail text,
  raised_at integer not null,
  cleared_at integer
) strict;
`,
  `
delete from alarm where cleared_at is not null;
alter table alarm rename column cleared_at to confirmed_at;
create index alarm_case on alarm (case_id) where case_id is not null;
alter table quarantine add column confirmed_at integer;
create table brake (
  kind text primary key,
  since integer not null,
  count integer not null,
  open_until integer not null
) strict;
`,
  MORE_DELIVERY_KINDS,
  // Counts commits, so that a ledger rolled back by one that left no line of history is known for what it is.
  `insert into tally (name, count) values ('commits', 0);`,
  // What LAPOR!'s log showed last, so that an older copy of a report is known for what it is.
  `
alter table cases add column national_log_size integer not null default 0;
alter table cases add column national_log_at integer;
alter table cases add column national_older_since integer;
`,
  // Up to where the first whole reading after a gap reached is known by the order of the ledger, not by a clock.
  `
update meta set value = json_object(
  'kind', json_extract(value, '$.kind'),
  'at', json_extract(value, '$.at'),
  'scanned', json(case when json_extract(value, '$.scannedAt') is null then 'null' else json_object(
    'caseId', (select coalesce(max(id), 0) from cases where first_seen_at <= json_extract(meta.value, '$.scannedAt')),
    'messageId', (select coalesce(max(id), 0) from message where seen_at <= json_extract(meta.value, '$.scannedAt'))
  ) end)
) where name = 'gap';
`,
  // An older ledger that was put back must not write an older status over a newer one.
  `alter table cases add column national_unread integer not null default 0 check (national_unread in (0, 1));`,
  `create index cases_asked on cases (polled_at, next_poll_at) where next_poll_at is not null;`,
  `alter table cases add column failed_reads integer not null default 0; -- in a row, while LAPOR! answers`,
];
