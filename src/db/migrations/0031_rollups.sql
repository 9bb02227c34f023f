-- Rollups that cost little, tell more, and can be held against a recount at any time.

-- The day of a card's first use that still stands: undone and late entries move it.
alter table card_usage add column first_used_on date;

-- By source too: what a desk has written down at once, and what came later from lists and tills.
truncate statistics_use_month;
alter table statistics_use_month drop constraint statistics_use_month_pkey;
alter table statistics_use_month add column source text not null;
alter table statistics_use_month add primary key (month, site_id, category, kind, card_type, source);

-- The years by site and by unit: whoever records waits for nobody but the own place, and readers add few rows up. A
-- municipality stands with each row, since it is the place's of the day. A unit is null for cards that were forgotten
-- before this was kept.
truncate statistics_use_year;
alter table statistics_use_year drop constraint statistics_use_year_year_municipality_id_category_card_type_key;
alter table statistics_use_year add column site_id integer not null references site;
alter table statistics_use_year
  add constraint statistics_use_year_key unique nulls not distinct (year, municipality_id, site_id, category, card_type);
create index fk_statistics_use_year_site_id on statistics_use_year (site_id);

create temp table counted_before as select * from statistics_card_year;
truncate statistics_card_year;
alter table statistics_card_year drop constraint statistics_card_year_pkey;
alter table statistics_card_year add column unit_id integer references issuing_unit;
alter table statistics_card_year
  add constraint statistics_card_year_key unique nulls not distinct (year, municipality_id, unit_id, card_type);
create index fk_statistics_card_year_unit_id on statistics_card_year (unit_id);

-- When a site is busy, by quarter (its first day), day of the week (1 is Monday) and hour in Finland. Only of what was
-- recorded as it happened: an import knows no hour.
create table statistics_use_hour (
  quarter_from date not null,
  site_id integer not null references site,
  weekday smallint not null check (weekday between 1 and 7),
  hour smallint not null check (hour between 0 and 23),
  card_type text not null,
  uses integer not null,
  adults integer not null,
  children integer not null,
  primary key (quarter_from, site_id, weekday, hour, card_type)
);
create index fk_statistics_use_hour_site_id on statistics_use_hour (site_id, quarter_from);

-- What of the counts is of forgotten cards: a recount finds it nowhere else, for a card that is forgotten leaves neither
-- its unit nor the hours of its uses.
create table forgotten_card_year (
  year smallint not null,
  municipality_id integer not null references municipality,
  unit_id integer references issuing_unit,
  card_type text not null,
  registered integer not null,
  taken_into_use integer not null,
  unique nulls not distinct (year, municipality_id, unit_id, card_type)
);
create index fk_forgotten_card_year_municipality_id on forgotten_card_year (municipality_id);
create index fk_forgotten_card_year_unit_id on forgotten_card_year (unit_id);
create table forgotten_use_hour (
  quarter_from date not null,
  site_id integer not null references site,
  weekday smallint not null,
  hour smallint not null,
  card_type text not null,
  uses integer not null,
  adults integer not null,
  children integer not null,
  primary key (quarter_from, site_id, weekday, hour, card_type)
);
create index fk_forgotten_use_hour_site_id on forgotten_use_hour (site_id);
do $$
declare
  walled text;
