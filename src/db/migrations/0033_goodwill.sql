-- What a site's tickets cost others: dated, so that each month keeps its own prices. A list is never rewritten; one that
-- was wrong is taken back, and stands there to be seen and to be given back.
create table price_list (
  id integer generated always as identity primary key,
  site_id integer not null references site,
  valid_from date not null check (valid_from between '2015-01-01' and '2199-12-31'),
  made_at timestamptz not null,
  taken_back_at timestamptz
);
create unique index price_list_standing on price_list (site_id, valid_from) where taken_back_at is null;
create index fk_price_list_site_id on price_list (site_id);

-- In cents, tax included, as a visitor without the card pays. A kind that is not on a list has no price while it holds.
create table price (
  list_id integer not null references price_list,
  kind text not null check (kind in ('ticket', 'course-place', 'season-pass')),
  adult_cents integer not null check (adult_cents between 0 and 100000),
  child_cents integer not null check (child_cents between 0 and 100000),
  primary key (list_id, kind)
);

-- Years that exist only as totals that somebody published before this register was kept. Null: nothing was published.
create table published_year (
  year smallint primary key check (year between 2015 and 2199),
  cards_registered integer check (cards_registered >= 0),
  cards_taken_into_use integer check (cards_taken_into_use >= 0),
  uses_adult_culture integer check (uses_adult_culture >= 0),
  uses_adult_education integer check (uses_adult_education >= 0),
  uses_adult_science integer check (uses_adult_science >= 0),
  uses_adult_sports integer check (uses_adult_sports >= 0),
  uses_child_culture integer check (uses_child_culture >= 0),
  uses_child_education integer check (uses_child_education >= 0),
  uses_child_science integer check (uses_child_science >= 0),
  uses_child_sports integer check (uses_child_sports >= 0),
  uses_total integer check (uses_total >= 0),
  municipalities integer check (municipalities >= 0),
  source text not null check (source <> ''),
  counted_on date not null
);

do $$
declare
  walled text;
begin
  foreach walled in array array['price_list', 'price', 'published_year'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
end $$;
create policy centre on price_list to kaiku_app using ((select visit_centre())) with check ((select visit_centre()));
create policy kept on price_list to kaiku_app using (site_id = any((select visit_kept_sites())::integer[]));
create policy own on price_list to kaiku_app using (site_id = (select visit_venue()));
create policy as_its_list on price to kaiku_app using (exists (select from price_list l where l.id = list_id));
revoke delete on price_list from kaiku_app;
revoke update, delete on price from kaiku_app;
revoke insert, update, delete on published_year from kaiku_app;
create policy everyone_reads on published_year for select to kaiku_app using (true);
