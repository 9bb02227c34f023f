-- Programs of the public API in the hands of those whose they are, and what programs are told by webhooks.

-- Whose a program is: an intermediary's, or the site's that made it for a vendor without an account of its own.
alter table api_client add column site_id integer references site;
alter table api_client add column ended_at timestamptz;
alter table api_client add column ended_by text;
alter table api_client add check (organisation_id is null or site_id is null);
alter table api_client add check ((ended_at is null) = (ended_by is null));
create index fk_api_client_site_id on api_client (site_id);
update api_client c set site_id = x.site_id from api_client_site x
  where x.client_id = c.id and c.organisation_id is null and x.ended_at is null
    and not exists (select from api_client_site y where y.client_id = c.id and y.site_id <> x.site_id);

-- Which of the two letters before its end has been sent, in days before it.
alter table api_key add column reminded_days smallint check (reminded_days between 1 and 30);
create index api_key_expires_at on api_key (expires_at) where ended_at is null;

-- The programs that whoever is acting keeps: a key its own, people those of their site or organisation.
create function visit_clients() returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  key_client uuid := (visit_key()).client_id;
  held account_role;
begin
  if key_client is not null then
    return array[key_client];
  end if;
  held := visit_role();
  return array(select c.id from api_client c
    where (held.role = 'venue' and c.site_id = held.site_id)
      or (held.role = 'intermediary' and c.organisation_id = held.organisation_id));
end $$;

