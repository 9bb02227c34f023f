-- Recording a use counts it at less cost.

-- A check is parsed from its text in each statement that writes the table: a fifth of what counting a use cost. These
-- tables are written by triggers alone, from values that `use` has checked, and `statistics rebuild --verify` finds more.
alter table card_usage drop constraint card_usage_uses_check;
alter table card_usage drop constraint card_usage_first;
alter table statistics_use_hour drop constraint statistics_use_hour_weekday_check;
alter table statistics_use_hour drop constraint statistics_use_hour_hour_check;

-- A site's months are asked for in a time, or in their order.
drop index fk_statistics_use_month_site_id;
create index fk_statistics_use_month_site_id on statistics_use_month (site_id, month);

-- By site and by unit the counts are their own, their keepers' and the centre's. A site that another was merged into has
-- what that one counted, wherever it lay.
create function visit_counted_sites() returns integer[] language sql stable security definer
set search_path = public, pg_temp as $$
  with recursive counted as (
    select unnest(visit_kept_sites() || visit_sites()) as id
    union
    select t.id from site t join counted c on t.merged_into_id = c.id
  )
  select coalesce(array_agg(id), '{}') from counted
$$;
do $$
declare
  walled text;
begin
  foreach walled in array array['statistics_use_month', 'statistics_use_year', 'statistics_card_year'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
    execute format('create policy centre on %I for select to kaiku_app using ((select visit_centre()))', walled);
  end loop;
  foreach walled in array array['statistics_use_month', 'statistics_use_year'] loop
    execute format('create policy site on %I for select to kaiku_app
      using (site_id = any((select visit_counted_sites())::integer[]))', walled);
  end loop;
end $$;
drop policy site on statistics_use_hour;
create policy site on statistics_use_hour for select to kaiku_app
  using (site_id = any((select visit_counted_sites())::integer[]));
create policy unit on statistics_card_year for select to kaiku_app
  using (unit_id = (select visit_unit()) or unit_id = any((select visit_kept_units())::integer[]));

-- What of them is everybody's: the country by month and by year, of personal cards. Views that read as their owner.
create view national_month as
  select month, sum(adults)::integer as adults, sum(children)::integer as children
  from statistics_use_month where card_type = 'personal' group by month;

create view national_year as
  with used as (
    select year, municipality_id, category, sum(adults) as adults, sum(children) as children
    from statistics_use_year where card_type = 'personal' and uses > 0 group by year, municipality_id, category
  ), issued as (
    select year, municipality_id, sum(registered) as registered, sum(taken_into_use) as taken_into_use
    from statistics_card_year where card_type = 'personal' and registered > 0 group by year, municipality_id
  ), tickets as (
    select year, jsonb_object_agg(category, jsonb_build_object('adult', adults, 'child', children)) as tickets
    from (select year, category, sum(adults) as adults, sum(children) as children from used group by year, category) c
    group by year
  ), cards as (
    select year, sum(registered) as registered, sum(taken_into_use) as taken_into_use from issued group by year
  ), places as (
    select year, count(municipality_id) as municipalities
    from (select year, municipality_id from used union select year, municipality_id from issued) every_place group by year
  )
  select p.year, coalesce(c.registered, 0)::integer as registered, coalesce(c.taken_into_use, 0)::integer as taken_into_use,
    p.municipalities::integer as municipalities, t.tickets
  from places p left join tickets t using (year) left join cards c using (year);
revoke insert, update, delete on national_month, national_year from kaiku_app;

-- As before, and none where no use stands: a repair finds cards whose count was wrong.
create or replace function statistics_find_first(card_ids bigint[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan as $$
begin
  update card_usage k set first_used_on = (
    select min(u.used_on) from use u where u.card_id = k.card_id
      and not exists (select from use_cancellation x where x.use_id = u.id and x.used_on = u.used_on))
  where k.card_id = any(card_ids);
end $$;

-- One use, as a desk or a program records it, is counted here and in no function of its own: a call costs as much as a
-- statement. Undoing is rare and keeps its function. Locks are taken in the order that everything here keeps: card, card
-- year, month, year, hour, activity. Days are cut as timestamps without a zone, and parts of them are no numerics.
create or replace function statistics_on_use() returns trigger language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  delta use[] := (select array_agg(a::use) from added a);
  one use := delta[1];
  begins timestamp := one.used_on;
  of_type text := one.anonymous_type;
  place integer;
  used_before boolean;
  local timestamp;
begin
  if cardinality(delta) is distinct from 1 then
    if delta is not null then
      perform statistics_add_uses(delta, 1);
    end if;
    return null;
  end if;

  if one.card_id is not null then
    select c.type into of_type from card c where c.id = one.card_id;
    insert into card_usage as k (card_id, uses, first_used_on) values (one.card_id, 1, one.used_on)
    on conflict (card_id) do update set uses = k.uses + 1, first_used_on = least(k.first_used_on, excluded.first_used_on)
    returning k.uses > 1 into used_before;
    if not used_before then
      perform statistics_turn_cards(array[one.card_id], 1);
    end if;
  end if;

  insert into statistics_use_month as s (month, site_id, category, kind, card_type, source, uses, adults, children, companions)
  values (date_trunc('month', begins), one.site_id, one.category, one.kind, of_type, one.source,
    1, one.adults, one.children, one.companions)
  on conflict (month, site_id, category, kind, card_type, source) do update set
    uses = s.uses + 1, adults = s.adults + excluded.adults,
    children = s.children + excluded.children, companions = s.companions + excluded.companions;

  select t.municipality_id into place from site_period t where t.site_id = one.site_id and t.area_id is not null
    and (t.period_from is null or t.period_from <= one.used_on)
    and (t.period_until is null or one.used_on <= t.period_until);
  insert into statistics_use_year as s (year, municipality_id, site_id, category, card_type, uses, adults, children)
  values (date_part('year', begins), place, one.site_id, one.category, of_type, 1, one.adults, one.children)
  on conflict (year, municipality_id, site_id, category, card_type) do update set
    uses = s.uses + 1, adults = s.adults + excluded.adults, children = s.children + excluded.children;

  if one.source in ('desk', 'api', 'offline') then
    local := one.used_at at time zone 'Europe/Helsinki';
    insert into statistics_use_hour as s (quarter_from, site_id, weekday, hour, card_type, uses, adults, children)
    values (date_trunc('quarter', begins), one.site_id, date_part('isodow', local), date_part('hour', local), of_type,
      1, one.adults, one.children)
    on conflict (quarter_from, site_id, weekday, hour, card_type) do update set
      uses = s.uses + 1, adults = s.adults + excluded.adults, children = s.children + excluded.children;
  end if;

  perform from site_activity k where k.site_id = one.site_id and k.last_used_on >= one.used_on;
  if not found then
    insert into site_activity as k (site_id, last_used_on) values (one.site_id, one.used_on)
    on conflict (site_id) do update set last_used_on = greatest(k.last_used_on, excluded.last_used_on);
  end if;
  return null;
end $$;
