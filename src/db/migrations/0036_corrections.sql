-- Corrections: what came after a quarter was closed, told by a later closing. What was published stays as it is.

-- By which they are known, as a publication by its own; null where the publication tells none.
alter table publication add column corrections_digest bytea check (length(corrections_digest) = 32);
-- The last event of a card when it was counted: an imported card says an early day, but its event is a late one.
alter table publication add column last_event bigint;

-- `publication` tells it, `period` is what it corrects. Null is not told; at a place so is everything that has no row here.
create table publication_correction (
  publication integer not null references publication,
  period text not null references publication (period),
  measure text not null,
  division text not null,
  part text not null,
  level text not null check (level in ('country', 'county', 'area')),
  place_id integer,
  added integer check (added >= 0),
  removed integer check (removed >= 0),
  check (added > 0 or removed > 0),
  unique nulls not distinct (publication, period, level, place_id, measure, division, part)
);
create index publication_correction_period on publication_correction (period, level, place_id);
create trigger publication_stays before update or delete on publication_correction
  for each statement execute function publication_stays();

-- What came in a window, of all that is there: a few bytes for a megabyte, as rows come in the order of their receipt.
create index use_received_at on use using brin (received_at);

alter table publication_correction enable row level security;
alter table publication_correction force row level security;
do $$
begin
  execute format('create policy owner on publication_correction to %I using (true) with check (true)', current_user);
end $$;
revoke insert, update, delete on publication_correction from kaiku_app;
create policy everyone_reads on publication_correction for select to kaiku_app using (true);
