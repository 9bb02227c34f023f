-- What a desk asks with every use, at less cost: each function that a statement calls is entered and left once more.

-- Whether the cards of a municipality work elsewhere too, as it piloted or used the card last; one that never did has no
-- limits. A query takes the statement in as its own.
create function municipality_crossing(in_municipality integer, on_day date) returns table (crosses boolean)
stable rows 1 language sql as $$
  select coalesce((select s.cross_use from area_membership s where s.municipality_id = in_municipality
    and s.phase in ('pilot', 'permanent') and (s.phase_from is null or s.phase_from <= on_day)
    order by s.phase_from desc nulls last limit 1), true)
$$;

create or replace function municipality_crosses(in_municipality integer, on_day date) returns boolean
stable language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return (select m.crosses from municipality_crossing(in_municipality, on_day) m);
end $$;

-- With the card comes where it is at home that day, which is its unit's place. A card that has no unit has no home.
drop function card_for_use(bytea, bytea, bigint, integer, text);
drop function card_home(bigint, date);
create function card_for_use(by_legacy bytea, by_fresh bytea, by_id bigint, at_site integer, on_day date, act_by text)
returns table (id bigint, type text, state text, registered_on date, valid_until date, closed_on date,
  children smallint, code_tail text, revision integer, area_id integer, crosses boolean)
rows 1 language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  found_id bigint;
begin
  -- A program's call says whose it is in the same statement, so that it costs no round trip of its own.
  if act_by is not null then
    perform set_config('kaiku.proof', act_by, true);
  end if;
  if (at_site = any(visit_sites())) is not true then
    return;
  end if;
  if by_id is not null then
    found_id := (select k.card_id from card_check k where k.card_id = by_id and k.account_role_id = visit_role_id() limit 1);
  else
    -- A legacy code exactly as it stands wins over the new-style reading.
    found_id := (select c.id from card c where c.code_hash in (by_legacy, by_fresh)
      order by c.code_hash = by_legacy desc limit 1);
  end if;
  return query
    select c.id, c.type, c.state, c.registered_on, c.valid_until, c.closed_on, c.children, c.code_tail, c.revision,
      h.area_id, m.crosses
    from card c
    left join unit_period h on h.unit_id = c.unit_id
      and (h.period_from is null or h.period_from <= on_day) and (h.period_until is null or on_day <= h.period_until)
    left join lateral municipality_crossing(h.municipality_id, on_day) m on h.unit_id is not null
    where c.id = found_id;
end $$;
