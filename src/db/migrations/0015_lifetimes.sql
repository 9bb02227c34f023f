-- The holder's rights, and how long data lives (docs/lifetimes.md, decision 19).

-- A use that nobody's card is tied to any more: month, site, kind and tickets are all that is left of it.
alter table use alter column card_id drop not null;
alter table use add column anonymous_type text check (anonymous_type in ('personal', 'community'));
alter table use add constraint use_card_or_none check ((card_id is null) = (anonymous_type is not null));
-- The texts still to be emptied, so that a sweep does not read all uses there ever were.
create index use_text on use (used_on) where event is not null or override_reason is not null;

-- What is left of the cards themselves: how many there were of a kind. A missing age or kind of organisation is null.
create table forgotten_card (
  year smallint not null,
  card_type text not null check (card_type in ('personal', 'community')),
  organisation_kind text,
  -- In the year of registration: 0 is under 40, 40 is 40 to 59, 60 is 60 and over. Finer groups would hold one person.
  age_group smallint check (age_group in (0, 40, 60)),
  has_children boolean not null,
  taken_into_use boolean not null,
  cards integer not null check (cards > 0),
  unique nulls not distinct (year, card_type, organisation_kind, age_group, has_children, taken_into_use)
);

-- What was deleted at a holder's request, so that a restored copy can be made to forget it again. The hash is of the
-- card's keyed hash: without the key file and the card it says nothing. With both it must not lead to the row of the log
-- that tells of the very erasure: so only the day is kept, and neither instant nor number in order.
create table deletion (
  kind text not null check (kind in ('card', 'consent')),
  hash bytea not null check (length(hash) = 32),
  deleted_on date not null,
  -- The key that the code was hashed with: without it the row finds nothing any more.
  key_version smallint not null,
  primary key (hash, kind, deleted_on)
);
create function deletion_hash(code_hash bytea) returns bytea immutable language sql as $$
  select sha256(convert_to('kaiku-deletion:', 'UTF8') || code_hash)
$$;

-- Every table that hangs on a card by foreign keys, however far, with the condition that finds the rows of the cards
-- $1. Asked of the catalogue and not kept by hand, so that a table made tomorrow is told and deleted too.
create view card_tie as
with recursive tie as (
  select 'card'::regclass as held, 'id = any($1)' collate "C" as condition, 0 as depth
  union all
  select k.conrelid::regclass, format('(%s) in (select %s from %s where %s)',
    (select string_agg(quote_ident(a.attname), ', ' order by p.at) from unnest(k.conkey) with ordinality p(number, at)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.number),
    (select string_agg(quote_ident(a.attname), ', ' order by p.at) from unnest(k.confkey) with ordinality p(number, at)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = p.number),
    k.confrelid::regclass, t.condition), t.depth + 1
  from tie t join pg_constraint k on k.contype = 'f' and k.confrelid = t.held and k.conrelid <> k.confrelid
  where k.conrelid <> 'card'::regclass and t.depth < 8
)
select held::text as relation, string_agg('(' || condition || ')', ' or ') as condition, max(depth) as depth
from tie group by held;

-- Columns that a subject's data does not tell as they are. `place`: who did it is told by place, never by person.
create view subject_left_out (table_name, column_name, instead, reason) as values
  ('card', 'code_hash', null, 'A keyed hash that finds the card; the card itself bears the code.'),
  ('card', 'key_version', null, 'Which key the hash was made with: says nothing of the holder.'),
  ('card_event', 'actor', 'place', 'Names a worker.'),
  ('use', 'recorded_by', 'place', 'Names a worker.'),
  ('use_cancellation', 'cancelled_by', 'place', 'Names a worker.'),
  ('card_check', 'account_role_id', null, 'Names a worker; the site is told.'),
  ('card_check', 'legacy_hash', null, 'Empty once the card is known.'),
  ('card_check', 'fresh_hash', null, 'Empty once the card is known.'),
  ('renewal_check', 'account_role_id', null, 'Names a worker.'),
  ('wellbeing_round', 'token_hash', null, 'Of the link, which opens nothing any more.'),
  ('wellbeing_round', 'browser_hash', null, 'Of the browser that opened the link: says nothing of the holder.'),
  ('unrecognised_use', 'recorded_by', 'place', 'Names a worker.'),
  ('unrecognised_use', 'legacy_hash', null, 'Empty once the card is known.'),
  ('unrecognised_use', 'fresh_hash', null, 'Empty once the card is known.'),
  ('use', 'anonymous_type', null, 'Empty as long as the use is tied to a card.');

