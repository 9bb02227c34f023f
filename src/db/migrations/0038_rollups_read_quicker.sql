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
