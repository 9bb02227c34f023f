-- Messages from those who keep the network to those who work in it. Their words are read in Kaikukanta and by mail.
alter table account add column news_by_mail text not null default 'all'
  check (news_by_mail in ('all', 'important', 'none'));

create table message (
  id integer generated always as identity primary key,
  -- Who writes: null for Kaikukeskus.
  area_id integer references area,
  title_fi text check (length(title_fi) between 1 and 120),
  title_sv text check (length(title_sv) between 1 and 120),
  title_en text check (length(title_en) between 1 and 120),
  body_fi text check (length(body_fi) between 1 and 6000),
  body_sv text check (length(body_sv) between 1 and 6000),
  body_en text check (length(body_en) between 1 and 6000),
  is_important boolean not null,
  roles text[] not null check (roles <@ array['issuer', 'venue', 'intermediary', 'coordinator']),
  -- Null is every area. A number that is no area's reaches nobody.
  area_ids integer[],
  -- Of the venues only these; null is all of them.
  site_categories text[] check (cardinality(site_categories) > 0
    and site_categories <@ array['culture', 'education', 'science', 'sports']),
  -- After this day it is among the earlier ones.
  shown_until date not null,
  made_at timestamptz not null,
  made_by text not null,
  changed_at timestamptz not null,
  -- Sending has two steps, so that it can be taken back in between: when it is to leave, and when it did.
  leaves_at timestamptz,
  sent_by text,
  left_at timestamptz,
  -- A draft that was thrown away, until it is forgotten.
  removed_at timestamptz,
  -- A coordinator writes to the own area alone.
  check (area_id is null or area_ids = array[area_id]),
  check ((leaves_at is null) = (sent_by is null)),
  check (left_at is null or leaves_at is not null),
  check (removed_at is null or leaves_at is null),
  -- What leaves is whole: for whom, and in Finnish, unless an area writes in another language of its own.
  check (leaves_at is null or (cardinality(roles) > 0 and (area_ids is null or cardinality(area_ids) > 0)
    and num_nonnulls(body_fi, body_sv, body_en) > 0 and (area_id is not null or body_fi is not null)
    and (title_fi is null) = (body_fi is null) and (title_sv is null) = (body_sv is null)
    and (title_en is null) = (body_en is null)))
);
create index fk_message_area_id on message (area_id);
create index message_left on message (shown_until) where left_at is not null;
create index message_leaving on message (leaves_at) where left_at is null and leaves_at is not null;

-- Who opened a message in Kaikukanta: its reader sees the own row, its writer a count.
create table message_read (
  message_id integer not null references message on delete cascade,
  account_id uuid not null references account,
  read_on date not null,
  primary key (message_id, account_id)
);
create index fk_message_read_account_id on message_read (account_id);

-- Who gets a message by mail: each once, whatever stops the sending in the middle.
create table message_mail (
  message_id integer not null references message on delete cascade,
  account_id uuid not null references account,
  -- When its letter was put in the queue of mail, and which letter that is while it is kept.
  queued_at timestamptz,
  mail_id uuid references mail on delete set null,
  primary key (message_id, account_id),
  check (queued_at is not null or mail_id is null)
);
create index fk_message_mail_account_id on message_mail (account_id);
create index fk_message_mail_mail_id on message_mail (mail_id);
create index message_mail_waiting on message_mail (message_id) where queued_at is null;

-- The areas that somebody works in. An intermediary works in those of the sites that chose it.
create function message_areas(held account_role) returns integer[]
language sql stable security definer set search_path = public, pg_temp as $$
  select case held.role
    when 'coordinator' then array[held.area_id]
    when 'issuer' then array(select u.area_id from issuing_unit u where u.id = held.unit_id)
    when 'venue' then array(select t.area_id from site t where t.id = held.site_id)
    when 'intermediary' then array(select distinct t.area_id from site_intermediary i
      join site t on t.id = i.site_id where i.organisation_id = held.organisation_id)
    else '{}'::integer[] end
$$;

