-- Where a postal code lies: only asked by, never refused by. Municipalities are named as the source names them, by their
-- official code, so that the list can be read before the municipalities are.
create table postal_code (
  code text primary key check (code ~ '^[0-9]{5}$'),
  municipality_code text not null check (municipality_code ~ '^[0-9]{3,4}$'),
  municipality text not null check (municipality <> ''),
  valid_from date,
  source text not null check (source <> ''),
  licence text not null check (licence <> ''),
  listed_on date not null
);

-- A municipality outside the network whose people an area's issuers serve all the same, for a time.
create table area_home_exception (
  id integer generated always as identity primary key,
  area_id integer not null references area,
  municipality_id integer not null references municipality,
  valid_from date not null,
  valid_until date,
  made_at timestamptz not null,
  made_by text not null,
  check (valid_until >= valid_from),
  exclude using gist (
    int4range(area_id, area_id, '[]') with &&,
    int4range(municipality_id, municipality_id, '[]') with &&,
    daterange(valid_from, valid_until, '[]') with &&
  )
);
create index fk_area_home_exception_area_id on area_home_exception (area_id);
create index fk_area_home_exception_municipality_id on area_home_exception (municipality_id);

do $$
declare
  walled text;
begin
  foreach walled in array array['postal_code', 'area_home_exception']
  loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
    execute format('create policy everyone_reads on %I for select to kaiku_app using (true)', walled);
  end loop;
end $$;

-- The list comes by import alone.
revoke insert, update, delete on postal_code from kaiku_app;

create policy centre on area_home_exception to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy area on area_home_exception to kaiku_app using (area_id = (select visit_area()));

-- When the centre agreed to the unit that asks; null for one that was there before anyone was asked.
create function unit_agreed_at() returns timestamptz language sql stable security definer
set search_path = public, pg_temp as $$
  select r.answered_at from issuer_request r where r.unit_id = visit_unit() and r.answer = 'approved'
$$;