begin
  foreach walled in array array['statistics_use_hour', 'forgotten_card_year', 'forgotten_use_hour'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
end $$;
revoke all on forgotten_card_year, forgotten_use_hour from kaiku_app;
create policy centre on statistics_use_hour for select to kaiku_app using ((select visit_centre()));
create policy site on statistics_use_hour for select to kaiku_app
  using (site_id = any((select visit_sites())::integer[]) or site_id = any((select visit_kept_sites())::integer[]));
revoke insert, update, delete on statistics_use_hour from kaiku_app;

-- Room on each page for the next version of a row, so that counting up touches no index.
alter table card_usage set (fillfactor = 90);
alter table statistics_use_month set (fillfactor = 70);
alter table statistics_use_year set (fillfactor = 50);
alter table statistics_card_year set (fillfactor = 50);
alter table statistics_use_hour set (fillfactor = 70);

-- What the rollups should be, counted from cards and uses. `kaiku statistics rebuild` holds the tables against these.
create view standing_use as
  select u.used_on, u.used_at, u.card_id, u.site_id, u.category, u.kind, u.source, u.adults, u.children, u.companions,
    coalesce(c.type, u.anonymous_type) as card_type, u.recorded_by = 'nobody' as is_forgotten
  from use u left join card c on c.id = u.card_id
  where not exists (select from use_cancellation x where x.use_id = u.id and x.used_on = u.used_on);

create view recount_card_usage as
  select card_id, count(*)::integer as uses, min(used_on) as first_used_on
  from standing_use where card_id is not null group by card_id;

create view recount_use_month as
  select date_trunc('month', used_on)::date as month, site_id, category, kind, card_type, source, count(*)::integer as uses,
    sum(adults)::integer as adults, sum(children)::integer as children, sum(companions)::integer as companions
  from standing_use group by 1, 2, 3, 4, 5, 6;

-- Added up by day first, so that the place of a day is looked for once a day and not once a use.
create view recount_use_year as
  select extract(year from d.used_on)::smallint as year, case when t.area_id is not null then t.municipality_id end
      as municipality_id, d.site_id, d.category, d.card_type, sum(d.uses)::integer as uses, sum(d.adults)::integer as adults,
    sum(d.children)::integer as children
  from (
    select used_on, site_id, category, card_type, count(*) as uses, sum(adults) as adults, sum(children) as children
    from standing_use group by 1, 2, 3, 4
  ) d join site_period t on t.site_id = d.site_id
    and (t.period_from is null or t.period_from <= d.used_on) and (t.period_until is null or d.used_on <= t.period_until)
  group by 1, 2, 3, 4, 5;

create view recount_card_year as
  select year, municipality_id, unit_id, card_type, sum(registered)::integer as registered,
    sum(taken_into_use)::integer as taken_into_use
  from (
    select extract(year from c.registered_on)::smallint as year, p.municipality_id, c.unit_id, c.type as card_type,
      1 as registered, (g.card_id is not null)::integer as taken_into_use
    from card c join unit_period p on p.unit_id = c.unit_id
      and (p.period_from is null or p.period_from <= c.registered_on)
      and (p.period_until is null or c.registered_on <= p.period_until)
    left join recount_card_usage g on g.card_id = c.id
    where c.registered_on is not null
    union all
    table forgotten_card_year
  ) every_card group by 1, 2, 3, 4;

create view recount_use_hour as
  select quarter_from, site_id, weekday, hour, card_type, sum(uses)::integer as uses, sum(adults)::integer as adults,
    sum(children)::integer as children
  from (
    select date_trunc('quarter', used_on)::date as quarter_from, site_id,
      extract(isodow from used_at at time zone 'Europe/Helsinki')::smallint as weekday,
      extract(hour from used_at at time zone 'Europe/Helsinki')::smallint as hour, card_type, 1 as uses, adults, children
    from standing_use where source in ('desk', 'api', 'offline') and not is_forgotten
    union all
    table forgotten_use_hour
  ) every_use group by 1, 2, 3, 4, 5;

-- A day that is later than anything left to be found is right: what is undone or forgotten leaves its day.
create view recount_site_activity as
  select site_id, max(used_on) as last_used_on
  from (select site_id, used_on from use union all table site_activity) every_day group by site_id;
create view recount_unit_activity as
  select unit_id, max(registered_on) as last_registered_on
  from (select unit_id, registered_on from card where registered_on is not null union all table unit_activity) every_day
  group by unit_id;
revoke all on recount_site_activity, recount_unit_activity from kaiku_app;
revoke all on standing_use, recount_card_usage, recount_use_month, recount_use_year, recount_card_year, recount_use_hour
  from kaiku_app;

update card_usage k set uses = coalesce(r.uses, 0), first_used_on = r.first_used_on
  from card_usage o left join recount_card_usage r using (card_id) where o.card_id = k.card_id;
alter table card_usage add constraint card_usage_first check ((uses = 0) = (first_used_on is null));
insert into statistics_use_month (month, site_id, category, kind, card_type, source, uses, adults, children, companions)
  select month, site_id, category, kind, card_type, source, uses, adults, children, companions from recount_use_month
  order by month, site_id;
insert into statistics_use_year (year, municipality_id, site_id, category, card_type, uses, adults, children)
  select year, municipality_id, site_id, category, card_type, uses, adults, children from recount_use_year order by year, site_id;
insert into statistics_use_hour (quarter_from, site_id, weekday, hour, card_type, uses, adults, children)
  select quarter_from, site_id, weekday, hour, card_type, uses, adults, children from recount_use_hour order by quarter_from, site_id;
-- What was counted and cannot be counted any more is of cards that have been forgotten.
insert into forgotten_card_year (year, municipality_id, unit_id, card_type, registered, taken_into_use)
  select year, municipality_id, null, card_type, gone, gone_taken from (
    select b.year, b.municipality_id, b.card_type, b.registered - coalesce(sum(r.registered), 0) as gone,
      greatest(b.taken_into_use - coalesce(sum(r.taken_into_use), 0), 0) as gone_taken
    from counted_before b left join recount_card_year r using (year, municipality_id, card_type)
    group by b.year, b.municipality_id, b.card_type, b.registered, b.taken_into_use) n
  where gone > 0;
insert into statistics_card_year (year, municipality_id, unit_id, card_type, registered, taken_into_use)
  select year, municipality_id, unit_id, card_type, registered, taken_into_use from recount_card_year order by year, unit_id;
drop table counted_before;

-- One use, as a desk or a program records it: each statement's plan is kept, and nothing is sorted. Locks are taken in
-- the order that everything here keeps: card, card year, month, year, hour, activity.
create function statistics_add_use(one use, sign integer) returns void language plpgsql
set plan_cache_mode = force_generic_plan as $$
declare
  of_type text := one.anonymous_type;
  left_over integer;
  was_first boolean;
  place integer;
  local timestamp;
begin
  if one.card_id is not null then
    select c.type into of_type from card c where c.id = one.card_id;
    if sign > 0 then
      insert into card_usage as k (card_id, uses, first_used_on) values (one.card_id, 1, one.used_on)
      on conflict (card_id) do update set uses = k.uses + 1, first_used_on = least(k.first_used_on, excluded.first_used_on)
      returning k.uses - 1 into left_over;
    else
      update card_usage k set uses = k.uses - 1, first_used_on = case when k.uses > 1 then k.first_used_on end
      where k.card_id = one.card_id
      returning k.uses, k.first_used_on = one.used_on into left_over, was_first;
      if was_first then
        perform statistics_find_first(array[one.card_id]);
      end if;
    end if;
    if left_over = 0 then
      perform statistics_turn_cards(array[one.card_id], sign);
    end if;
  end if;

  insert into statistics_use_month as s (month, site_id, category, kind, card_type, source, uses, adults, children, companions)
  values (date_trunc('month', one.used_on), one.site_id, one.category, one.kind, of_type, one.source,
    sign, sign * one.adults, sign * one.children, sign * one.companions)
  on conflict (month, site_id, category, kind, card_type, source) do update set
    uses = s.uses + excluded.uses, adults = s.adults + excluded.adults,
    children = s.children + excluded.children, companions = s.companions + excluded.companions;

  select t.municipality_id into place from site_period t where t.site_id = one.site_id and t.area_id is not null
    and (t.period_from is null or t.period_from <= one.used_on)
    and (t.period_until is null or one.used_on <= t.period_until);
  insert into statistics_use_year as s (year, municipality_id, site_id, category, card_type, uses, adults, children)
  values (extract(year from one.used_on), place, one.site_id, one.category, of_type, sign, sign * one.adults, sign * one.children)
  on conflict (year, municipality_id, site_id, category, card_type) do update set
    uses = s.uses + excluded.uses, adults = s.adults + excluded.adults, children = s.children + excluded.children;

  if one.source in ('desk', 'api', 'offline') then
    local := one.used_at at time zone 'Europe/Helsinki';
    insert into statistics_use_hour as s (quarter_from, site_id, weekday, hour, card_type, uses, adults, children)
    values (date_trunc('quarter', one.used_on), one.site_id, extract(isodow from local), extract(hour from local), of_type,
      sign, sign * one.adults, sign * one.children)
    on conflict (quarter_from, site_id, weekday, hour, card_type) do update set
      uses = s.uses + excluded.uses, adults = s.adults + excluded.adults, children = s.children + excluded.children;
  end if;

  if sign > 0 then
    perform from site_activity k where k.site_id = one.site_id and k.last_used_on >= one.used_on;
    if not found then
      insert into site_activity as k (site_id, last_used_on) values (one.site_id, one.used_on)
      on conflict (site_id) do update set last_used_on = greatest(k.last_used_on, excluded.last_used_on);
    end if;
  end if;
end $$;

-- The first day of these cards counted anew, after their rows have been locked by whoever asks: what others have
-- recorded or undone meanwhile is seen, since this is a statement of its own.
create function statistics_find_first(card_ids bigint[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan as $$
begin
  update card_usage k set first_used_on = (
    select min(u.used_on) from use u where u.card_id = k.card_id
      and not exists (select from use_cancellation x where x.use_id = u.id and x.used_on = u.used_on))
  where k.card_id = any(card_ids) and k.uses > 0;
end $$;

-- Counts cards as taken into use (sign 1) or takes that back (sign -1).
create or replace function statistics_turn_cards(card_ids bigint[], sign integer) returns void language plpgsql
set plan_cache_mode = force_generic_plan as $$
begin
  insert into statistics_card_year as s (year, municipality_id, unit_id, card_type, registered, taken_into_use)
  select extract(year from c.registered_on), i.municipality_id, c.unit_id, c.type, 0, sign * count(*)
  from card c join unit_period i on i.unit_id = c.unit_id
    and (i.period_from is null or i.period_from <= c.registered_on)
    and (i.period_until is null or c.registered_on <= i.period_until)
  where c.id = any(card_ids) and c.registered_on is not null
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (year, municipality_id, unit_id, card_type)
    do update set taken_into_use = s.taken_into_use + excluded.taken_into_use;
end $$;

-- Many uses at once: grouped, sorted, and planned for as many as there are.
create or replace function statistics_add_uses(delta use[], sign integer) returns void language plpgsql
set plan_cache_mode = force_custom_plan as $$
declare
  turned bigint[];
  firsts bigint[];
begin
  if sign > 0 then
    with by_card as (
      select d.card_id, count(*)::integer as uses, min(d.used_on) as first_used_on
      from unnest(delta) d where d.card_id is not null group by d.card_id
    ), counted as (
      insert into card_usage as k (card_id, uses, first_used_on)
      select card_id, uses, first_used_on from by_card order by card_id
      on conflict (card_id) do update
        set uses = k.uses + excluded.uses, first_used_on = least(k.first_used_on, excluded.first_used_on)
      returning card_id, uses
    )
    select array_agg(n.card_id) into turned from counted n join by_card b using (card_id) where n.uses = b.uses;
  else
    perform from card_usage k where k.card_id in (select d.card_id from unnest(delta) d) order by k.card_id for update;
    with by_card as (
      select d.card_id, count(*)::integer as uses, min(d.used_on) as first_used_on
      from unnest(delta) d where d.card_id is not null group by d.card_id
    ), counted as (
      update card_usage k set uses = k.uses - b.uses, first_used_on = case when k.uses > b.uses then k.first_used_on end
      from by_card b where b.card_id = k.card_id
      returning k.card_id, k.uses, k.first_used_on = b.first_used_on as was_first
    )
    select array_agg(card_id) filter (where uses = 0), array_agg(card_id) filter (where was_first)
    into turned, firsts from counted;
    if firsts is not null then
      perform statistics_find_first(firsts);
    end if;
  end if;
  if turned is not null then
    perform statistics_turn_cards(turned, sign);
  end if;

  insert into statistics_use_month as s (month, site_id, category, kind, card_type, source, uses, adults, children, companions)
  select date_trunc('month', d.used_on)::date, d.site_id, d.category, d.kind, coalesce(c.type, d.anonymous_type), d.source,
    sign * count(*), sign * sum(d.adults), sign * sum(d.children), sign * sum(d.companions)
  from unnest(delta) d left join card c on c.id = d.card_id
  group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
  on conflict (month, site_id, category, kind, card_type, source) do update set
    uses = s.uses + excluded.uses, adults = s.adults + excluded.adults,
    children = s.children + excluded.children, companions = s.companions + excluded.companions;

  insert into statistics_use_year as s (year, municipality_id, site_id, category, card_type, uses, adults, children)
  select extract(year from d.used_on), case when t.area_id is not null then t.municipality_id end, d.site_id, d.category,
    coalesce(c.type, d.anonymous_type), sign * count(*), sign * sum(d.adults), sign * sum(d.children)
  from unnest(delta) d left join card c on c.id = d.card_id join site_period t on t.site_id = d.site_id
    and (t.period_from is null or t.period_from <= d.used_on) and (t.period_until is null or d.used_on <= t.period_until)
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (year, municipality_id, site_id, category, card_type) do update set
    uses = s.uses + excluded.uses, adults = s.adults + excluded.adults, children = s.children + excluded.children;

  insert into statistics_use_hour as s (quarter_from, site_id, weekday, hour, card_type, uses, adults, children)
  select date_trunc('quarter', d.used_on)::date, d.site_id, extract(isodow from d.used_at at time zone 'Europe/Helsinki'),
    extract(hour from d.used_at at time zone 'Europe/Helsinki'), coalesce(c.type, d.anonymous_type),
    sign * count(*), sign * sum(d.adults), sign * sum(d.children)
  from unnest(delta) d left join card c on c.id = d.card_id
  where d.source in ('desk', 'api', 'offline')
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (quarter_from, site_id, weekday, hour, card_type) do update set
    uses = s.uses + excluded.uses, adults = s.adults + excluded.adults, children = s.children + excluded.children;

  if sign > 0 then
    insert into site_activity as a (site_id, last_used_on)
    select n.site_id, n.last_used_on
    from (select d.site_id, max(d.used_on) as last_used_on from unnest(delta) d group by d.site_id) n
    left join site_activity k on k.site_id = n.site_id and k.last_used_on >= n.last_used_on
    where k.site_id is null
    order by n.site_id
    on conflict (site_id) do update set last_used_on = greatest(a.last_used_on, excluded.last_used_on);
  end if;
end $$;

create or replace function statistics_on_use() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  delta use[] := (select array_agg(a::use) from added a);
begin
  if cardinality(delta) = 1 then
    perform statistics_add_use(delta[1], 1);
  elsif cardinality(delta) > 1 then
    perform statistics_add_uses(delta, 1);
  end if;
  return null;
end $$;

create or replace function statistics_on_cancellation() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  delta use[] := (select array_agg(u) from added a join use u on u.id = a.use_id and u.used_on = a.used_on);
begin
  if cardinality(delta) = 1 then
    perform statistics_add_use(delta[1], -1);
  elsif cardinality(delta) > 1 then
    perform statistics_add_uses(delta, -1);
  end if;
  return null;
end $$;

-- Registered cards by the day of registration. A registration undone is taken back; a card withdrawn stays counted.
create or replace function statistics_add_cards(delta card[], sign integer) returns void language plpgsql
set plan_cache_mode = force_custom_plan as $$
begin
  insert into statistics_card_year as s (year, municipality_id, unit_id, card_type, registered, taken_into_use)
  select extract(year from c.registered_on), i.municipality_id, c.unit_id, c.type,
    sign * count(*), sign * count(*) filter (where k.uses > 0)
  from unnest(delta) c join unit_period i on i.unit_id = c.unit_id
    and (i.period_from is null or i.period_from <= c.registered_on)
    and (i.period_until is null or c.registered_on <= i.period_until)
  left join card_usage k on k.card_id = c.id
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (year, municipality_id, unit_id, card_type) do update set
    registered = s.registered + excluded.registered, taken_into_use = s.taken_into_use + excluded.taken_into_use;

  if sign > 0 then
    insert into unit_activity as a (unit_id, last_registered_on)
    select n.unit_id, n.last_registered_on
    from (select c.unit_id, max(c.registered_on) as last_registered_on from unnest(delta) c group by c.unit_id) n
    where not exists (
      select from unit_activity k where k.unit_id = n.unit_id and k.last_registered_on >= n.last_registered_on)
    order by n.unit_id
    on conflict (unit_id) do update set last_registered_on = greatest(a.last_registered_on, excluded.last_registered_on);
  end if;
end $$;

create function statistics_add_card(one card, sign integer) returns void language plpgsql
set plan_cache_mode = force_generic_plan as $$
declare
  place integer;
  taken integer := 0;
begin
  select p.municipality_id into place from unit_period p where p.unit_id = one.unit_id
    and (p.period_from is null or p.period_from <= one.registered_on)
    and (p.period_until is null or one.registered_on <= p.period_until);
  perform from card_usage k where k.card_id = one.id and k.uses > 0;
  if found then
    taken := 1;
  end if;
  insert into statistics_card_year as s (year, municipality_id, unit_id, card_type, registered, taken_into_use)
  values (extract(year from one.registered_on), place, one.unit_id, one.type, sign, sign * taken)
  on conflict (year, municipality_id, unit_id, card_type) do update set
    registered = s.registered + excluded.registered, taken_into_use = s.taken_into_use + excluded.taken_into_use;
  if sign > 0 then
    perform from unit_activity k where k.unit_id = one.unit_id and k.last_registered_on >= one.registered_on;
    if not found then
      insert into unit_activity as k (unit_id, last_registered_on) values (one.unit_id, one.registered_on)
      on conflict (unit_id) do update set last_registered_on = greatest(k.last_registered_on, excluded.last_registered_on);
    end if;
  end if;
end $$;

create or replace function statistics_on_card_added() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  delta card[] := (select array_agg(a::card) from added a where a.registered_on is not null);
begin
  if cardinality(delta) = 1 then
    perform statistics_add_card(delta[1], 1);
  elsif cardinality(delta) > 1 then
    perform statistics_add_cards(delta, 1);
  end if;
  return null;
end $$;

-- Most changes of a card move no count. Of many rows the two sides are joined by a plan made for them: one kept from a
-- single row would go through all of them for each.
create or replace function statistics_on_card_changed() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  old_cards card[];
  new_cards card[];
begin
  if (select count(*) from (select from after limit 2) first_two) < 2 then
    select array_agg(b::card), array_agg(a::card) into old_cards, new_cards from before b, after a
    where (b.registered_on, b.unit_id, b.type) is distinct from (a.registered_on, a.unit_id, a.type);
  else
    execute 'select array_agg(b::card), array_agg(a::card) from before b join after a using (id)
      where (b.registered_on, b.unit_id, b.type) is distinct from (a.registered_on, a.unit_id, a.type)'
      into old_cards, new_cards;
  end if;
  if old_cards is null then
    return null;
  end if;
  if cardinality(old_cards) = 1 then
    if old_cards[1].registered_on is not null then
      perform statistics_add_card(old_cards[1], -1);
    end if;
    if new_cards[1].registered_on is not null then
      perform statistics_add_card(new_cards[1], 1);
    end if;
  else
    perform statistics_add_cards(array(select c from unnest(old_cards) c where c.registered_on is not null), -1);
    perform statistics_add_cards(array(select c from unnest(new_cards) c where c.registered_on is not null), 1);
  end if;
  return null;
end $$;

revoke execute on function statistics_add_use(use, integer), statistics_find_first(bigint[]),
  statistics_add_card(card, integer) from public;

-- Keeps of cards about to be forgotten what a recount will not find: that they were, and when they were used.
create function statistics_keep_forgotten(card_ids bigint[]) returns void language plpgsql
set search_path = public, pg_temp as $$
begin
  insert into forgotten_card_year as s (year, municipality_id, unit_id, card_type, registered, taken_into_use)
  select extract(year from c.registered_on), p.municipality_id, c.unit_id, c.type, count(*), count(*) filter (where k.uses > 0)
  from card c join unit_period p on p.unit_id = c.unit_id
    and (p.period_from is null or p.period_from <= c.registered_on)
    and (p.period_until is null or c.registered_on <= p.period_until)
  left join card_usage k on k.card_id = c.id
  where c.id = any(card_ids) and c.registered_on is not null
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (year, municipality_id, unit_id, card_type) do update set
    registered = s.registered + excluded.registered, taken_into_use = s.taken_into_use + excluded.taken_into_use;

  insert into forgotten_use_hour as s (quarter_from, site_id, weekday, hour, card_type, uses, adults, children)
  select date_trunc('quarter', u.used_on)::date, u.site_id, extract(isodow from u.used_at at time zone 'Europe/Helsinki'),
    extract(hour from u.used_at at time zone 'Europe/Helsinki'), u.card_type,
    count(*), sum(u.adults), sum(u.children)
  from standing_use u where u.card_id = any(card_ids) and u.source in ('desk', 'api', 'offline')
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (quarter_from, site_id, weekday, hour, card_type) do update set
    uses = s.uses + excluded.uses, adults = s.adults + excluded.adults, children = s.children + excluded.children;
end $$;
revoke execute on function statistics_keep_forgotten(bigint[]) from public;

-- As before, and what a recount will not find is kept. A use goes to the first day of its month; where the site moved in
-- the midst of it, to the first day in the place to which it was counted.
create or replace function cards_forget(card_ids bigint[]) returns integer
language plpgsql set search_path = public, pg_temp as $$
declare
  tie record;
  gone integer;
begin
  perform from card where id = any(card_ids) order by id for update;
  insert into forgotten_card as f (year, card_type, organisation_kind, age_group, has_children, taken_into_use, cards)
  select extract(year from c.registered_on), c.type, o.kind,
    case when c.birth_year > extract(year from c.registered_on) - 40 then 0
      when c.birth_year > extract(year from c.registered_on) - 60 then 40
      when c.birth_year is not null then 60 end,
    c.children > 0,
    coalesce(g.uses, 0) > 0, count(*)
  from card c left join issuing_unit u on u.id = c.unit_id left join organisation o on o.id = u.organisation_id
    left join card_usage g on g.card_id = c.id
  where c.id = any(card_ids) and c.registered_on is not null
  group by 1, 2, 3, 4, 5, 6
  on conflict (year, card_type, organisation_kind, age_group, has_children, taken_into_use)
    do update set cards = f.cards + excluded.cards;

  perform statistics_keep_forgotten(card_ids);

  delete from idempotency i using use u where u.card_id = any(card_ids) and i.answered_at = u.received_at
    and (i.key = u.id::text or i.answer ->> 'id' = u.id::text);
  for tie in select relation, condition from card_tie
    where relation not in ('card', 'use', 'use_cancellation') order by depth desc loop
    execute format('delete from %s where %s', tie.relation, tie.condition) using card_ids;
  end loop;
  with undone as (
    delete from use_cancellation x using use u where u.id = x.use_id and u.used_on = x.used_on and u.card_id = any(card_ids)
    returning x.use_id, x.used_on
  )
  delete from use u using undone x where u.id = x.use_id and u.used_on = x.used_on;
  update use u set id = gen_random_uuid(), card_id = null, anonymous_type = c.type, event = null, event_on = null,
    override_reason = null, recorded_by = 'nobody', used_on = d.day,
    used_at = (d.day + time '12:00') at time zone 'UTC', received_at = (d.day + time '12:00') at time zone 'UTC'
  from card c, use o join site_period t on t.site_id = o.site_id
    and (t.period_from is null or t.period_from <= o.used_on) and (t.period_until is null or o.used_on <= t.period_until)
  cross join lateral (select greatest(date_trunc('month', o.used_on)::date, t.period_from) as day) d
  where o.id = u.id and o.used_on = u.used_on and c.id = u.card_id and u.card_id = any(card_ids);
  delete from card where id = any(card_ids);
  get diagnostics gone = row_count;
  return gone;
end $$;