-- The place from which somebody acted, as the log names them; null for what nobody at a place did.
create function actor_place(actor text, acted_in text, acted_at timestamptz) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  named uuid := substring(actor from '^(?:account|device|key):([0-9a-f-]{36})$')::uuid;
begin
  if current_setting('role', true) = 'kaiku_app' and visit_unit() is null then
    return null;
  end if;
  return case split_part(actor, ':', 1)
    when 'device' then (select s.name from device d join site s on s.id = d.site_id where d.id = named)
    when 'key' then (select s.name from api_key k join site s on s.id = k.site_id where k.id = named)
    -- Where several roles fit, those held at that time, else all of them.
    when 'account' then (
      select coalesce(string_agg(distinct h.place, ', ') filter (where h.held), string_agg(distinct h.place, ', '))
      from (
        select coalesce(u.name, s.name, o.name, a.name, r.role) as place,
          r.created_at <= acted_at and (r.ended_at is null or acted_at <= r.ended_at) as held
        from account_role r left join issuing_unit u on u.id = r.unit_id left join site s on s.id = r.site_id
          left join organisation o on o.id = r.organisation_id left join area a on a.id = r.area_id
        where r.account_id = named and r.role = coalesce(acted_in, r.role)) h)
  end;
end $$;

-- One row as it is told: without what is left out, with places by their names.
create function subject_row(in_table text, kept jsonb) returns jsonb stable language sql
set search_path = public, pg_temp as $$
  select kept - coalesce(array_agg(l.column_name) filter (where l.instead is null), '{}')
    || coalesce(jsonb_object_agg(l.column_name, actor_place(kept ->> l.column_name, null,
      coalesce(kept ->> 'happened_at', kept ->> 'cancelled_at', kept ->> 'received_at')::timestamptz))
      filter (where l.instead = 'place'), '{}')
    || case when kept ? 'site_id' then jsonb_build_object('site',
      (select name from site where id = (kept ->> 'site_id')::integer)) else '{}' end
    || case when kept ? 'unit_id' then jsonb_build_object('unit',
      (select name from issuing_unit where id = (kept ->> 'unit_id')::integer)) else '{}' end
  from subject_left_out l where l.table_name = in_table
$$;

-- What of a table's rows (by the name t) is of the card's holder of today, where a registration was undone before: since
-- the instant $2, and of the card's own events since the number $3.
create function subject_since(in_table text) returns text immutable language sql as $$
  select case in_table
    when 'card_event' then 't.id >= $3'
    when 'card_check' then 't.checked_at >= $2'
    when 'renewal_check' then 't.checked_at >= $2'
    when 'consent' then 'coalesce(t.withdrawn_at, ''infinity'') >= $2'
    when 'use_cancellation' then 't.cancelled_at >= $2'
    when 'use' then 'not exists (select from use_cancellation x where x.use_id = t.id and x.cancelled_at < $2)'
    else 'true' end
$$;

-- All that is tied to a card, by table, for the unit whose card it is and nobody else; null for all others. With it
-- what the log says of it: what was done, when and from which place. Nothing of somebody for whom the card had been
-- registered by mistake: that was undone, and the card is another's now.
create function subject_data(of_card bigint) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  tie record;
  found jsonb;
  told jsonb := '{}';
  asked jsonb[];
  since timestamptz := '-infinity';
  born bigint := 0;
begin
  if not exists (select from card c where c.id = of_card and c.unit_id = visit_unit()) then
    return null;
  end if;
  if exists (select from card_event e where e.card_id = of_card and e.event = 'registration-undone') then
    select coalesce(c.registered_at, 'infinity') into since from card c where c.id = of_card;
    select coalesce(max(e.id), 0) into born from card_event e where e.card_id = of_card and e.event = 'registered';
  end if;
  for tie in select relation, condition from card_tie order by depth, relation loop
    execute format('select coalesce(jsonb_agg(subject_row(%L, to_jsonb(t))), ''[]'') from %s t where (%s) and %s',
      tie.relation, tie.relation, tie.condition, subject_since(tie.relation)) into found
      using array[of_card], since, born;
    told := told || jsonb_build_object(tie.relation, found);
  end loop;
  asked := array[jsonb_build_object('card', of_card), jsonb_build_object('card', of_card::text)]
    || array(select jsonb_build_object('use', u.id) from use u where u.card_id = of_card);
  return told || jsonb_build_object(
    'linked_cards', coalesce((select jsonb_agg(jsonb_build_object('id', case when c.unit_id = visit_unit() then c.id end,
        'code_tail', c.code_tail, 'registered_on', c.registered_on, 'newer', r.old_card_id = of_card))
      from card_renewal r join card c on c.id in (r.old_card_id, r.new_card_id) and c.id <> of_card
      where of_card in (r.old_card_id, r.new_card_id)), '[]'),
    'log', coalesce((select jsonb_agg(jsonb_build_object('at', a.done_at, 'permission', a.permission,
        'outcome', a.outcome, 'read', coalesce(a.subject -> 'read', 'false'), 'place', actor_place(a.actor, a.role, a.done_at),
        'subject', case when a.permission = 'cards.correct' then a.subject end) order by a.id)
      from audit a where a.subject @> any (asked) and a.done_at >= since), '[]'));
