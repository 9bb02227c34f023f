-- What a desk sends after it has been without a network.

-- A use that was sent late, and the same card was recorded there for the same event near in time: both are kept, and
-- somebody of the place looks whether both were meant. The row goes when they have said so, or after a month.
create table use_repeat (
  use_id uuid primary key,
  used_on date not null,
  site_id integer not null references site,
  found_at timestamptz not null,
  foreign key (use_id, used_on) references use (id, used_on) on delete cascade
);
create index fk_use_repeat_use_id on use_repeat (use_id, used_on);
create index fk_use_repeat_site_id on use_repeat (site_id, found_at desc);

revoke update on use_repeat from kaiku_app;
do $$ begin
  alter table use_repeat enable row level security;
  alter table use_repeat force row level security;
  execute format('create policy owner on use_repeat to %I using (true) with check (true)', current_user);
end $$;
create policy site on use_repeat to kaiku_app using (site_id = any((select visit_sites())::integer[]));

-- The sites that have become these, straight or by way of others.
create function sites_become(into_ids integer[]) returns integer[] language sql stable set search_path = public, pg_temp as $$
  with recursive former as (
    select s.id from site s where s.merged_into_id = any(into_ids)
    union select s.id from site s join former f on s.merged_into_id = f.id
  )
  select coalesce(array_agg(id), '{}') from former
$$;

-- Under whose names answers to keys are kept. A desk that recorded for a site before its merger asks for its answers
-- afterwards: under the site's old name.
create or replace function visit_owners() returns text[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  key_client uuid := (visit_key()).client_id;
  sites integer[];
begin
  if key_client is not null then
    return array['key:' || key_client];
  end if;
  sites := visit_sites();
  return array(select 'site:' || s from unnest(sites || sites_become(sites)) s);
end $$;

-- Whether a row of any site has this id: a device makes its ids itself, and must not come by another's.
create function use_id_taken(of_id uuid) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if cardinality(visit_sites()) = 0 then
    raise exception 'no desk' using errcode = '42501';
  end if;
  return exists (select from use where id = of_id) or exists (select from unrecognised_use where id = of_id);
end $$;