-- The one place that says whom a message is for.
create function message_reaches(told message, held account_role) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return held.role = any(told.roles)
    and (told.area_ids is null or told.area_ids && message_areas(held))
    and (told.site_categories is null or held.role <> 'venue'
      or exists (select from site t where t.id = held.site_id and t.category = any(told.site_categories)));
end $$;

-- Everybody whom a message is for today, in the area where they work; an intermediary's is none.
create function message_audience(of_message integer) returns table (account_id uuid, area_id integer)
language sql stable as $$
  select distinct r.account_id, coalesce(r.area_id, u.area_id, t.area_id)
  from message m
  join account_role r on r.role = any(m.roles) and r.ended_at is null and message_reaches(m, r)
  join account a on a.id = r.account_id and a.ended_at is null
  left join issuing_unit u on u.id = r.unit_id
  left join site t on t.id = r.site_id
  where m.id = of_message
$$;


-- Whether whoever is acting wrote the message, or keeps who did.
create function visit_writes(of_message integer) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select from message m where m.id = of_message and (visit_centre() or m.area_id = visit_area()))
$$;

-- How many a message is for and how many of them opened it, for its writer: by area, and all of them in a row of its own.
create function message_figures(of_message integer)
returns table (area_id integer, is_total boolean, recipients integer, readers integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.area_id, grouping(a.area_id) = 1, count(distinct a.account_id)::integer, count(distinct d.account_id)::integer
  from message_audience(of_message) a
  left join message_read d on d.message_id = of_message and d.account_id = a.account_id
  where visit_writes(of_message)
  group by grouping sets ((a.area_id), ())
$$;

-- How far its mails are, for its writer: to how many, how many have gone, and how many could not be delivered. What mail has forgotten had gone.
create function message_progress(of_message integer) returns table (mails integer, gone integer, failed integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer, (count(*) filter (where l.queued_at is not null and (m.id is null or m.sent_at is not null)))::integer,
    (count(*) filter (where m.sent_at is null and m.problem is not null))::integer
  from message_mail l left join mail m on m.id = l.mail_id
  where l.message_id = of_message and visit_writes(of_message)
$$;

-- What somebody has not opened of what left since they began: one statement with each page. It tells a number alone.
create function message_unread(for_role uuid, on_day date) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from account_role r join message m on m.left_at >= r.created_at and m.shown_until >= on_day
  where r.id = for_role and r.role = any(m.roles) and message_reaches(m, r)
    and not exists (select from message_read d where d.message_id = m.id and d.account_id = r.account_id)
$$;

-- What was said stays as it was said: requests write drafts, and end what is shown.
create function message_stays() returns trigger language plpgsql as $$
begin
  if current_setting('role', true) <> 'kaiku_app' then
    return new;
  end if;
  if tg_op = 'INSERT' then
    if new.leaves_at is not null then
      raise exception 'a message begins as a draft' using errcode = '42501';
    end if;
  elsif new.left_at is distinct from old.left_at
    or (old.left_at is not null and new.leaves_at is distinct from old.leaves_at)
    or (old.leaves_at is not null and to_jsonb(new) - array['leaves_at', 'sent_by', 'shown_until', 'changed_at']
      is distinct from to_jsonb(old) - array['leaves_at', 'sent_by', 'shown_until', 'changed_at']) then
    raise exception 'a message that was sent stays as it is' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger message_stays before insert or update on message for each row execute function message_stays();

do $$
declare
  walled text;
begin
  foreach walled in array array['message', 'message_read', 'message_mail'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
end $$;
revoke delete on message from kaiku_app;
revoke update, delete on message_read from kaiku_app;
revoke all on message_mail from kaiku_app;

create policy centre on message to kaiku_app using ((select visit_centre())) with check ((select visit_centre()));
create policy area on message to kaiku_app
  using (area_id = (select visit_area())) with check (area_id = (select visit_area()));
-- Whoever it is for, once it has left.
create policy reader on message for select to kaiku_app
  using (left_at is not null and message_reaches(message, (select visit_role())));
create policy own on message_read to kaiku_app
  using (account_id = (select visit_account()))
  with check (account_id = (select visit_account()) and exists (select from message m
    where m.id = message_id and m.left_at is not null and message_reaches(m, (select visit_role()))));
