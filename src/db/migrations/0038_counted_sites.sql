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
