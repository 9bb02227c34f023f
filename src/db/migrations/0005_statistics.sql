-- Rollups, kept by triggers: whoever writes a use or a card, the counts move in the same transaction.
-- Transition tables make one grouped update of a whole import.

-- How many uses that still stand a card has. From 0 to 1 is "taken into use".
create table card_usage (
  card_id bigint primary key references card,
  uses integer not null check (uses >= 0)
);

create table statistics_use_month (
  month date not null,
  site_id integer not null references site,
  category text not null,
  kind text not null,
  card_type text not null,
  uses integer not null,
  adults integer not null,
  children integer not null,
  companions integer not null,
  primary key (month, site_id, category, kind, card_type)
);
create index fk_statistics_use_month_site_id on statistics_use_month (site_id);

-- municipality_id is null for pop-up sites: they count nationally, never to a municipality.
create table statistics_use_year (
  year smallint not null,
  municipality_id integer references municipality,
  category text not null,
  card_type text not null,
  uses integer not null,
  adults integer not null,
  children integer not null,
  unique nulls not distinct (year, municipality_id, category, card_type)
);
create index fk_statistics_use_year_municipality_id on statistics_use_year (municipality_id);

create table statistics_card_year (
  year smallint not null,
  municipality_id integer not null references municipality,
  card_type text not null,
  registered integer not null,
  taken_into_use integer not null,
  primary key (year, municipality_id, card_type)
);
create index fk_statistics_card_year_municipality_id on statistics_card_year (municipality_id);

-- Counts cards as taken into use (sign 1) or takes that back (sign -1).
create function statistics_turn_cards(card_ids bigint[], sign integer) returns void language sql as $$
  insert into statistics_card_year as s (year, municipality_id, card_type, registered, taken_into_use)
  select extract(year from c.registered_on), i.municipality_id, c.type, 0, sign * count(*)
  from card c join issuing_unit i on i.id = c.unit_id
  where c.id = any(card_ids) and c.registered_on is not null
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (year, municipality_id, card_type)
    do update set taken_into_use = s.taken_into_use + excluded.taken_into_use
$$;

-- Adds uses (sign 1) or takes them back (sign -1), in one fixed order of locks: card, card year, month, year.
-- Rows are sorted so that two batches never wait for each other in a circle.
create function statistics_add_uses(delta use[], sign integer) returns void language plpgsql as $$
declare
  turned bigint[];
begin
  if sign > 0 then
    with by_card as (select d.card_id, count(*)::integer as uses from unnest(delta) d group by d.card_id),
    counted as (
      insert into card_usage as u (card_id, uses) select card_id, uses from by_card order by card_id
      on conflict (card_id) do update set uses = u.uses + excluded.uses
      returning card_id, uses
    )
    select array_agg(n.card_id) into turned from counted n join by_card b using (card_id) where n.uses = b.uses;
  else
    with by_card as (select d.card_id, count(*)::integer as uses from unnest(delta) d group by d.card_id),
    counted as (
      update card_usage u set uses = u.uses - b.uses from by_card b where b.card_id = u.card_id
      returning u.card_id, u.uses
    )
    select array_agg(card_id) into turned from counted where uses = 0;
  end if;
  if turned is not null then
    perform statistics_turn_cards(turned, sign);
  end if;

  insert into statistics_use_month as s
  select date_trunc('month', d.used_on)::date, d.site_id, d.category, d.kind, c.type,
    sign * count(*), sign * sum(d.adults), sign * sum(d.children), sign * sum(d.companions)
  from unnest(delta) d join card c on c.id = d.card_id
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (month, site_id, category, kind, card_type) do update set
    uses = s.uses + excluded.uses, adults = s.adults + excluded.adults,
    children = s.children + excluded.children, companions = s.companions + excluded.companions;

  insert into statistics_use_year as s
  select extract(year from d.used_on), case when t.area_id is not null then t.municipality_id end, d.category, c.type,
    sign * count(*), sign * sum(d.adults), sign * sum(d.children)
  from unnest(delta) d join card c on c.id = d.card_id join site t on t.id = d.site_id
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (year, municipality_id, category, card_type) do update set
    uses = s.uses + excluded.uses, adults = s.adults + excluded.adults, children = s.children + excluded.children;
end $$;

create function statistics_on_use() returns trigger language plpgsql as $$
begin
  perform statistics_add_uses((select array_agg(a::use) from added a), 1);
  return null;
end $$;
create trigger statistics_on_use after insert on use
  referencing new table as added for each statement execute function statistics_on_use();

create function statistics_on_cancellation() returns trigger language plpgsql as $$
begin
  perform statistics_add_uses(
    (select array_agg(u) from added a join use u on u.id = a.use_id and u.used_on = a.used_on), -1);
  return null;
end $$;
create trigger statistics_on_cancellation after insert on use_cancellation
  referencing new table as added for each statement execute function statistics_on_cancellation();

-- Registered cards by the day of registration. A registration undone is taken back; a card withdrawn stays counted.
create function statistics_add_cards(delta card[], sign integer) returns void language sql as $$
  insert into statistics_card_year as s (year, municipality_id, card_type, registered, taken_into_use)
  select extract(year from c.registered_on), i.municipality_id, c.type,
    sign * count(*), sign * count(*) filter (where u.uses > 0)
  from unnest(delta) c join issuing_unit i on i.id = c.unit_id left join card_usage u on u.card_id = c.id
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (year, municipality_id, card_type) do update set
    registered = s.registered + excluded.registered, taken_into_use = s.taken_into_use + excluded.taken_into_use
$$;

create function statistics_on_card_added() returns trigger language plpgsql as $$
begin
  perform statistics_add_cards((select array_agg(a::card) from added a where a.registered_on is not null), 1);
  return null;
end $$;
create trigger statistics_on_card_added after insert on card
  referencing new table as added for each statement execute function statistics_on_card_added();

create function statistics_on_card_changed() returns trigger language plpgsql as $$
begin
  perform statistics_add_cards((
    select array_agg(b::card) from before b join after a using (id)
    where b.registered_on is not null
      and (b.registered_on, b.unit_id, b.type) is distinct from (a.registered_on, a.unit_id, a.type)), -1);
  perform statistics_add_cards((
    select array_agg(a::card) from before b join after a using (id)
    where a.registered_on is not null
      and (b.registered_on, b.unit_id, b.type) is distinct from (a.registered_on, a.unit_id, a.type)), 1);
  return null;
end $$;
create trigger statistics_on_card_changed after update on card
  referencing old table as before new table as after for each statement execute function statistics_on_card_changed();
