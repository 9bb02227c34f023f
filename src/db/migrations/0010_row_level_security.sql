-- The second wall: requests act in a role that owns nothing.

do $$ begin
  if not exists (select from pg_roles where rolname = 'kaiku_app') then
    create role kaiku_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null; -- another database of this server made it a moment ago
  when insufficient_privilege then
    raise exception 'The database user % may not make the role kaiku_app. Let an administrator run: create role kaiku_app nologin; grant kaiku_app to %',
      current_user, current_user;
end $$;

do $$ begin
  if not pg_has_role(current_user, 'kaiku_app', 'member') then
    execute format('grant kaiku_app to %I', current_user);
  end if;
end $$;

grant usage on schema public to kaiku_app;
grant select, insert, update, delete on all tables in schema public to kaiku_app;
alter default privileges in schema public grant select, insert, update, delete on tables to kaiku_app;

-- What nobody but the owner writes: the numbers that triggers keep, the rules, the log once written.
revoke insert, update, delete on installation, policy, demo_facts, card_usage, statistics_use_month,
  statistics_use_year, statistics_card_year, unit_activity, site_activity, audit_link from kaiku_app;
revoke update, delete on audit, use, use_cancellation, card_event from kaiku_app;
revoke insert, delete on card from kaiku_app;
revoke insert on card_check from kaiku_app;
revoke insert, update, delete on api_key from kaiku_app;
grant update (last_used_on, site_id) on api_key to kaiku_app;
revoke all on card_renewal from kaiku_app;
do $$ begin
  if to_regclass('migration') is not null then
    revoke all on migration from kaiku_app;
  end if;
end $$;
revoke delete on area, municipality, county, organisation, issuing_unit, site, contact_person,
  confirmation, exception_period, issuer_request from kaiku_app;

-- Counting is the owner's work, whoever writes the use or the card.
alter function statistics_on_use() security definer set search_path = public, pg_temp;
alter function statistics_on_cancellation() security definer set search_path = public, pg_temp;
alter function statistics_on_card_added() security definer set search_path = public, pg_temp;
alter function statistics_on_card_changed() security definer set search_path = public, pg_temp;
alter function unit_begins() security definer set search_path = public, pg_temp;
alter function site_begins() security definer set search_path = public, pg_temp;
alter function contact_person_remains() security definer set search_path = public, pg_temp;
revoke execute on function statistics_turn_cards(bigint[], integer) from public;
revoke execute on function statistics_add_uses(use[], integer) from public;
revoke execute on function statistics_add_cards(card[], integer) from public;

-- Sessions and keys are kept as the hash of what proves them: what is read here opens nothing.
update session set token_hash = sha256(token_hash);
update api_key set secret_hash = sha256(secret_hash);

-- Who is acting. The transaction says by whose right it runs (`kaiku.proof`: what hashes to a session's or a key's hash);
-- what that opens is found here and not taken from the program, so that a query that forgets its scope shows nothing.
-- In plpgsql, whose plans are kept for the connection: these run with every use.
create function visit_proof(kind text) returns bytea language plpgsql stable as $$
declare
  proof text := current_setting('kaiku.proof', true);
begin
  if proof is null or split_part(proof, ':', 1) <> kind then
    return null;
  end if;
  return decode(split_part(proof, ':', 2), 'hex');
end $$;

create function visit_role() returns account_role language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  proven bytea := visit_proof('session');
  held account_role;
begin
  if proven is not null then
    select r.* into held from session s
    join account_role r on r.id = s.account_role_id
    left join account a on a.id = r.account_id
    left join device d on d.id = r.device_id
    where s.token_hash = sha256(proven) and r.ended_at is null and a.ended_at is null and d.ended_at is null;
  end if;
  return held;
end $$;

create function visit_role_id() returns uuid language plpgsql stable security definer
set search_path = public, pg_temp as $$ begin return (visit_role()).id; end $$;

