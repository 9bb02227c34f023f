-- Oversight by the centre: what the register notices of a place, with the numbers that explain it. A signal is about a site
-- or an issuing unit, never about a card or a person, and it ends.

-- How much is needed before anything is noticed: dated, so that an old signal can still be explained. A row that has
-- begun never changes.
create table signal_limit (
  valid_from date primary key,
  -- In how many years one place may give one false alarm of one kind.
  rarity smallint not null check (rarity between 5 and 200),
  busy_least smallint not null check (busy_least between 5 and 500),
  quiet_least smallint not null check (quiet_least between 8 and 500),
  children_least smallint not null check (children_least between 3 and 100),
  sequence_least smallint not null check (sequence_least between 4 and 50),
  early_least smallint not null check (early_least between 3 and 100),
  hours_least smallint not null check (hours_least between 3 and 100),
  repeats_least smallint not null check (repeats_least between 3 and 100),
  unused_least smallint not null check (unused_least between 10 and 500),
  -- After how many days a signal that nobody has looked at is closed by itself.
  open_days smallint not null check (open_days between 14 and 180),
  reason text not null check (reason <> '')
);
insert into signal_limit values
  ('2015-01-01', 50, 10, 16, 5, 6, 5, 4, 5, 20, 60, 'The first limits: our own choice.');

create table signal (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('busy', 'quiet', 'children', 'sequence', 'early', 'hours', 'repeats', 'unused')),
  site_id integer references site,
  unit_id integer references issuing_unit,
  -- The days that were looked at.
  noticed_from date not null,
  noticed_until date not null,
  -- What was seen, what is usual, and the limit: numbers alone.
  numbers jsonb not null check (jsonb_typeof(numbers) = 'object'),
  noticed_at timestamptz not null,
  -- In how many later looks it was so again while the signal stood, and the first day of the last of them.
  again smallint not null default 0 check (again >= 0),
  again_from date not null,
  ends_on date not null,
  state text not null default 'open' check (state in ('open', 'watched', 'explained', 'followed-up', 'lapsed')),
  note text check (length(note) between 1 and 1000),
  decided_at timestamptz,
  decided_by text,
  ended_at timestamptz,
  check (num_nonnulls(site_id, unit_id) = 1),
  check ((kind in ('early', 'unused')) = (unit_id is not null)),
  check (noticed_until >= noticed_from),
  check (again_from >= noticed_from),
  check ((state in ('open', 'watched')) = (ended_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  check (state in ('open', 'lapsed') or decided_at is not null),
  check (state not in ('explained', 'followed-up') or note is not null)
);
create index fk_signal_site_id on signal (site_id);
create index fk_signal_unit_id on signal (unit_id);
-- Once for each subject, kind and time; and one that stands at a time.
create unique index signal_once on signal (kind, site_id, unit_id, noticed_from) nulls not distinct;
create unique index signal_stands on signal (kind, site_id, unit_id) nulls not distinct where ended_at is null;

-- "We know of it": no such signal of this place until a day.
create table signal_mute (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('busy', 'quiet', 'children', 'sequence', 'early', 'hours', 'repeats', 'unused')),
  site_id integer references site,
  unit_id integer references issuing_unit,
  mute_until date not null,
  reason text not null check (length(reason) between 1 and 300),
  made_at timestamptz not null,
  made_by text not null,
  ended_at timestamptz,
  check (num_nonnulls(site_id, unit_id) = 1),
  check ((kind in ('early', 'unused')) = (unit_id is not null))
);
create index fk_signal_mute_site_id on signal_mute (site_id);
create index fk_signal_mute_unit_id on signal_mute (unit_id);

-- The days on which it was looked: a day is looked at once, however many processes run.
create table signal_round (
  noticed_on date primary key,
  noticed_at timestamptz not null
);

do $$
declare
  walled text;
begin
  foreach walled in array array['signal', 'signal_limit', 'signal_mute', 'signal_round'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
end $$;

-- The centre alone sees signals; the job makes them, and people may only decide.
revoke all on signal, signal_mute, signal_limit, signal_round from kaiku_app;
grant select on signal to kaiku_app;
grant update (state, note, decided_at, decided_by, ended_at, ends_on) on signal to kaiku_app;
create policy centre on signal to kaiku_app using ((select visit_centre())) with check ((select visit_centre()));
grant select, insert on signal_mute to kaiku_app;
grant update (ended_at) on signal_mute to kaiku_app;
create policy centre on signal_mute to kaiku_app using ((select visit_centre())) with check ((select visit_centre()));

-- How signals are made is no secret; the centre alone changes it, from tomorrow on.
grant select, insert, delete on signal_limit to kaiku_app;
create policy everyone_reads on signal_limit for select to kaiku_app using (true);
create policy centre_adds on signal_limit for insert to kaiku_app
  with check ((select visit_centre()) and valid_from > (select today_in_finland()));
create policy centre_takes_back on signal_limit for delete to kaiku_app
  using ((select visit_centre()) and valid_from > (select today_in_finland()));
grant select on signal_round to kaiku_app;
create policy everyone_reads on signal_round for select to kaiku_app using (true);
