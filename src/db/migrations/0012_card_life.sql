-- What happens to a card after it was issued: corrected, closed, found again, renewed; and the unit's own cards.

-- A community card has numbers of its own.
-- No source says how long a community card is valid: our own choice.
alter table policy add column community_validity_months smallint not null default 12
  check (community_validity_months > 0);
-- Seed 002 (1/2026): with a community card the unit's clients under 16 come along.
alter table policy add column community_child_age smallint not null default 16
  check (community_child_age > 0);

alter table card_event drop constraint card_event_event_check;
alter table card_event add constraint card_event_event_check check (event in
  ('registered', 'registration-undone', 'replaced', 'lost', 'withdrawn', 'validity-moved', 'unit-moved',
   'corrected', 'reopened'));

-- A reason is the name of one in a list: nothing about a person can be told in passing.
alter table card add constraint card_closed_reason_is_a_name check (closed_reason ~ '^[a-z-]{1,40}$');
alter table card_event add constraint card_event_reason_is_a_name check (reason ~ '^[a-z-]{1,40}$');

-- The old card that a worker has in hand. Which new card took its place does not stand here.
create table renewal_check (
  id uuid primary key,
  account_role_id uuid not null references account_role,
  card_id bigint not null references card,
  checked_at timestamptz not null,
  done_at timestamptz
);
create index fk_renewal_check_account_role_id on renewal_check (account_role_id);
create index fk_renewal_check_card_id on renewal_check (card_id);

do $$ begin
  execute 'alter table renewal_check enable row level security';
  execute 'alter table renewal_check force row level security';
  execute format('create policy owner on renewal_check to %I using (true) with check (true)', current_user);
end $$;
-- As with the link from old to new, only the functions below read and write it.
revoke all on renewal_check from kaiku_app;

-- A card is renewed in the unit that it came from; when that closed and no other took its cards, in any unit of the area.
create function is_renewed_here(card_unit integer, on_day date) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  here integer := visit_unit();
begin
  return coalesce(card_unit = here, false) or exists (
    select from issuing_unit u join issuing_unit h on h.id = here and h.area_id = u.area_id
    where u.id = card_unit and u.closed_on <= on_day and u.merged_into_id is null);
end $$;

-- Keeps which old card is in hand, by its code, so that no id can be slipped in; by an id only of the unit's own.
create function open_renewal(check_id uuid, by_legacy bytea, by_fresh bytea, by_id bigint, asked_at timestamptz,
  on_day date) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  old card;
begin
  if visit_unit() is null then
    return false;
  end if;
  if by_id is not null then
    select c.* into old from card c where c.id = by_id and c.unit_id = visit_unit();
  else
    select c.* into old from card c where c.code_hash in (by_legacy, by_fresh)
      order by c.code_hash = by_legacy desc limit 1;
  end if;
  if old.id is null or not is_renewed_here(old.unit_id, on_day) then
    return false;
  end if;
  insert into renewal_check (id, account_role_id, card_id, checked_at)
  values (check_id, visit_role_id(), old.id, asked_at);
  return true;
end $$;

