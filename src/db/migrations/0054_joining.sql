-- An area's way in: somebody is interested, the centre talks with them, a plan with its steps leads to a pilot.

-- Sent by anyone from a public page: the person of a municipality or county who asks, in their work.
create table area_interest (
  id integer generated always as identity primary key,
  -- Drawn from what it says: what is sent twice is one.
  form_key uuid not null unique,
  municipality_id integer references municipality,
  organisation text not null check (organisation <> ''),
  sender_name text check (sender_name <> ''),
  sender_title text check (sender_title <> ''),
  sender_email text check (sender_email <> ''),
  message text check (message <> ''),
  language text not null check (language in ('fi', 'sv', 'en')),
  received_at timestamptz not null,
  state text not null default 'new' check (state in ('new', 'talking', 'opened', 'declined')),
  -- What it became.
  area_id integer references area,
  decline_reason text check (decline_reason <> ''),
  changed_at timestamptz not null,
  told_at timestamptz,
  check ((state = 'opened') = (area_id is not null)),
  check (decline_reason is null or state = 'declined')
);
create index on area_interest (municipality_id);
create index on area_interest (area_id);

-- A plan begins when the area is opened for preparation; one for each area.
create table joining_plan (
  area_id integer primary key references area,
  started_on date not null,
  -- When the pilot is meant to run: what is really so stands with the municipalities.
  wanted_from date,
  wanted_until date check (wanted_until >= wanted_from),
  changed_at timestamptz not null
);

-- Of a step: who does it by when, and what the register cannot see by itself.
create table joining_step (
  area_id integer not null references joining_plan,
  name text not null check (name in ('talk', 'pair', 'agreement', 'third-sector', 'issuers', 'sites', 'commitments',
    'printing', 'local-page', 'feedback', 'accounts', 'training')),
  who text check (who <> ''),
  due_on date,
  note text check (note <> ''),
  state text not null check (state in ('open', 'done', 'not-needed')),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (area_id, name)
);

-- What was talked about with the centre: before the area was opened of an interest, afterwards of the area.
create table joining_meeting (
  id integer generated always as identity primary key,
  interest_id integer references area_interest,
  area_id integer references area,
  kind text not null check (kind in ('talk', 'feedback')),
  held_on date not null,
  notes text not null check (notes <> ''),
  made_at timestamptz not null,
  made_by text not null,
  removed_at timestamptz,
  check (num_nonnulls(interest_id, area_id) > 0)
);
create index on joining_meeting (interest_id);
create index on joining_meeting (area_id);

-- What was agreed there: who does what by when.
create table joining_action (
  id integer generated always as identity primary key,
  meeting_id integer not null references joining_meeting,
  deed text not null check (deed <> ''),
  who text check (who <> ''),
  due_on date,
  done_on date
);
create index on joining_action (meeting_id);

alter table area_interest enable row level security;
alter table area_interest force row level security;
alter table joining_plan enable row level security;
alter table joining_plan force row level security;
alter table joining_step enable row level security;
alter table joining_step force row level security;
alter table joining_meeting enable row level security;
alter table joining_meeting force row level security;
alter table joining_action enable row level security;
alter table joining_action force row level security;
create policy owner on area_interest to current_user using (true) with check (true);
create policy owner on joining_plan to current_user using (true) with check (true);
create policy owner on joining_step to current_user using (true) with check (true);
create policy owner on joining_meeting to current_user using (true) with check (true);
create policy owner on joining_action to current_user using (true) with check (true);

-- Anyone sends one; the centre alone reads it.
create policy everyone_sends on area_interest for insert to kaiku_app with check (state = 'new');
create policy centre on area_interest to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy keeper on joining_plan to kaiku_app
  using ((select visit_centre()) or area_id = (select visit_area()))
  with check ((select visit_centre()) or area_id = (select visit_area()));
create policy keeper on joining_step to kaiku_app
  using ((select visit_centre()) or area_id = (select visit_area()))
  with check ((select visit_centre()) or area_id = (select visit_area()));
create policy keeper on joining_meeting to kaiku_app
  using ((select visit_centre()) or area_id = (select visit_area()))
  with check ((select visit_centre()) or area_id = (select visit_area()));
create policy keeper on joining_action to kaiku_app
  using (exists (select from joining_meeting m where m.id = meeting_id))
  with check (exists (select from joining_meeting m where m.id = meeting_id));
revoke delete on area_interest, joining_plan, joining_step, joining_meeting from kaiku_app;
