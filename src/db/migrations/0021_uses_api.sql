-- What a program that is being built records with the practice cards. It is no use: no card is tied to it, no count
-- knows it, and only the program itself sees it.
create table sandbox_use (
  id uuid primary key,
  client_id uuid not null references api_client,
  site_id integer not null references site,
  -- The practice card, by its name in `sandboxCards` (src/uses/sandbox-rules.ts).
  card text not null,
  used_on date not null,
  used_at timestamptz not null,
  received_at timestamptz not null,
  event text check (length(event) between 1 and 120),
  event_on date check (event_on >= used_on),
  adults smallint not null check (adults >= 0),
  children smallint not null check (children >= 0),
  companions smallint not null check (companions >= 0),
  category text not null check (category in ('culture', 'education', 'science', 'sports')),
  kind text not null check (kind in ('ticket', 'course-place', 'season-pass')),
  source text not null check (source in ('api', 'offline')),
  override_reason text check (length(override_reason) between 1 and 200),
  cancelled_at timestamptz,
  -- As a real ticket on a card that is not registered yet: it waits, becomes a use, or is given up.
  state text not null default 'recorded' check (state in ('recorded', 'waiting', 'given-up'))
);
create index fk_sandbox_use_client_id on sandbox_use (client_id, used_on, used_at, id);
create index fk_sandbox_use_site_id on sandbox_use (site_id);
create index sandbox_use_received_at on sandbox_use using brin (received_at);

alter table sandbox_use enable row level security;
alter table sandbox_use force row level security;
do $$
begin
  execute format('create policy owner on sandbox_use to %I using (true) with check (true)', current_user);
end $$;
create policy own on sandbox_use to kaiku_app using (client_id = (select (visit_key()).client_id))
  with check (client_id = (select (visit_key()).client_id) and site_id = any((select visit_sites())::integer[]));

-- A ticket that waits may be for another day, as any use may: it says so when it becomes one.
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