-- A person who keeps the program; a key never makes or ends keys.
create function visit_keeps_client(of_client uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return (visit_role()).account_id is not null and of_client = any(visit_clients());
end $$;

create function api_client_make(of_name text, as_test boolean, moment timestamptz) returns uuid language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  held account_role := visit_role();
  by_whom text := 'account:' || held.account_id;
  made uuid;
begin
  if coalesce(held.role not in ('venue', 'intermediary'), true) then
    raise exception 'only a site or an intermediary makes a program' using errcode = '42501';
  end if;
  insert into api_client (name, organisation_id, site_id, is_test, made_at, made_by)
  values (of_name, case held.role when 'intermediary' then held.organisation_id end,
    case held.role when 'venue' then held.site_id end, as_test, moment, by_whom)
  returning id into made;
  if held.role = 'venue' then
    insert into api_client_site (client_id, site_id, approved_at, approved_by)
    values (made, held.site_id, moment, by_whom);
  end if;
  return made;
end $$;

-- Two keys at most work at once, so that a new one takes the place of the old without a break.
create function api_key_make(of_client uuid, of_name text, of_start text, of_hash bytea, with_scopes text[],
  moment timestamptz, until timestamptz) returns text language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  whose api_client;
begin
  if not visit_keeps_client(of_client) then
    raise exception 'only its keeper makes a key of a program' using errcode = '42501';
  end if;
  select * into whose from api_client where id = of_client for update;
  if whose.ended_at is not null then
    return 'program-ended';
  end if;
  if (select count(*) >= 2 from api_key k where k.client_id = of_client and k.ended_at is null and k.expires_at > moment) then
    return 'two-alive';
  end if;
  if until <= moment or until > moment + interval '1 year 1 day' or cardinality(with_scopes) = 0
    or of_start !~ (case when whose.is_test then '^kk_test_' else '^kk_live_' end) then
    raise exception 'a key ends within a year, does something and is of its program''s kind' using errcode = '23514';
  end if;
  insert into api_key (client_id, name, shown_start, secret_hash, scopes, created_at, expires_at)
  values (of_client, of_name, of_start, of_hash, with_scopes, moment, until);
  return 'made';
end $$;

create function api_key_end(of_key uuid, moment timestamptz) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if not (visit_centre() or visit_keeps_client((select client_id from api_key where id = of_key))) then
    raise exception 'only its keeper ends a key' using errcode = '42501';
  end if;
  update api_key set ended_at = moment where id = of_key and ended_at is null;
  return found;
end $$;

-- A site lets a program record for it, and may end that at any moment; nobody else can.
create function api_client_approve(of_client uuid, moment timestamptz) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if visit_venue() is null then
    raise exception 'only a site approves a program for itself' using errcode = '42501';
  end if;
  if exists (select from api_client where id = of_client and ended_at is not null for share) then
    return false;
  end if;
  insert into api_client_site (client_id, site_id, approved_at, approved_by)
  values (of_client, visit_venue(), moment, 'account:' || (visit_role()).account_id)
  on conflict (client_id, site_id) where ended_at is null do nothing;
  return true;
end $$;

create function api_client_unapprove(of_client uuid, moment timestamptz) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if visit_venue() is null then
    raise exception 'only a site ends its own approval' using errcode = '42501';
  end if;
  update api_client_site set ended_at = moment, ended_by = 'account:' || (visit_role()).account_id
  where client_id = of_client and site_id = visit_venue() and ended_at is null;
  return found;
end $$;

create table webhook (
  id uuid primary key default gen_random_uuid(),
  client_id uuid not null references api_client,
  url text not null check (length(url) between 1 and 500),
  events text[] not null check (cardinality(events) between 1 and 20),
  -- Sealed with the key file. While the receiver takes a new secret into use, both sign.
  secret_sealed bytea not null,
  old_secret_sealed bytea,
  old_secret_ends_at timestamptz,
  made_at timestamptz not null,
  made_by text not null,
  -- A receiver that does not answer is left alone for a moment, whatever else waits for it.
  rests_until_at timestamptz,
  -- It did not answer for three days; somebody of the program starts it again.
  paused_at timestamptz,
  ended_at timestamptz,
  check ((old_secret_sealed is null) = (old_secret_ends_at is null))
);
create index fk_webhook_client_id on webhook (client_id);

-- What a program is to be told waits here, written by the same transaction that it tells about.
create table webhook_delivery (
  id uuid primary key default gen_random_uuid(),
  webhook_id uuid not null references webhook,
  event text not null,
  -- Numbers of rows and days: never a code, nor anything of a card or its holder.
  data jsonb not null,
  -- Names what may be told once only.
  once text,
  made_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  tries smallint not null default 0,
  tried_from_at timestamptz,
  -- Empty means at once.
  due_at timestamptz,
  -- Set while a sender has it in hand; an old one is left over from a sender that died.
  claimed_at timestamptz,
  answered_status smallint,
  problem text,
  delivered_at timestamptz,
  check ((state = 'delivered') = (delivered_at is not null)),
  unique (webhook_id, once)
);
create index fk_webhook_delivery_webhook_id on webhook_delivery (webhook_id, made_at desc);
create index webhook_delivery_waiting on webhook_delivery (due_at nulls first) where state = 'waiting';
create index webhook_delivery_made_at on webhook_delivery (made_at);

do $$
declare
  walled text;
begin
  foreach walled in array array['webhook', 'webhook_delivery']
  loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
    execute format('revoke delete on %I from kaiku_app', walled);
  end loop;
end $$;
create policy keeper on webhook to kaiku_app
  using (client_id = any((select visit_clients())::uuid[])) with check (client_id = any((select visit_clients())::uuid[]));
create policy keeper on webhook_delivery to kaiku_app
  using (exists (select from webhook w where w.id = webhook_id)) with check (exists (select from webhook w where w.id = webhook_id));

-- Ends a program at once: its keys open nothing, and nothing is told to it.
create function api_client_end(of_client uuid, moment timestamptz) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  by_whom text := 'account:' || (visit_role()).account_id;
begin
  if not (visit_centre() or visit_keeps_client(of_client)) then
    raise exception 'only its keeper or the centre ends a program' using errcode = '42501';
  end if;
  update api_client set ended_at = moment, ended_by = by_whom where id = of_client and ended_at is null;
  if not found then
    return false;
  end if;
  update api_key set ended_at = moment where client_id = of_client and ended_at is null;
  update api_client_site set ended_at = moment, ended_by = by_whom where client_id = of_client and ended_at is null;
  update webhook set ended_at = moment where client_id = of_client and ended_at is null;
  return true;
end $$;

-- Puts an event in the queue of every webhook of a program that asked for it.
create function tell_client(of_client uuid, of_event text, with_data jsonb, happened_at timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into webhook_delivery (webhook_id, event, data, made_at)
  -- Whole milliseconds, as the cursors of lists name them.
  select w.id, of_event, with_data, date_trunc('milliseconds', happened_at) from webhook w
  where w.client_id = of_client and w.ended_at is null and of_event = any(w.events)
$$;
revoke execute on function tell_client(uuid, text, jsonb, timestamptz) from public;

-- The program whose key an actor names; null for people, devices and all others.
create function client_of_actor(actor text) returns uuid language sql stable security definer
set search_path = public, pg_temp as $$
  select k.client_id from api_key k where k.id = substring(actor from '^key:([0-9a-f-]{36})$')::uuid
$$;
revoke execute on function client_of_actor(text) from public;

-- A program is told that a use of its own was undone, unless it did so itself.
create function webhook_on_cancellation() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  undone use;
  teller uuid;
begin
  select u.* into undone from use u where u.id = new.use_id and u.used_on = new.used_on;
  teller := client_of_actor(undone.recorded_by);
  if teller is not null and teller is distinct from client_of_actor(new.cancelled_by) then
    perform tell_client(teller, 'use.cancelled', jsonb_build_object('useId', new.use_id, 'siteId', undone.site_id),
      new.cancelled_at);
  end if;
  return null;
end $$;
create trigger webhook_on_cancellation after insert on use_cancellation
  for each row execute function webhook_on_cancellation();

-- What became of a ticket of its own that waited. Why it was dropped would tell about the card.
create function webhook_on_unrecognised() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  teller uuid := client_of_actor(new.recorded_by);
begin
  if teller is not null and teller is distinct from (visit_key()).client_id then
    perform tell_client(teller, case new.state when 'dropped' then 'use.dropped' else 'use.recognised' end,
      jsonb_strip_nulls(jsonb_build_object('ticketId', new.id, 'useId', new.use_id, 'siteId', new.site_id)),
      new.decided_at);
  end if;
  return null;
end $$;
create trigger webhook_on_unrecognised after update on unrecognised_use
  for each row when (new.state <> 'waiting' and new.state is distinct from old.state)
  execute function webhook_on_unrecognised();

create function tell_clients_of_site(of_site integer) returns void language sql security definer
set search_path = public, pg_temp as $$
  select tell_client(x.client_id, 'site.updated', jsonb_build_object('siteId', of_site), now())
  from api_client_site x where x.site_id = of_site and x.ended_at is null
$$;
revoke execute on function tell_clients_of_site(integer) from public;

-- What a ticket shop shows or asks of a site has changed: it reads the site anew.
create function webhook_on_site() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if to_jsonb(new) is distinct from to_jsonb(old) then
    perform tell_clients_of_site(new.id);
  end if;
  return null;
end $$;
create trigger webhook_on_site after update on site for each row execute function webhook_on_site();

create function webhook_on_pause() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform tell_clients_of_site(coalesce(new.site_id, old.site_id));
  return null;
end $$;
create trigger webhook_on_pause after insert or update or delete on pause for each row execute function webhook_on_pause();

-- A merger: the place that stays keeps the programs of the other.
create or replace function api_clients_take_site(from_id integer, into_id integer, taken_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into api_client_site (client_id, site_id, approved_at, approved_by)
    select x.client_id, into_id, taken_at, x.approved_by from api_client_site x
    where x.site_id = from_id and x.ended_at is null
    on conflict do nothing;
  update api_client_site set ended_at = taken_at, ended_by = 'merger' where site_id = from_id and ended_at is null;
  update api_client set site_id = into_id where site_id = from_id;
end $$;

create function api_clients_take_organisation() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  update api_client set organisation_id = new.merged_into_id where organisation_id = new.id;
  return null;
end $$;
create trigger api_clients_take_organisation after update on organisation
  for each row when (new.merged_into_id is not null and old.merged_into_id is null)
  execute function api_clients_take_organisation();
