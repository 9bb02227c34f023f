-- Tickets really given on a card that is not registered yet: they wait, and become uses when the registration comes.

-- A place that has chosen so may give a ticket first. Who chose and when else, the log tells.
alter table site add column keeps_unrecognised boolean not null default false;
alter table site add column keeps_unrecognised_from date;
alter table site add check (keeps_unrecognised = (keeps_unrecognised_from is not null));

-- What is needed to keep a ticket of a code that no card has: its keyed hashes and last characters, for as long as the check.
alter table card_check add column legacy_hash bytea check (length(legacy_hash) = 32);
alter table card_check add column fresh_hash bytea check (length(fresh_hash) = 32);
alter table card_check add column code_tail text check (length(code_tail) between 1 and 4);

-- A row names a card, or the code that a card may yet get; never both, and never the code itself.
create table unrecognised_use (
  id uuid primary key,
  card_id bigint references card,
  legacy_hash bytea check (length(legacy_hash) = 32),
  fresh_hash bytea check (length(fresh_hash) = 32),
  code_tail text not null check (length(code_tail) between 1 and 4),
  site_id integer not null references site,
  event text check (length(event) between 1 and 120),
  used_on date not null,
  used_at timestamptz not null,
  received_at timestamptz not null,
  adults smallint not null check (adults >= 0),
  children smallint not null check (children >= 0),
  companions smallint not null check (companions >= 0),
  category text not null check (category in ('culture', 'education', 'science', 'sports')),
  kind text not null check (kind in ('ticket', 'course-place', 'season-pass')),
  source text not null check (source in ('desk', 'api', 'offline')),
  recorded_by text not null,
  state text not null default 'waiting' check (state in ('waiting', 'became-use', 'dropped')),
  why text check (why in ('undone', 'too-old', 'before-registration', 'card-closed', 'card-expired', 'card-local-only')),
  decided_at timestamptz,
  -- The use that it became: its own id, or another one when an earlier use of that id was taken back.
  use_id uuid,
  check ((card_id is null) = (legacy_hash is not null)),
  check ((legacy_hash is null) = (fresh_hash is null)),
  check ((state = 'waiting') = (decided_at is null)),
  check ((state = 'dropped') = (why is not null)),
  check ((state = 'became-use') = (use_id is not null))
);
create index fk_unrecognised_use_card_id on unrecognised_use (card_id);
create index fk_unrecognised_use_site_id on unrecognised_use (site_id, received_at desc);
create index unrecognised_use_legacy_hash on unrecognised_use (legacy_hash) where legacy_hash is not null;
create index unrecognised_use_fresh_hash on unrecognised_use (fresh_hash) where fresh_hash is not null;
create index unrecognised_use_waiting on unrecognised_use (received_at) where state = 'waiting';

-- A desk sees its own site's rows without what they hash, and may take back one that waits. All else goes by functions.
revoke all on unrecognised_use from kaiku_app;
grant select (id, code_tail, site_id, event, used_on, used_at, received_at, adults, children, companions, category, kind,
  source, state, why, decided_at, use_id) on unrecognised_use to kaiku_app;
grant update (state, why, decided_at) on unrecognised_use to kaiku_app;
do $$ begin
  alter table unrecognised_use enable row level security;
  alter table unrecognised_use force row level security;
  execute format('create policy owner on unrecognised_use to %I using (true) with check (true)', current_user);
end $$;
create policy site on unrecognised_use for select to kaiku_app using (site_id = any((select visit_sites())::integer[]));
create policy site_takes_back on unrecognised_use for update to kaiku_app
  using (site_id = any((select visit_sites())::integer[]) and state = 'waiting')
  with check (site_id = any((select visit_sites())::integer[]) and state = 'dropped' and why = 'undone');

