-- Which sites' counts somebody sees is asked with each statement that reads them. In plpgsql, whose plan is kept for the
-- connection: a recursive statement took longer to plan than all else of a page. The centre, which sees all, has none.
create or replace function visit_counted_sites() returns integer[] language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  own integer[] := visit_kept_sites() || visit_sites();
begin
  if own = '{}' then
    return own;
  end if;
  return array(
    with recursive counted as (
      select unnest(own) as id
      union
      select t.id from site t join counted c on t.merged_into_id = c.id
    )
    select id from counted);
end $$;

-- Month by month, each found by the key: of all months at once PostgreSQL would rather read the whole rollup.
create or replace view national_month as
  select d.month, n.adults, n.children
  from (
    select at::date as month
    from generate_series((select min(month)::timestamp from statistics_use_month),
      (select max(month)::timestamp from statistics_use_month), interval '1 month') at
  ) d
  cross join lateral (
    select sum(m.adults)::integer as adults, sum(m.children)::integer as children
    from statistics_use_month m where m.month = d.month and m.card_type = 'personal'
    having count(*) > 0
  ) n;

-- A unit's own cards of a year, and those that are valid, without reading all that it ever registered.
create index card_of_unit_on on card (unit_id, registered_on, valid_until);

-- The months of a unit's own cards, asked of it alone: row by row, the wall around `card_usage` cost more than the counting.
drop function own_renewals(date, date);
create function own_card_months(of_unit integer, from_day date, until_day date)
returns table (month date, registered integer, taken_into_use integer, renewals integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if of_unit is distinct from visit_unit() then
    return;
  end if;
  return query
    select date_trunc('month', c.registered_on)::date, count(*)::integer, (count(*) filter (where k.uses > 0))::integer,
      count(r.new_card_id)::integer
    from card c left join card_usage k on k.card_id = c.id left join card_renewal r on r.new_card_id = c.id
    where c.unit_id = of_unit and c.type = 'personal' and c.registered_on between from_day and until_day
    group by 1;
end $$;
