-- Programs that call the public API. A program has its keys, two at most while one takes the other's place, and the sites
-- that let it record for them. Answers to its requests are kept under the program: a new key does not make a repeat new.
create table api_client (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 80),
  -- The intermediary whose program it is; empty when a site made it for a vendor of its own.
  organisation_id integer references organisation,
  -- A program being built: it reaches the practice cards alone, and nothing of it is counted.
  is_test boolean not null default false,
  made_at timestamptz not null,
  made_by text not null
);
create index fk_api_client_organisation_id on api_client (organisation_id);

create table api_client_site (
  client_id uuid not null references api_client,
  site_id integer not null references site,
  approved_at timestamptz not null,
  approved_by text not null,
  ended_at timestamptz,
  ended_by text,
  primary key (client_id, site_id, approved_at),
  check ((ended_at is null) = (ended_by is null))
);
create unique index api_client_site_standing on api_client_site (client_id, site_id) where ended_at is null;
create index fk_api_client_site_site_id on api_client_site (site_id);

-- Each key there is belongs to a program of its own, under the same id: what was answered to it stays answered.
insert into api_client (id, name, made_at, made_by)
  select id, coalesce(nullif(left(name, 80), ''), 'API'), created_at, 'migration' from api_key;
insert into api_client_site (client_id, site_id, approved_at, approved_by)
  select id, site_id, created_at, 'migration' from api_key;

alter table api_key add column client_id uuid references api_client;
update api_key set client_id = id;
alter table api_key alter column client_id set not null;
create index fk_api_key_client_id on api_key (client_id);
alter table api_key drop column site_id;

-- Which key reaches which site is asked with every use, before it is known who is acting: read by all, written by none.
revoke insert, update, delete on api_client, api_client_site from kaiku_app;

create or replace function visit_sites() returns integer[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  key_client uuid := (visit_key()).client_id;
  held account_role;
begin
  if key_client is not null then
    return array(select x.site_id from api_client_site x where x.client_id = key_client and x.ended_at is null);
  end if;
  held := visit_role();
  if held.site_id is not null then
    return array[held.site_id];
  end if;
  return array(select i.site_id from site_intermediary i where i.organisation_id = held.organisation_id);
end $$;

create or replace function visit_owners() returns text[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  key_client uuid := (visit_key()).client_id;
begin
  if key_client is not null then
    return array['key:' || key_client];
  end if;
  return array(select 'site:' || s from unnest(visit_sites()) s);
end $$;

-- A program that reaches both sites of a merger keeps the one that stays.
create function api_clients_take_site(from_id integer, into_id integer, taken_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into api_client_site (client_id, site_id, approved_at, approved_by)
    select x.client_id, into_id, taken_at, x.approved_by from api_client_site x
    where x.site_id = from_id and x.ended_at is null
    on conflict do nothing;
  update api_client_site set ended_at = taken_at, ended_by = 'merger' where site_id = from_id and ended_at is null;
end $$;
revoke execute on function api_clients_take_site(integer, integer, timestamptz) from public;

create or replace function take_rights(place text, from_id integer, into_id integer, taken_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  place_column text := place || '_id';
begin
  if place not in ('unit', 'site', 'organisation') or not (case place
    when 'unit' then (select count(*) = 2 from issuing_unit p where p.id in (from_id, into_id) and acting_keeps(p.area_id))
    when 'site' then (select count(*) = 2 from site p where p.id in (from_id, into_id) and acting_keeps(p.area_id))
    else acting_keeps(null) end)
  then
    raise exception 'only their keeper can merge places' using errcode = '42501';
  end if;
  -- Who has the role in both places keeps the one that stays.
  execute format('update account_role r set ended_at = $3 where %1$I = $1 and ended_at is null and account_id in (
    select account_id from account_role k where k.%1$I = $2 and k.role = r.role and k.ended_at is null)', place_column)
    using from_id, into_id, taken_at;
  execute format('update account_role set %1$I = $2 where %1$I = $1 and ended_at is null', place_column)
    using from_id, into_id;
  execute format('update invitation set %1$I = $2 where %1$I = $1 and accepted_at is null', place_column)
    using from_id, into_id;
  execute format('update account_role r set group_id = k.id from identity_group g join identity_group k
    on (k.provider_id, k.group_name, k.role, k.%1$I) = (g.provider_id, g.group_name, g.role, $2)
    where g.%1$I = $1 and r.group_id = g.id', place_column)
    using from_id, into_id;
  execute format('delete from identity_group g using identity_group k where g.%1$I = $1
    and (k.provider_id, k.group_name, k.role, k.%1$I) = (g.provider_id, g.group_name, g.role, $2)', place_column)
    using from_id, into_id;
  execute format('update identity_group set %1$I = $2 where %1$I = $1', place_column) using from_id, into_id;
  execute format('insert into contact_person (%1$I, name, email, phone, made_at)
    select $2, name, email, phone, $3 from contact_person c where %1$I = $1 and ended_at is null
      and not exists (select from contact_person k where k.%1$I = $2 and k.ended_at is null and k.name = c.name)', place_column)
    using from_id, into_id, taken_at;
  if place = 'site' then
    update device set site_id = into_id where site_id = from_id and ended_at is null;
    update device_pairing set site_id = into_id where site_id = from_id and used_at is null;
    perform api_clients_take_site(from_id, into_id, taken_at);
    update desk_choice set site_id = into_id where site_id = from_id;
  end if;
end $$;

create or replace function actor_place(actor text, acted_in text, acted_at timestamptz) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  named uuid := substring(actor from '^(?:account|device|key):([0-9a-f-]{36})$')::uuid;
begin
  if current_setting('role', true) = 'kaiku_app' and visit_unit() is null then
    return null;
  end if;
  return case split_part(actor, ':', 1)
    when 'device' then (select s.name from device d join site s on s.id = d.site_id where d.id = named)
    when 'key' then (
      select string_agg(distinct s.name, ', ') from api_key k join api_client_site x on x.client_id = k.client_id
      join site s on s.id = x.site_id where k.id = named)
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
