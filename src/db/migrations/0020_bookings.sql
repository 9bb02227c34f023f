-- A ticket got today for another day: it is counted on the day it was got, and can be undone until its own day ends.
alter table use add column event_on date check (event_on >= used_on);

-- The holder of a booking has come: no second use. A desk marks it, and nobody takes it back.
create table arrival (
  use_id uuid primary key,
  used_on date not null,
  arrived_at timestamptz not null,
  arrived_by text not null,
  foreign key (use_id, used_on) references use (id, used_on)
);
create index fk_arrival_use_id on arrival (use_id, used_on);
-- The bookings of a site that are still to come, or came of late.
create index use_event_on on use (site_id, event_on) where event_on is not null;

revoke update, delete on arrival from kaiku_app;
do $$ begin
  alter table arrival enable row level security;
  alter table arrival force row level security;
  execute format('create policy owner on arrival to %I using (true) with check (true)', current_user);
end $$;
create policy site on arrival to kaiku_app using (exists (select from use u where u.id = use_id));

-- The texts still to be emptied, and with them for which day a ticket was.
drop index use_text;
create index use_text on use (used_on)
  where event is not null or override_reason is not null or event_on is not null;

-- What a subject is told, and what goes when a card does: an arrival hangs on a use, as its undoing does.
create or replace view subject_left_out (table_name, column_name, instead, reason) as values
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
  ('use', 'anonymous_type', null, 'Empty as long as the use is tied to a card.'),
  ('arrival', 'arrived_by', 'place', 'Names a worker.');

create or replace function subject_row(in_table text, kept jsonb) returns jsonb stable language sql
set search_path = public, pg_temp as $$
  select kept - coalesce(array_agg(l.column_name) filter (where l.instead is null), '{}')
    || coalesce(jsonb_object_agg(l.column_name, actor_place(kept ->> l.column_name, null,
      coalesce(kept ->> 'happened_at', kept ->> 'cancelled_at', kept ->> 'arrived_at', kept ->> 'received_at')::timestamptz))
      filter (where l.instead = 'place'), '{}')
    || case when kept ? 'site_id' then jsonb_build_object('site',
      (select name from site where id = (kept ->> 'site_id')::integer)) else '{}' end
    || case when kept ? 'unit_id' then jsonb_build_object('unit',
      (select name from issuing_unit where id = (kept ->> 'unit_id')::integer)) else '{}' end
  from subject_left_out l where l.table_name = in_table
$$;

create or replace function subject_since(in_table text) returns text immutable language sql as $$
  select case in_table
    when 'card_event' then 't.id >= $3'
    when 'card_check' then 't.checked_at >= $2'
    when 'renewal_check' then 't.checked_at >= $2'
    when 'consent' then 'coalesce(t.withdrawn_at, ''infinity'') >= $2'
    when 'use_cancellation' then 't.cancelled_at >= $2'
    when 'arrival' then 'not exists (select from use_cancellation x where x.use_id = t.use_id and x.cancelled_at < $2)'
    when 'use' then 'not exists (select from use_cancellation x where x.use_id = t.id and x.cancelled_at < $2)'
    else 'true' end
$$;

create or replace function cards_forget(card_ids bigint[]) returns integer
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
  update use u set id = gen_random_uuid(), card_id = null, anonymous_type = c.type, event = null, event_on = null,
    override_reason = null, recorded_by = 'nobody', used_on = date_trunc('month', u.used_on)::date,
    used_at = (date_trunc('month', u.used_on)::date + time '12:00') at time zone 'UTC',
    received_at = (date_trunc('month', u.used_on)::date + time '12:00') at time zone 'UTC'
  from card c where c.id = u.card_id and u.card_id = any(card_ids);
  delete from card where id = any(card_ids);
  get diagnostics gone = row_count;
  return gone;
end $$;
