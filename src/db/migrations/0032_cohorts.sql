-- Time to first use, and change in wellbeing: counted when a period has closed, and kept as it was counted.

-- What was counted of a group of cards, shown or not: what a later count of the same group must not differ from by a few
-- cards. No request ever reads it. `used`: cards used by each day of the grid (src/first-use/rules.ts).
create table first_use_count (
  as_of_on date not null,
  cohort text not null check (cohort ~ '^[0-9]{4}(-Q[1-4])?$'),
  level text not null check (level in ('country', 'area', 'municipality', 'unit')),
  place_id integer,
  cards integer not null check (cards >= 0),
  used jsonb not null,
  is_hidden boolean not null,
  unique nulls not distinct (cohort, level, place_id, as_of_on)
);

-- The curves that are shown. `cards` is told to the five below, `points` in whole per cent; null: not shown.
create table first_use_curve (
  as_of_on date not null,
  cohort text not null check (cohort ~ '^[0-9]{4}(-Q[1-4])?$'),
  level text not null check (level in ('country', 'area', 'municipality', 'unit')),
  place_id integer,
  cards integer not null check (cards >= 20 and cards % 5 = 0),
  points jsonb not null,
  median_weeks smallint check (median_weeks > 0),
  unique nulls not distinct (cohort, level, place_id, as_of_on)
);

-- Who was asked, and how many answered both times, of those whose first card ended in the year. Told to the five below;
-- null: hidden.
create table wellbeing_attrition (
  year smallint not null,
  instrument_id integer not null references instrument,
  area_id integer references area,
  counted_on date not null,
  asked integer check (asked >= 10 and asked % 5 = 0),
  before integer check (before >= 10 and before % 5 = 0),
  both_times integer check (both_times >= 10 and both_times % 5 = 0),
  unique nulls not distinct (year, instrument_id, area_id)
);
create index fk_wellbeing_attrition_instrument_id on wellbeing_attrition (instrument_id);
create index fk_wellbeing_attrition_area_id on wellbeing_attrition (area_id);

-- The mean change of an item (0: the total) among those who answered both times: all of them, or by how much they used
-- the card between. Only what is shown has a row.
create table wellbeing_change (
  year smallint not null,
  instrument_id integer not null references instrument,
  area_id integer references area,
  stratum text not null check (stratum in ('all', '0', '1-4', '5+')),
  item smallint not null check (item >= 0),
  persons integer not null check (persons >= 10 and persons % 5 = 0),
  mean float8 not null,
  low float8 not null,
  high float8 not null,
  unique nulls not distinct (year, instrument_id, area_id, stratum, item)
);
create index fk_wellbeing_change_instrument_id on wellbeing_change (instrument_id);
create index fk_wellbeing_change_area_id on wellbeing_change (area_id);

create trigger publication_stays before update or delete on first_use_count
  for each statement execute function publication_stays();
create trigger publication_stays before update or delete on first_use_curve
  for each statement execute function publication_stays();
create trigger publication_stays before update or delete on wellbeing_attrition
  for each statement execute function publication_stays();
create trigger publication_stays before update or delete on wellbeing_change
  for each statement execute function publication_stays();

do $$
declare
  walled text;
begin
  foreach walled in array array['first_use_count', 'first_use_curve', 'wellbeing_attrition', 'wellbeing_change'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
end $$;
revoke all on first_use_count from kaiku_app;
revoke insert, update, delete on first_use_curve, wellbeing_attrition, wellbeing_change from kaiku_app;
create policy everyone_reads on wellbeing_attrition for select to kaiku_app using (true);
create policy everyone_reads on wellbeing_change for select to kaiku_app using (true);
create policy everyone_reads on first_use_curve for select to kaiku_app using (level <> 'unit');
create policy keepers on first_use_curve for select to kaiku_app
  using ((select visit_centre()) or (select visit_auditor()));
create policy kept on first_use_curve for select to kaiku_app
  using (level = 'unit' and (place_id = any((select visit_kept_units())::integer[]) or place_id = (select visit_unit())));
