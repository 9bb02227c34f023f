-- A unit asks to come with clients; the site answers. Numbers alone: nobody's name, no card, and no use is tied to it.
create table group_visit (
  id integer generated always as identity primary key,
  unit_id integer not null references issuing_unit,
  site_id integer not null references site,
  event text check (length(event) between 1 and 120),
  visit_on date not null,
  -- Hours and minutes in Finland.
  starts_at text check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  clients smallint not null check (clients between 0 and 100),
  under_16 smallint not null check (under_16 between 0 and 100),
  workers smallint not null check (workers between 1 and 100),
  wish text check (length(wish) between 1 and 300),
  state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'cancelled')),
  answer text check (length(answer) between 1 and 300),
  decline_reason text check (decline_reason in ('full', 'not-offered', 'other-day', 'other')),
  asked_at timestamptz not null,
  asked_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  check (clients + under_16 > 0),
  check ((state = 'declined') = (decline_reason is not null))
);
create index fk_group_visit_unit_id on group_visit (unit_id, visit_on desc);
create index fk_group_visit_site_id on group_visit (site_id, visit_on desc);
-- The same visit asked for twice is a slip.
create unique index group_visit_once on group_visit (unit_id, site_id, visit_on, coalesce(event, ''))
  where state in ('asked', 'accepted');

revoke update, delete on group_visit from kaiku_app;
grant update (state, answer, decline_reason, changed_at, changed_by) on group_visit to kaiku_app;
do $$ begin
  alter table group_visit enable row level security;
  alter table group_visit force row level security;
  execute format('create policy owner on group_visit to %I using (true) with check (true)', current_user);
end $$;
create policy unit_reads on group_visit for select to kaiku_app using (unit_id = (select visit_unit()));
create policy site_reads on group_visit for select to kaiku_app using (site_id = any((select visit_sites())::integer[]));
create policy unit_asks on group_visit for insert to kaiku_app
  with check (unit_id = (select visit_unit()) and state = 'asked');
create policy unit_cancels on group_visit for update to kaiku_app
  using (unit_id = (select visit_unit())) with check (unit_id = (select visit_unit()) and state = 'cancelled');
create policy site_answers on group_visit for update to kaiku_app
  using (site_id = (select visit_venue()))
  with check (site_id = (select visit_venue()) and state in ('accepted', 'declined'));
