-- What a second reading of the desk and the API changed.

-- The holder of a booking has come: what a desk marked by mistake, it takes back.
grant delete on arrival to kaiku_app;

-- Two groups of a day come at different times; the same visit asked for twice is still a slip.
drop index group_visit_once;
create unique index group_visit_once on group_visit
  (unit_id, site_id, visit_on, coalesce(event, ''), coalesce(starts_at, ''))
  where state in ('asked', 'accepted');

-- In the sandbox too a ticket on a card that is not registered yet waits, becomes a use, or is given up.
alter table sandbox_use add column state text not null default 'recorded'
  check (state in ('recorded', 'waiting', 'given-up'));

-- A ticket that waits may be for another day, as any use may; the use that it becomes is for that day too.
alter table unrecognised_use add column event_on date check (event_on >= used_on);
grant select (event_on) on unrecognised_use to kaiku_app;

create or replace function recognise_waiting(card_ids bigint[]) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  given unrecognised_use;
  owned card;
  refusal text;
  as_use uuid;
begin
  for given in
    select u.* from unrecognised_use u where u.state = 'waiting' and u.card_id = any(card_ids)
    order by u.card_id, u.used_at, u.id for update
  loop
    select c.* into owned from card c where c.id = given.card_id;
    continue when owned.registered_on is null;
    refusal := unrecognised_refusal(given, owned);
    if refusal is not null then
      update unrecognised_use set state = 'dropped', why = refusal, decided_at = now() where id = given.id;
    else
      as_use := case when exists (select from use where id = given.id) then gen_random_uuid() else given.id end;
      insert into use (id, used_on, card_id, site_id, event, used_at, received_at, adults, children, companions,
        category, kind, source, recorded_by, override_reason, event_on)
      values (as_use, given.used_on, given.card_id, given.site_id, given.event, given.used_at, given.received_at,
        given.adults, given.children, given.companions, given.category, given.kind, 'reconciled', given.recorded_by,
        case when owned.type = 'personal' and given.children > owned.children then 'unrecognised' end, given.event_on);
      update unrecognised_use set state = 'became-use', use_id = as_use, decided_at = now() where id = given.id;
    end if;
    insert into audit (done_at, actor, role, permission, outcome, subject)
    values (now(), 'registration', null, 'uses.create', 'done', jsonb_strip_nulls(jsonb_build_object(
      'unrecognised', given.id, 'use', as_use, 'card', given.card_id, 'dropped', refusal)));
    as_use := null;
  end loop;
end $$;

drop function tell_client(uuid, text, jsonb, timestamptz);
-- Puts an event in the queue of every webhook of a program that asked for it. A program that is being built hears of its
-- practice alone, and one at work of nothing but real life: `in_practice` says which of the two this is.
create function tell_client(of_client uuid, of_event text, with_data jsonb, happened_at timestamptz,
  in_practice boolean default false) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into webhook_delivery (webhook_id, event, data, made_at)
  -- Whole milliseconds, as the cursors of lists name them.
  select w.id, of_event, with_data, date_trunc('milliseconds', happened_at)
  from webhook w join api_client c on c.id = w.client_id and c.is_test = in_practice
  where w.client_id = of_client and w.ended_at is null and of_event = any(w.events)
$$;
revoke execute on function tell_client(uuid, text, jsonb, timestamptz, boolean) from public;

-- In the sandbox nobody else is there to undo a use or to register a card: a program is told of its own deeds.
create function webhook_on_practice() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  told text := case
    when new.cancelled_at is not null then case new.state when 'recorded' then 'use.cancelled' else 'use.dropped' end
    when new.state = 'recorded' then 'use.recognised' else 'use.dropped' end;
begin
  perform tell_client(new.client_id, told, jsonb_strip_nulls(jsonb_build_object(
    'ticketId', case when told <> 'use.cancelled' then new.id end,
    'useId', case when told <> 'use.dropped' then new.id end, 'siteId', new.site_id)),
    coalesce(new.cancelled_at, now()), true);
  return null;