create function visit_centre() returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$ begin return coalesce((visit_role()).role = 'centre', false); end $$;

create function visit_auditor() returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$ begin return coalesce((visit_role()).role = 'auditor', false); end $$;

create function visit_area() returns integer language plpgsql stable security definer
set search_path = public, pg_temp as $$ begin return (visit_role()).area_id; end $$;

create function visit_unit() returns integer language plpgsql stable security definer
set search_path = public, pg_temp as $$ begin return (visit_role()).unit_id; end $$;

-- The key of the public API that is acting.
create function visit_key() returns api_key language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  proven bytea := visit_proof('key');
  held api_key;
begin
  if proven is not null then
    select k.* into held from api_key k where k.secret_hash = sha256(proven) and k.ended_at is null;
  end if;
  return held;
end $$;

-- The sites that whoever is acting may record for.
create function visit_sites() returns integer[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  key_site integer := (visit_key()).site_id;
  held account_role;
begin
  if key_site is not null then
    return array[key_site];
  end if;
  held := visit_role();
  if held.site_id is not null then
    return array[held.site_id];
  end if;
  return array(select i.site_id from site_intermediary i where i.organisation_id = held.organisation_id);
end $$;

-- The units and sites that whoever is acting keeps. The centre keeps all, and is asked apart.
create function visit_kept_units() returns integer[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  held account_role := visit_role();
begin
  return array(select u.id from issuing_unit u where u.area_id = held.area_id);
end $$;
create function visit_kept_sites() returns integer[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  held account_role := visit_role();
begin
  return array(select t.id from site t where t.area_id = held.area_id);
end $$;

-- The site that a venue's person works at; devices and intermediaries only record.
create function visit_venue() returns integer language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  held account_role := visit_role();
begin
  return case when held.role = 'venue' then held.site_id end;
end $$;
create function visit_kept_organisations() returns integer[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  held account_role := visit_role();
begin
  -- Only those that lie wholly in the area: whoever can add a site under a name would else reach its people by that.
  return array(
    select k.organisation_id from (
      select u.organisation_id from issuing_unit u where u.area_id = held.area_id
      union select t.organisation_id from site t where t.area_id = held.area_id) k
    where not exists (select from issuing_unit u where u.organisation_id = k.organisation_id
        and u.merged_into_id is null and u.area_id is distinct from held.area_id)
      and not exists (select from site t where t.organisation_id = k.organisation_id
        and t.merged_into_id is null and t.area_id is distinct from held.area_id));
end $$;

-- Under whose names answers to keys are kept.
create function visit_owners() returns text[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  key_id uuid := (visit_key()).id;
begin
  if key_id is not null then
    return array['key:' || key_id];
  end if;
  return array(select 'site:' || s from unnest(visit_sites()) s);
end $$;

-- What a desk may know of the card in front of it: valid or not, until when, how many children. It asks by the code, or
-- by a check that it made itself; a card's id alone opens nothing.
create function card_for_use(by_legacy bytea, by_fresh bytea, by_id bigint, at_site integer, act_by text)
returns table (id bigint, type text, state text, registered_on date, valid_until date, closed_on date,
  children smallint, code_tail text, revision integer)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  -- A program's call says whose it is in the same statement, so that it costs no round trip of its own.
  if act_by is not null then
    perform set_config('kaiku.proof', act_by, true);
  end if;
  if not at_site = any(visit_sites()) then
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

-- Keeps that a desk asked for a card, and which it was: by the code alone, so that no id can be slipped in.
create function open_check(check_id uuid, by_legacy bytea, by_fresh bytea, at_site integer, asked_at timestamptz)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not at_site = any(visit_sites()) then
    raise exception 'no desk of this site' using errcode = '42501';
  end if;
  insert into card_check (id, account_role_id, site_id, card_id, checked_at)
  values (check_id, visit_role_id(), at_site, (select c.id from card c where c.code_hash in (by_legacy, by_fresh)
    order by c.code_hash = by_legacy desc limit 1), asked_at);
end $$;

-- One row while the card is as it was when it was judged, held so until the transaction ends.
create function card_unchanged(card_id bigint, card_revision integer, act_by text) returns setof boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if act_by is not null then
    perform set_config('kaiku.proof', act_by, true);
  end if;
  if cardinality(visit_sites()) = 0 then
    return;
  end if;
  return query select true from card c where c.id = card_id and c.revision = card_revision for share;
end $$;

-- What an issuer may know of a card by its code: of another unit's card, only that it is one.
create function card_by_code(by_legacy bytea, by_fresh bytea)
returns table (own boolean, id bigint, type text, state text, registered_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.unit_id = visit_unit(),
    case when c.unit_id = visit_unit() then c.id end, case when c.unit_id = visit_unit() then c.type end,
    case when c.unit_id = visit_unit() then c.state end, case when c.unit_id = visit_unit() then c.registered_on end
  from card c
  where visit_unit() is not null and c.code_hash in (by_legacy, by_fresh)
  order by c.code_hash = by_legacy desc limit 1
$$;

-- The unit of the community card in one's own check; of a personal card a desk never learns it.
create function unit_of_check(check_id uuid) returns text language sql stable security definer
set search_path = public, pg_temp as $$
  select u.name from card_check k
  join card c on c.id = k.card_id and c.type = 'community' join issuing_unit u on u.id = c.unit_id
  where k.id = check_id and k.account_role_id = visit_role_id()
$$;

-- The four characters by which a desk's own list knows its uses.
create view use_face as
  select u.id as use_id, c.code_tail from use u join card c on c.id = u.card_id
  where u.site_id = any((select visit_sites())::integer[]);
grant select on use_face to kaiku_app;

-- The walls themselves. FORCE holds the owner too, unless a policy lets it through: ours does, by its name.
do $$
declare
  walled text;
begin
  foreach walled in array array['card', 'card_event', 'card_renewal', 'consent', 'card_usage', 'use', 'use_cancellation',
    'idempotency', 'card_check', 'desk_choice', 'audit', 'audit_link', 'mail', 'area', 'area_membership', 'area_text',
    'municipality', 'county', 'organisation', 'issuing_unit', 'issuer_request', 'unit_period', 'site', 'site_period',
    'site_intermediary', 'site_text', 'site_link', 'pause', 'contact_person', 'confirmation', 'confirmation_reminder',
    'exception_period']
  loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;

  -- The network is public knowledge, but only its keepers change it.
  foreach walled in array array['area', 'area_membership', 'area_text', 'municipality', 'county', 'organisation',
    'issuing_unit', 'unit_period', 'site', 'site_period', 'site_intermediary', 'site_text', 'site_link', 'pause',
    'exception_period']
  loop
    execute format('create policy everyone_reads on %I for select to kaiku_app using (true)', walled);
  end loop;

  -- The centre keeps the whole network.
  foreach walled in array array['area', 'area_membership', 'area_text', 'municipality', 'county', 'organisation',
    'issuing_unit', 'issuer_request', 'unit_period', 'site', 'site_period', 'site_intermediary', 'site_text', 'site_link',
    'pause', 'contact_person', 'confirmation', 'confirmation_reminder', 'exception_period']
  loop
    execute format(
      'create policy centre on %I to kaiku_app using ((select visit_centre())) with check ((select visit_centre()))', walled);
  end loop;

  -- What hangs on a unit or a site is its keepers'; how it is reached and described is its own people's too.
  foreach walled in array array['issuer_request', 'unit_period', 'pause', 'contact_person', 'confirmation',
    'confirmation_reminder']
  loop
    execute format('create policy unit on %I to kaiku_app using (unit_id = any((select visit_kept_units())::integer[]))', walled);
  end loop;
  foreach walled in array array['site_period', 'site_intermediary', 'site_text', 'site_link', 'pause', 'contact_person',
    'confirmation', 'confirmation_reminder', 'exception_period']
  loop
    execute format('create policy site on %I to kaiku_app using (site_id = any((select visit_kept_sites())::integer[]))', walled);
  end loop;
  foreach walled in array array['contact_person', 'confirmation']
  loop
    execute format('create policy own_unit on %I to kaiku_app using (unit_id = (select visit_unit()))', walled);
  end loop;
  foreach walled in array array['site_text', 'site_link', 'contact_person', 'confirmation']
  loop
    execute format('create policy own_site on %I to kaiku_app using (site_id = (select visit_venue()))', walled);
  end loop;
end $$;

create policy unit on card to kaiku_app using (unit_id = (select visit_unit()));
create policy unit on card_event to kaiku_app using (exists (select from card c where c.id = card_id));
create policy unit on consent to kaiku_app using (exists (select from card c where c.id = card_id));
create policy unit on card_usage for select to kaiku_app using (exists (select from card c where c.id = card_id));

create policy site on use to kaiku_app using (site_id = any((select visit_sites())::integer[]));
create policy site on use_cancellation to kaiku_app using (exists (select from use u where u.id = use_id));
create policy owned on idempotency to kaiku_app using (owner = any((select visit_owners())::text[]));
create policy own on card_check to kaiku_app
  using (account_role_id = (select visit_role_id()) and site_id = any((select visit_sites())::integer[]));
create policy own on desk_choice to kaiku_app
  using (account_role_id = (select visit_role_id()) and site_id = any((select visit_sites())::integer[]));

-- Everyone's deeds are written down; only the auditor reads them.
create policy anyone_writes on audit for insert to kaiku_app with check (true);
create policy auditor on audit for select to kaiku_app using ((select visit_auditor()));
create policy auditor on audit_link for select to kaiku_app using ((select visit_auditor()));
create policy anyone_writes on mail for insert to kaiku_app with check (true);
create policy centre on mail to kaiku_app using ((select visit_centre()));

create policy area on area_text to kaiku_app using (area_id = (select visit_area()));
create policy area on issuing_unit to kaiku_app using (area_id = (select visit_area()));
create policy area on site to kaiku_app using (area_id = (select visit_area()));
-- A venue describes its own site; where that lies and whether it is open is its keepers' to say.
create policy venue on site for update to kaiku_app
  using (id = (select visit_venue()));
create function site_keeps_its_place() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if current_setting('role', true) = 'kaiku_app'
    and coalesce((visit_role()).role not in ('centre', 'coordinator'), true) and (new.area_id, new.municipality_id, new.organisation_id, new.name, new.closed_on,
      new.merged_into_id, new.category, new.allows_override) is distinct from (old.area_id, old.municipality_id,
      old.organisation_id, old.name, old.closed_on, old.merged_into_id, old.category, old.allows_override) then
    raise exception 'only its keepers move, rename or close a site' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger site_keeps_its_place before update on site for each row execute function site_keeps_its_place();
create policy area on organisation for update to kaiku_app
  using (id = any((select visit_kept_organisations())::integer[]));
create policy area_adds on organisation for insert to kaiku_app with check ((select visit_area()) is not null);
create policy organisation on contact_person to kaiku_app
  using (organisation_id = any((select visit_kept_organisations())::integer[]));
create policy area on exception_period to kaiku_app using (area_id = (select visit_area()));

-- A coordinator proposes a new issuer; that it becomes one is the centre's answer.
create function unit_is_agreed() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if current_setting('role', true) = 'kaiku_app' and new.state = 'active' and not visit_centre()
    and (tg_op = 'INSERT' or old.state <> 'active') then
    raise exception 'only the centre agrees to a new issuer' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger unit_is_agreed before insert or update on issuing_unit for each row execute function unit_is_agreed();