-- How many tickets of a site wait, or never became uses: its keepers need no more.
create function unrecognised_counts(of_site integer) returns table (waiting integer, dropped integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (visit_centre() or of_site = any(visit_kept_sites()) or of_site = any(visit_sites())) then
    return;
  end if;
  return query select count(*) filter (where u.state = 'waiting')::integer,
    count(*) filter (where u.state = 'dropped' and u.why <> 'undone')::integer
  from unrecognised_use u where u.site_id = of_site;
end $$;

-- The latest ticket that waits for the same card, site and event near in time: perhaps the same one, kept twice.
create function waiting_near(by_check uuid, by_legacy bytea, by_fresh bytea, at_site integer, of_event text,
  at_time timestamptz, hours integer)
returns table (id uuid, adults smallint, children smallint, used_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not at_site = any(visit_sites()) then
    return;
  end if;
  return query
    select u.id, u.adults, u.children, u.used_at from unrecognised_use u
    where u.site_id = at_site and u.state = 'waiting' and u.event is not distinct from of_event
      and u.used_at between at_time - make_interval(hours => hours) and at_time + make_interval(hours => hours)
      and (u.card_id = (select k.card_id from card_check k where k.id = by_check and k.account_role_id = visit_role_id())
        or u.card_id in (select c.id from card c where c.code_hash in (by_legacy, by_fresh))
        or u.legacy_hash = by_legacy)
    order by u.used_at desc limit 1;
end $$;

-- Whether a code was erased at its holder's request: of such a one nothing is kept, however late a ticket comes.
create function code_is_erased(by_legacy bytea, by_fresh bytea) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select from deletion d where d.kind = 'card' and d.hash in (deletion_hash(by_legacy), deletion_hash(by_fresh)))
$$;
revoke execute on function code_is_erased(bytea, bytea) from public;

-- A desk that reads an erased card keeps no hash of it, and so has nothing to let a ticket wait by.
create function check_forgets_erased() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if code_is_erased(new.legacy_hash, new.fresh_hash) then
    new.legacy_hash := null;
    new.fresh_hash := null;
    new.code_tail := null;
  end if;
  return new;
end $$;
create trigger check_forgets_erased before insert or update of legacy_hash, fresh_hash on card_check
  for each row when (new.legacy_hash is not null) execute function check_forgets_erased();

-- Keeps a ticket really given, the answer to its key and its audit row: all or none, once for each key. The card is held
-- meanwhile, so that its registration comes wholly before (and this one is asked again) or wholly after (and finds it).
create function keep_unrecognised(ticket jsonb, by_check uuid, key_owner text, of_key text, of_body bytea,
  as_status smallint, as_answer jsonb, as_role text, is_audited boolean)
returns table (outcome text, status smallint, answer jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  given unrecognised_use := jsonb_populate_record(null::unrecognised_use, ticket);
  found card;
  kept record;
begin
  if not given.site_id = any(visit_sites()) or not key_owner = any(visit_owners()) then
    raise exception 'no desk of this site' using errcode = '42501';
  end if;
  if by_check is not null then
    select c.* into found from card_check k join card c on c.id = k.card_id
    where k.id = by_check and k.account_role_id = visit_role_id() for share of c;
  end if;
  if found.id is null and given.legacy_hash is not null then
    select c.* into found from card c where c.code_hash in (given.legacy_hash, given.fresh_hash)
    order by c.code_hash = given.legacy_hash desc limit 1 for share;
  end if;
  if found.state <> 'stock' or (found.id is null and given.legacy_hash is null) then
    return query select 'card-changed', null::smallint, null::jsonb;
    return;
  end if;

  if found.id is null and code_is_erased(given.legacy_hash, given.fresh_hash) then
    return query select 'erased', null::smallint, null::jsonb;
    return;
  end if;

  insert into idempotency as i (owner, key, body_hash, status, answer, answered_at)
  values (key_owner, of_key, of_body, as_status, as_answer, given.received_at)
  on conflict (owner, key) do update set tries = i.tries + 1
  returning i.xmax = 0 as fresh, i.body_hash = of_body as same, i.status, i.answer into kept;
  if not kept.fresh then
    return query select case when kept.same then 'replayed' else 'key-reused' end, kept.status, kept.answer;
    return;
  end if;

  given.state := 'waiting';
  given.why := null;
  given.decided_at := null;
  given.use_id := null;
  given.card_id := found.id;
  if found.id is not null then
    given.code_tail := found.code_tail;
    given.legacy_hash := null;
    given.fresh_hash := null;
  end if;
  insert into unrecognised_use values (given.*);
  if is_audited then
    insert into audit (done_at, actor, role, permission, outcome, subject)
    values (given.received_at, given.recorded_by, as_role, 'uses.create', 'done',
      jsonb_build_object('unrecognised', given.id, 'card', given.card_id));
  end if;
  return query select 'kept', kept.status, kept.answer;
end $$;

-- Why a ticket is no use of the card that has been registered, or null. The same rules as for a use that comes late
-- (`refusalOf` in src/uses/rules.ts); the site's own part of them was asked when the ticket was kept.
create function unrecognised_refusal(given unrecognised_use, of_card card) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when given.used_on >= of_card.closed_on then 'card-closed'
    when given.used_on < of_card.registered_on then 'before-registration'
    when given.used_on > of_card.valid_until then 'card-expired'
    when exists (
      select from unit_period h
      left join site_period w on w.site_id = given.site_id
        and (w.period_from is null or w.period_from <= given.used_on)
        and (w.period_until is null or given.used_on <= w.period_until)
      where h.unit_id = of_card.unit_id
        and (h.period_from is null or h.period_from <= given.used_on)
        and (h.period_until is null or given.used_on <= h.period_until)
        and h.area_id is distinct from w.area_id
        and not (municipality_crosses(h.municipality_id, given.used_on)
          and (w.area_id is null or municipality_crosses(w.municipality_id, given.used_on)))
    ) then 'card-local-only' end
$$;

-- A code that has got its card waits for that card from now on. Exactly as it stands wins over the new-style reading.
create function link_waiting(card_ids bigint[]) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  update unrecognised_use u set card_id = c.id, legacy_hash = null, fresh_hash = null
  from card c where c.id = any(card_ids) and c.code_hash = u.legacy_hash;
  update unrecognised_use u set card_id = c.id, legacy_hash = null, fresh_hash = null
  from card c where c.id = any(card_ids) and c.code_hash = u.fresh_hash;
end $$;

-- What waits for cards that are registered now: each becomes a use of its own day, or is dropped with the reason.
-- More children than the register has were let in and are counted, with a mark.
create function recognise_waiting(card_ids bigint[]) returns void language plpgsql security definer
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
        category, kind, source, recorded_by, override_reason)
      values (as_use, given.used_on, given.card_id, given.site_id, given.event, given.used_at, given.received_at,
        given.adults, given.children, given.companions, given.category, given.kind, 'reconciled', given.recorded_by,
        case when owned.type = 'personal' and given.children > owned.children then 'unrecognised' end);
      update unrecognised_use set state = 'became-use', use_id = as_use, decided_at = now() where id = given.id;
    end if;
    insert into audit (done_at, actor, role, permission, outcome, subject)
    values (now(), 'registration', null, 'uses.create', 'done', jsonb_strip_nulls(jsonb_build_object(
      'unrecognised', given.id, 'use', as_use, 'card', given.card_id, 'dropped', refusal)));
    as_use := null;
  end loop;
end $$;

-- A registration undone was a mistake about the card, not about the tickets: they were given, and wait again.
create function wait_again(card_ids bigint[]) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  given unrecognised_use;
begin
  for given in
    select u.* from unrecognised_use u where u.card_id = any(card_ids)
      and (u.state = 'became-use' and not exists (select from use_cancellation x where x.use_id = u.use_id)
        or u.state = 'dropped' and u.why not in ('undone', 'too-old'))
    order by u.card_id, u.used_at, u.id for update
  loop
    if given.use_id is not null then
      insert into use_cancellation (use_id, used_on, cancelled_at, cancelled_by, reason)
      values (given.use_id, given.used_on, now(), 'registration', 'registration undone');
    end if;
    update unrecognised_use set state = 'waiting', why = null, decided_at = null, use_id = null where id = given.id;
    insert into audit (done_at, actor, role, permission, outcome, subject)
    values (now(), 'registration', null, 'uses.cancel', 'done', jsonb_strip_nulls(jsonb_build_object(
      'unrecognised', given.id, 'use', given.use_id, 'card', given.card_id)));
  end loop;
end $$;

-- Whoever registers, imports or undoes: what waits follows in the same transaction, after the counts of the cards.
create function unrecognised_on_card_added() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if exists (select from unrecognised_use where state = 'waiting') then
    perform link_waiting((select array_agg(id) from added));
    perform recognise_waiting((select array_agg(id) from added where registered_on is not null));
  end if;
  return null;
end $$;
create trigger unrecognised_on_card_added after insert on card
  referencing new table as added for each statement execute function unrecognised_on_card_added();

create function unrecognised_on_card_changed() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  begun bigint[];
  undone bigint[];
begin
  select array_agg(id) filter (where b.registered_on is null), array_agg(id) filter (where a.registered_on is null)
  into begun, undone from before b join after a using (id)
  where (b.registered_on is null) <> (a.registered_on is null);
  if undone is not null then
    perform wait_again(undone);
  end if;
  if begun is not null then
    perform recognise_waiting(begun);
  end if;
  return null;
end $$;
create trigger unrecognised_on_card_changed after update on card
  referencing old table as before new table as after for each statement execute function unrecognised_on_card_changed();

-- The safety net: a code kept at the very moment when its card came. Cards are held before the tickets, as everywhere.
create function recognise_missed() returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform link_waiting(array(select c.id from card c
    where c.code_hash in (select legacy_hash from unrecognised_use where legacy_hash is not null
      union select fresh_hash from unrecognised_use where fresh_hash is not null)));
  perform recognise_waiting(array(select c.id from card c where c.registered_on is not null
    and c.id in (select card_id from unrecognised_use where state = 'waiting') order by c.id for share));
end $$;

-- How many standing uses of one's own unit's card had waited for it: those go back to waiting when its registration
-- is undone, and so are in nobody's way.
create function uses_that_waited(of_card bigint) returns integer language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return (select count(*)::integer from unrecognised_use u join card c on c.id = u.card_id
    where u.card_id = of_card and u.state = 'became-use' and c.unit_id = visit_unit()
      and not exists (select from use_cancellation x where x.use_id = u.use_id));
end $$;

revoke execute on function link_waiting(bigint[]) from public;
revoke execute on function recognise_waiting(bigint[]) from public;
revoke execute on function wait_again(bigint[]) from public;
revoke execute on function recognise_missed() from public;
revoke execute on function unrecognised_refusal(unrecognised_use, card) from public;