end $$;

-- Forgets cards: counts them, takes the uses that still stand off them, and deletes all else that hangs on them.
-- What triggers have counted stays, since none fires here. Undone uses count nothing and go. A use gets a new id: the
-- old one tells its millisecond, and the log has it.
create function cards_forget(card_ids bigint[]) returns integer
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
  update use u set id = gen_random_uuid(), card_id = null, anonymous_type = c.type, event = null, override_reason = null,
    recorded_by = 'nobody', used_on = date_trunc('month', u.used_on)::date,
    used_at = (date_trunc('month', u.used_on)::date + time '12:00') at time zone 'UTC',
    received_at = (date_trunc('month', u.used_on)::date + time '12:00') at time zone 'UTC'
  from card c where c.id = u.card_id and u.card_id = any(card_ids);
  delete from card where id = any(card_ids);
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function cards_forget(bigint[]) from public;

-- A card and those that it renewed or that renewed it: one holder's.
create function cards_of_holder(of_card bigint) returns bigint[] stable language sql
set search_path = public, pg_temp as $$
  with recursive chain(id) as (
    select of_card
    union
    select case when r.old_card_id = k.id then r.new_card_id else r.old_card_id end
    from chain k join card_renewal r on k.id in (r.old_card_id, r.new_card_id)
  )
  select array_agg(id order by id) from chain
$$;
revoke execute on function cards_of_holder(bigint) from public;

-- Erases at the holder's request, for the unit whose card it is. Says how many cards there were.
create function subject_erase(of_card bigint, erased_on date) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  card_ids bigint[];
begin
  perform from card c where c.id = of_card and c.unit_id = visit_unit() and c.registered_on is not null for update;
  if not found then
    raise exception 'only the card''s own unit erases it' using errcode = '42501';
  end if;
  card_ids := cards_of_holder(of_card);
  -- In the order of the hashes: nothing tells which card was the earlier one.
  insert into deletion (kind, hash, deleted_on, key_version)
  select 'card', deletion_hash(c.code_hash), erased_on, c.key_version from card c where c.id = any(card_ids) order by 2
  on conflict do nothing;
  -- What is known of the codes from before they had a card, by their hashes alone (migration 0018).
  delete from unrecognised_use u using card c where c.id = any(card_ids) and c.code_hash in (u.legacy_hash, u.fresh_hash);
  update card_check k set legacy_hash = null, fresh_hash = null, code_tail = null
  from card c where c.id = any(card_ids) and c.code_hash in (k.legacy_hash, k.fresh_hash);
  return cards_forget(card_ids);
end $$;