end $$;
create trigger webhook_on_practice after update on sandbox_use
  for each row when (new.cancelled_at is distinct from old.cancelled_at or new.state <> old.state)
  execute function webhook_on_practice();

-- Without a site nobody is at a desk of it: `not null` is not true, and would have passed.
create or replace function cards_for_list(pairs jsonb, at_site integer) returns table (place integer, card_id bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if (at_site = any(visit_sites())) is not true then
    return;
  end if;
  return query
    select p.place::integer, (
      select c.id from card c where c.code_hash in (decode(p.pair ->> 0, 'hex'), decode(p.pair ->> 1, 'hex'))
      -- A legacy code exactly as it stands wins over the new-style reading.
      order by c.code_hash = decode(p.pair ->> 0, 'hex') desc limit 1)
    from jsonb_array_elements(pairs) with ordinality p (pair, place) order by p.place;
end $$;

-- One card at most, here and below: believing in the usual thousand, the planner reads whole tables for a single use.
create or replace function card_for_use(by_legacy bytea, by_fresh bytea, by_id bigint, at_site integer, act_by text)
returns table (id bigint, type text, state text, registered_on date, valid_until date, closed_on date,
  children smallint, code_tail text, revision integer)
rows 1 language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  -- A program's call says whose it is in the same statement, so that it costs no round trip of its own.
  if act_by is not null then
    perform set_config('kaiku.proof', act_by, true);
  end if;
  if (at_site = any(visit_sites())) is not true then
    return;
  end if;
  if by_id is not null then
    return query
      select c.id, c.type, c.state, c.registered_on, c.valid_until, c.closed_on, c.children, c.code_tail, c.revision
      from card c where c.id = by_id
        and exists (select from card_check k where k.card_id = c.id and k.account_role_id = visit_role_id());
  else
    -- A legacy code exactly as it stands wins over the new-style reading.
    return query
      select c.id, c.type, c.state, c.registered_on, c.valid_until, c.closed_on, c.children, c.code_tail, c.revision
      from card c where c.code_hash in (by_legacy, by_fresh) order by c.code_hash = by_legacy desc limit 1;
  end if;
end $$;

create or replace function card_within_limit(card_id bigint, card_revision integer, act_by text, at_site integer, of_kind text,
  from_day date, until_day date, by_event boolean, of_event text, judged integer)
returns setof boolean rows 1 language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if act_by is not null then
    perform set_config('kaiku.proof', act_by, true);
  end if;
  if (at_site = any(visit_sites())) is not true then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('limit:' || card_id || ':' || at_site, 0));
  if limited_uses(card_id, at_site, of_kind, from_day, until_day, by_event, of_event) <> judged then
    return;
  end if;
  return query select true from card c where c.id = card_id and c.revision = card_revision for share;
end $$;

alter function card_unchanged(bigint, integer, text) rows 1;

-- The same locks for all cards of a batch before any of them is judged, in one order: two batches with the same cards
-- never wait for each other in a circle, and what has been judged still stands when it is recorded.
create function hold_limits(asked jsonb) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  held record;
begin
  for held in
    select distinct c.id as card_id, q.site_id from jsonb_to_recordset(asked) as q(legacy text, fresh text, site_id integer)
    join card c on c.code_hash in (decode(q.legacy, 'hex'), decode(q.fresh, 'hex'))
    where q.site_id = any(visit_sites()) and exists (select from site_limit l where l.site_id = q.site_id)
    order by c.id, q.site_id
  loop
    perform pg_advisory_xact_lock(hashtextextended('limit:' || held.card_id || ':' || held.site_id, 0));
  end loop;
end $$;

-- Asked twice with every use: planning it anew each time costs five times what it does.
alter function municipality_crosses(integer, date) set plan_cache_mode = force_generic_plan;
