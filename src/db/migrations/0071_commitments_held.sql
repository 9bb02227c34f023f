-- The database holds what the program alone held until now: whose signature an event is, what a link still opens, how a
-- commitment begins; and the number of unread messages is told at less cost.

-- A link that was signed by opens its commitment as long as it is what was signed there: not what becomes of it once it was
-- taken back, whose text and parties may be others, and not for a party that another has come in the place of.
create function commitment_event_ends_links() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  update commitment_link l set ended_at = new.happened_at where l.commitment_id = new.commitment_id
    and l.ended_at is null and (new.kind <> 'succeeded' or l.party_id = new.party_id);
  return null;
end $$;
create trigger commitment_event_ends_links after insert on commitment_event
  for each row when (new.kind in ('withdrawn', 'reopened', 'succeeded'))
  execute function commitment_event_ends_links();
update commitment_link l set ended_at = greatest(l.used_at, c.changed_at) from commitment c
  where c.id = l.commitment_id and l.ended_at is null and (l.round <> c.round or c.state = 'draft'
    or exists (select from commitment_event e where e.party_id = l.party_id and e.kind = 'succeeded'));

-- A link, a paper and a reminder are of a party of their own commitment: a link opens what its party may see.
alter table commitment_party add unique (id, commitment_id);
alter table commitment_link add foreign key (party_id, commitment_id) references commitment_party (id, commitment_id);
alter table commitment_scan add foreign key (party_id, commitment_id) references commitment_party (id, commitment_id);
alter table commitment_reminder add foreign key (party_id, commitment_id) references commitment_party (id, commitment_id);

-- Who signs is who is acting: the account of the session, the link that this browser opened.
create policy signer on commitment_event as restrictive for insert to kaiku_app
  with check (way is null or way = 'paper'
    or (way = 'account' and text::jsonb -> 'details' ->> 'account' = (select visit_account())::text)
    or (way = 'link' and text::jsonb -> 'details' ->> 'link' = (select (visit_link()).id)::text));

-- The life of a signed commitment is for who has an account: a link signs, declines or names another, and no more.
drop policy partner on commitment_event;
create policy partner on commitment_event for insert to kaiku_app
  with check (visit_is_party(party_id)
    and (kind in ('signed', 'declined', 'delegated')
      or (kind in ('notice', 'notice-withdrawn') and (visit_link()).id is null))
    and (way is null or way = case when (visit_link()).id is null then 'account' else 'link' end));

-- A commitment begins as a draft.
create function commitment_begins() returns trigger language plpgsql as $$
begin
  if new.state <> 'draft' or new.round <> 0 or new.head_number <> 0 or new.sent_at is not null
    or new.signed_at is not null or new.ended_on is not null then
    raise exception 'a commitment begins as a draft' using errcode = 'KC002';
  end if;
  return new;
end $$;
create trigger commitment_begins before insert on commitment for each row execute function commitment_begins();

-- As in 0053, and a party does not leave what was sent for another draft.
create or replace function commitment_party_changes() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() > 1 then
    return coalesce(new, old);
  end if;
  if coalesce(new.signed_at, old.signed_at) is not null
    or exists (select from commitment c where c.id in (new.commitment_id, old.commitment_id) and c.state <> 'draft') then
    raise exception 'the parties of what was sent move by its events' using errcode = 'KC002';
  end if;
  return coalesce(new, old);
end $$;

-- One statement with each page of who is signed in: PostgreSQL keeps the plan of these, while it plans a function in SQL
-- anew at each call.
create or replace function message_areas(held account_role) returns integer[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return case held.role
    when 'coordinator' then array[held.area_id]
    when 'issuer' then array(select u.area_id from issuing_unit u where u.id = held.unit_id)
    when 'venue' then array(select t.area_id from site t where t.id = held.site_id)
    when 'intermediary' then array(select distinct t.area_id from site_intermediary i
      join site t on t.id = i.site_id where i.organisation_id = held.organisation_id)
    else '{}'::integer[] end;
end $$;

-- The one place that says whom a message is for.
create function message_is_for(told message, role text, areas integer[], category text) returns boolean
language sql immutable as $$
  select role = any(told.roles) and (told.area_ids is null or told.area_ids && areas)
    and coalesce(told.site_categories is null or role <> 'venue' or category = any(told.site_categories), false)
$$;

create or replace function message_reaches(told message, held account_role) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return held.role = any(told.roles) and message_is_for(told, held.role, message_areas(held),
    (select t.category from site t where t.id = held.site_id));
end $$;

-- Where somebody works is asked once, not for each message.
create or replace function message_unread(for_role uuid, on_day date) returns integer
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  held account_role;
  areas integer[];
  category text;
begin
  select r.* into held from account_role r where r.id = for_role;
  if held.id is null then return 0; end if;
  areas := message_areas(held);
  category := (select t.category from site t where t.id = held.site_id);
  return (select count(*)::integer from message m
    where m.left_at >= held.created_at and m.shown_until >= on_day
      and message_is_for(m, held.role, areas, category)
      and not exists (select from message_read d where d.message_id = m.id and d.account_id = held.account_id));
end $$;

-- Beside the keys above.
create index on commitment_link (party_id, commitment_id);
create index on commitment_reminder (party_id, commitment_id);
create index on commitment_scan (party_id, commitment_id);
