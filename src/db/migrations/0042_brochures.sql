-- The customer brochure of an area. What its coordinators prepare: whom it leaves out (ids of sites and units; one that
-- is gone from the register since is left out anyway), whom to ask, and the area's own words by language.
create table brochure_draft (
  area_id integer primary key references area,
  choices jsonb not null check (jsonb_typeof(choices) = 'object'),
  changed_at timestamptz not null,
  changed_by text not null
);

-- What was published: the whole content, words too, so that a paper can be made again as it was.
create table brochure_edition (
  id integer generated always as identity primary key,
  area_id integer not null references area,
  year smallint not null check (year between 2015 and 2199),
  number smallint not null check (number > 0),
  published_on date not null,
  published_at timestamptz not null,
  published_by text not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  unique (area_id, year, number)
);

create function brochure_edition_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a published edition is never changed' using errcode = '42501';
end $$;
create trigger brochure_edition_stays before update or delete on brochure_edition
  for each row execute function brochure_edition_stays();

do $$
declare
  walled text;
begin
  foreach walled in array array['brochure_draft', 'brochure_edition'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
    execute format(
      'create policy centre on %I to kaiku_app using ((select visit_centre())) with check ((select visit_centre()))', walled);
    execute format('create policy area on %I to kaiku_app using (area_id = (select visit_area()))', walled);
  end loop;
end $$;
create policy everyone_reads on brochure_edition for select to kaiku_app using (true);
revoke delete on brochure_draft from kaiku_app;
revoke update, delete on brochure_edition from kaiku_app;