-- The cards of one holder, as the page that asks "really?" tells them.
create function subject_cards(of_card bigint) returns table (code_tail text, registered_on date, uses integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.code_tail, c.registered_on, coalesce(g.uses, 0) from card c left join card_usage g on g.card_id = c.id
  where c.id = any(cards_of_holder(of_card))
    and exists (select from card o where o.id = of_card and o.unit_id = visit_unit())
  order by c.registered_on
$$;

-- Forgets again what an older copy, or an older file, has brought back. The row of an erased code is gone, so the days
-- are enough: a code registered anew on a later day is somebody else's, and stays.
create function deletions_replay() returns integer language sql set search_path = public, pg_temp as $$
  select coalesce(cards_forget((select array_agg(c.id) from card c where exists (
    select from deletion d where d.hash = deletion_hash(c.code_hash) and d.kind = 'card'
      and coalesce((c.registered_at at time zone 'Europe/Helsinki')::date, c.registered_on) <= d.deleted_on))), 0)
$$;
revoke execute on function deletions_replay() from public;

-- Of a consent withdrawn: the card's hash and the number of the consent together, so that neither is told by it.
create function consent_hash(code_hash bytea, consent_id bigint) returns bytea immutable language sql as $$
  select sha256(convert_to('kaiku-consent:' || consent_id || ':', 'UTF8') || code_hash)
$$;
create function consent_is_withdrawn() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into deletion (kind, hash, deleted_on, key_version)
  select 'consent', consent_hash(c.code_hash, new.id), (new.withdrawn_at at time zone 'Europe/Helsinki')::date, c.key_version
  from card c where c.id = new.card_id
  on conflict do nothing;
  return null;
end $$;
create trigger consent_is_withdrawn after update of withdrawn_at on consent for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function consent_is_withdrawn();

-- Withdraws again what an older copy has brought back, as src/consents does: the answers go, and with the consent to the
-- register the card is closed from its day on. A consent given on a later day is another one, and stands.
create function consents_replay() returns integer language plpgsql set search_path = public, pg_temp as $$
declare
  back record;
  at timestamptz;
  again integer := 0;
begin
  for back in
    select k.id, k.card_id, k.kind, d.deleted_on as day from deletion d
    join consent k on k.withdrawn_at is null and k.given_on <= d.deleted_on
    join card c on c.id = k.card_id and consent_hash(c.code_hash, k.id) = d.hash
    where d.kind = 'consent' order by k.card_id, k.kind, k.id
  loop
    at := (back.day + time '12:00') at time zone 'Europe/Helsinki';
    perform wellbeing_forget(back.card_id, at);
    if back.kind = 'register' then
      update card set state = 'withdrawn', closed_on = back.day, closed_reason = 'consent-withdrawn', revision = revision + 1
      where id = back.card_id and state = 'registered';
      if found then
        insert into card_event (card_id, event, happened_at, actor, reason)
        values (back.card_id, 'withdrawn', at, 'deletions', 'consent-withdrawn');
      end if;
    end if;
    update consent set withdrawn_at = at where card_id = back.card_id and withdrawn_at is null
      and (back.kind = 'register' or kind = back.kind);
    again := again + 1;
  end loop;
  return again;
end $$;
revoke execute on function consents_replay() from public;

-- Where the chain of the log now begins: the last link whose row has been forgotten. The file of heads holds the same
-- link, of its day, so that nobody can call younger rows forgotten.
create table audit_base (
  only_row boolean primary key default true check (only_row),
  position bigint not null check (position > 0),
  hash bytea not null check (length(hash) = 32),
  forgotten_at timestamptz not null
);
create or replace function audit_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('kaiku.audit_base', true) = 'moves' then
    return null;
  end if;
  raise exception 'the audit log is append-only';
end $$;
-- Forgets the log up to a link; all of those rows must have been written before an instant.
create function audit_forget(until_position bigint, done_before timestamptz, forgotten_at timestamptz) returns bigint
language plpgsql set search_path = public, pg_temp as $$
declare
  gone bigint;
begin
  if exists (select from audit_link l join audit a on a.id = l.audit_id
      where l.position <= until_position and a.done_at >= done_before) then
    raise exception 'a row of the audit log is too young to be forgotten';
  end if;
  perform set_config('kaiku.audit_base', 'moves', true);
  insert into audit_base as b (position, hash, forgotten_at)
  select l.position, l.hash, audit_forget.forgotten_at from audit_link l where l.position = until_position
  on conflict (only_row) do update
    set position = excluded.position, hash = excluded.hash, forgotten_at = excluded.forgotten_at;
  delete from audit a using audit_link l where l.audit_id = a.id and l.position <= until_position;
  get diagnostics gone = row_count;
  delete from audit_link where position <= until_position;
  perform set_config('kaiku.audit_base', '', true);
  return gone;
end $$;
revoke execute on function audit_forget(bigint, timestamptz, timestamptz) from public;

do $$
declare
  walled text;
begin
  foreach walled in array array['forgotten_card', 'deletion', 'audit_base'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
end $$;
revoke all on forgotten_card, deletion from kaiku_app;
revoke insert, update, delete on audit_base from kaiku_app;
revoke all on card_tie, subject_left_out from kaiku_app;
create policy auditor on audit_base for select to kaiku_app using ((select visit_auditor()));
