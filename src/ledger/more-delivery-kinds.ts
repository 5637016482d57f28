/**
 * A kind of delivery more: `report`, one that was born at LAPOR!. A check cannot be altered, so that the table is made anew,
 * and with it the one that refers to it.
 */
export const MORE_DELIVERY_KINDS = `
create table delivery_of_more_kinds (
  id integer primary key,
  case_id integer not null references cases (id),
  side text not null check (side in ('local', 'national')),
  kind text not null check (kind in ('create', 'reject', 'follow-up', 'report', 'write-back', 'response')),
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
insert into delivery_of_more_kinds select * from delivery;
create table attempt_at_more_kinds (
  delivery_id integer not null references delivery_of_more_kinds (id),
  number integer not null,
  begun_at integer not null,
  content_hash text not null,
  ended_at integer,
  outcome text,
  status integer,
  primary key (delivery_id, number)
) strict, without rowid;
insert into attempt_at_more_kinds select * from attempt;
drop table attempt;
drop table delivery;
alter table delivery_of_more_kinds rename to delivery;
alter table attempt_at_more_kinds rename to attempt;
create index delivery_live on delivery (side, state, id) where state <> 'done';
`;
