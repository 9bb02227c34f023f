-- Closed periods: what was counted when a quarter or a year was closed, and what of it was published. Neither changes.

create table publication (
  number integer generated always as identity primary key,
  period text not null unique check (period ~ '^[0-9]{4}(-Q[1-4])?$'),
  counted_at timestamptz not null,
  published_at timestamptz not null,
  digest bytea not null check (length(digest) = 32)
);

-- What was published: null where it is hidden. `is_public` tells what everyone may read; the rest is for the place itself, those who
-- keep it and the centre.
create table publication_figure (
  publication integer not null references publication,
  measure text not null,
  division text not null,
  part text not null,
  level text not null check (level in ('country', 'county', 'area', 'municipality', 'unit', 'site')),
  place_id integer,
  count integer check (count >= 0),
  is_public boolean not null,
  unique nulls not distinct (publication, level, place_id, measure, division, part)
);

-- What was counted, hidden or not, at every grain of place: what later periods must agree with, so that two of them give
-- nothing away. No request ever reads it.
create table publication_count (
  publication integer not null references publication,
  measure text not null,
  division text not null,
  part text not null,
  grain text not null check (grain in ('spot', 'place', 'municipality-in-area', 'municipality', 'area', 'county', 'country')),
  spot_id integer,
  municipality_id integer,
  area_id integer,
  county_id integer,
  count integer not null check (count >= 0),
  cards integer not null check (cards >= 0),
  largest integer not null check (largest >= 0)
);
create index fk_publication_count_publication on publication_count (publication);

create function publication_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what has been published does not change' using errcode = '42501';
end $$;
create trigger publication_stays before update or delete on publication for each statement execute function publication_stays();
create trigger publication_stays before update or delete on publication_figure
  for each statement execute function publication_stays();
create trigger publication_stays before update or delete on publication_count
  for each statement execute function publication_stays();

do $$
declare
  walled text;
begin
  foreach walled in array array['publication', 'publication_figure', 'publication_count'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
end $$;
revoke all on publication_count from kaiku_app;
revoke insert, update, delete on publication, publication_figure from kaiku_app;
create policy everyone_reads on publication for select to kaiku_app using (true);
create policy everyone_reads on publication_figure for select to kaiku_app using (is_public);
create policy centre on publication_figure for select to kaiku_app
  using ((select visit_centre()) or (select visit_auditor()));
create policy kept on publication_figure for select to kaiku_app using (
  level = 'unit' and place_id = any((select visit_kept_units())::integer[])
  or level = 'site' and place_id = any((select visit_kept_sites())::integer[])
  or level = 'unit' and place_id = (select visit_unit()) or level = 'site' and place_id = (select visit_venue()));