-- The old card in one's own hand, as it stands now.
create function card_of_renewal(check_id uuid, on_day date)
returns table (id bigint, own boolean, unit text, type text, state text, registered_on date, valid_until date,
  birth_year smallint, postal_code text, children smallint, life_situation text, gender text, code_tail text,
  revision integer, is_renewed boolean, checked_at timestamptz, is_done boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select c.id, c.unit_id = visit_unit(), u.name, c.type, c.state, c.registered_on, c.valid_until,
      c.birth_year, c.postal_code, c.children, c.life_situation, c.gender, c.code_tail, c.revision,
      exists (select from card_renewal r where r.old_card_id = c.id), k.checked_at, k.done_at is not null
    from renewal_check k join card c on c.id = k.card_id join issuing_unit u on u.id = c.unit_id
    where k.id = check_id and k.account_role_id = visit_role_id() and is_renewed_here(c.unit_id, on_day);
end $$;

-- Closes the old card and ties it to the new one, which the unit has registered this very moment. False when somebody was
-- earlier: the old card is then no longer as it was seen, and the caller takes back what it did.
create function renew_card(check_id uuid, old_id bigint, new_id bigint, old_revision integer, done_by text,
  now_at timestamptz, on_day date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here integer := visit_unit();
  old card;
  fresh card;
begin
  select c.* into old from card c where c.id = old_id for update;
  select c.* into fresh from card c where c.id = new_id;
  if here is null or fresh.id is null or fresh.unit_id is distinct from here or fresh.state <> 'registered'
    or fresh.registered_at is distinct from now_at or old.type is distinct from fresh.type
    or not is_renewed_here(old.unit_id, on_day)
    or (old.unit_id <> here and not exists (select from renewal_check k
      where k.id = check_id and k.card_id = old.id and k.account_role_id = visit_role_id())) then
    raise exception 'this card is not renewed here' using errcode = '42501';
  end if;
  if old.revision <> old_revision or old.state not in ('registered', 'lost')
    or exists (select from card_renewal r where r.old_card_id = old.id) then
    return false;
  end if;
  insert into card_renewal (new_card_id, old_card_id) values (fresh.id, old.id);
  update card set state = 'replaced', closed_on = coalesce(closed_on, on_day), revision = revision + 1
  where id = old.id;
  -- The reason keeps what it was before, for an undo. Of the time only the day is kept: the instant is that of the new
  -- card's registration, and would tie the two without a right to follow renewals.
  insert into card_event (card_id, event, happened_at, actor, reason)
  values (old.id, 'replaced', on_day::timestamp at time zone 'Europe/Helsinki', done_by, old.state);
  update renewal_check k set done_at = now_at
  where k.id = check_id and k.card_id = old.id and k.account_role_id = visit_role_id();
  return true;
end $$;

-- From an old card to the one that took its place: only for the unit that has both, and never the other way.
create function renewed_as(old_id bigint) returns table (id bigint, code_tail text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select n.id, n.code_tail from card o join card_renewal r on r.old_card_id = o.id join card n on n.id = r.new_card_id
    where o.id = old_id and o.unit_id = visit_unit() and n.unit_id = visit_unit();
end $$;

-- The new card of a renewal that one did oneself, also where the old one was of a closed unit.
create function card_of_done_renewal(check_id uuid) returns bigint
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select r.new_card_id from renewal_check k join card_renewal r on r.old_card_id = k.card_id
    where k.id = check_id and k.account_role_id = visit_role_id() and k.done_at is not null);
end $$;

-- A new card goes back in stock: whoever undoes that registration, the old card is again what it was.
create function renewal_is_undone() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  old_id bigint;
  was text;
begin
  if not exists (select from card c where c.id = new.card_id and c.state = 'stock') then
    return null;
  end if;
  delete from card_renewal where new_card_id = new.card_id returning old_card_id into old_id;
  if old_id is null then
    return null;
  end if;
  select e.reason into was from card_event e where e.card_id = old_id and e.event = 'replaced' order by e.id desc limit 1;
  update card set revision = revision + 1,
    state = case when was = 'lost' then 'lost' else 'registered' end,
    closed_on = case when was = 'lost' then closed_on end
  where id = old_id and state = 'replaced';
  insert into card_event (card_id, event, happened_at, actor, reason)
  values (old_id, 'reopened',
    date_trunc('day', new.happened_at at time zone 'Europe/Helsinki') at time zone 'Europe/Helsinki', new.actor, 'renewal-undone');
  update renewal_check set done_at = null where card_id = old_id;
  return null;
end $$;
create trigger renewal_is_undone after insert on card_event
  for each row when (new.event = 'registration-undone') execute function renewal_is_undone();

revoke execute on function is_renewed_here(integer, date) from public;
