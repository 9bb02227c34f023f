-- The local page of each area: its address, what its coordinators say on it in each language, and whom one may ask.

-- Three texts instead of one, in every language that holders read.
alter table area_text add column field text not null default 'intro'
  check (field in ('intro', 'good-to-know', 'notice'));
alter table area_text drop constraint area_text_pkey;
alter table area_text add primary key (area_id, field, language);
alter table area_text drop constraint area_text_language_check;
alter table area_text add constraint area_text_language_check
  check (language in ('fi', 'sv', 'en', 'fi-simple', 'ar', 'ru', 'uk', 'so', 'se'));

-- What is said once for all languages: the page that a city or county keeps itself, and when the notice is shown.
create table area_page (
  area_id integer primary key references area,
  own_url text check (own_url ~ '^https://' and length(own_url) <= 500),
  notice_from date,
  notice_until date check (notice_until >= notice_from),
  changed_at timestamptz not null,
  changed_by text not null
);

-- Whom the public may ask, one of each side: an office with its common mailbox and number rather than a person, whose
-- own details stay with their account.
create table area_contact (
  area_id integer not null references area,
  side text not null check (side in ('culture', 'sote')),
  name text not null check (length(name) between 1 and 100),
  email text check (length(email) <= 200),
  phone text check (length(phone) <= 40),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (area_id, side),
  check (email is not null or phone is not null)
);

-- The address of the page, from the area's Finnish name. An old one goes on leading to the area after a change of name.
create table area_slug (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and slug !~ '^[0-9]+$'),
  area_id integer not null references area,
  is_current boolean not null
);
create index fk_area_slug_area_id on area_slug (area_id);
create unique index area_slug_current on area_slug (area_id) where is_current;

create function area_slug_of(name text) returns text language sql immutable as $$
  select trim(both '-' from regexp_replace(lower(translate(name,
    'ÅÄÖÁÀÂÉÈÊËÍÏÓÔÕØÚÜÝČŠŽĐŊŦŃåäöáàâéèêëíïóôõøúüýčšžđŋŧń',
    'aaoaaaeeeeiioooouuycszdntnaaoaaaeeeeiioooouuycszdntn')), '[^a-z0-9]+', '-', 'g'))
$$;

create function area_has_slug() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  wanted text := area_slug_of(new.name);
begin
  if wanted ~ '^[0-9]*$' then wanted := 'alue-' || new.id; end if;
  if exists (select from area_slug where slug = wanted and area_id <> new.id) then
    wanted := wanted || '-' || new.id;
  end if;
  update area_slug set is_current = false where area_id = new.id and is_current and slug <> wanted;
  insert into area_slug (slug, area_id, is_current) values (wanted, new.id, true)
    on conflict (slug) do update set is_current = true where area_slug.area_id = new.id;
  return new;
end $$;
create trigger area_has_slug after insert or update of name on area
  for each row execute function area_has_slug();

do $$
declare
  walled text;
begin
  foreach walled in array array['area_page', 'area_contact', 'area_slug']
  loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
    execute format('create policy everyone_reads on %I for select to kaiku_app using (true)', walled);
  end loop;
  foreach walled in array array['area_page', 'area_contact']
  loop
    execute format(
      'create policy centre on %I to kaiku_app using ((select visit_centre())) with check ((select visit_centre()))', walled);
    execute format('create policy area on %I to kaiku_app using (area_id = (select visit_area()))', walled);
  end loop;
end $$;
revoke insert, update, delete on area_slug from kaiku_app;

-- The areas that are there already get theirs in the order in which they came.
do $$
declare
  known record;
begin
  for known in select id from area order by id loop
    update area set name = name where id = known.id;
  end loop;
end $$;
