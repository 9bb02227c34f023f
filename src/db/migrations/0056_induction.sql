-- Induction: who has gone through the lessons, and when; and the checklist of each place, ticked by its own people.

-- The person who is acting; null for devices, keys and visitors.
create function visit_account() returns uuid language plpgsql stable security definer
set search_path = public, pg_temp as $$ begin return (visit_role()).account_id; end $$;

-- How long an induction holds, by day: "at least once a year" (Kaikukortti's instructions). A new number is a new row.
create table induction_policy (
  valid_from date primary key,
  valid_months smallint not null check (valid_months between 1 and 36),
  -- How many days before its end somebody is told that it ends.
  told_days smallint not null check (told_days between 0 and 180),
  source text not null check (source <> '')
);
insert into induction_policy (valid_from, valid_months, told_days, source) values
  ('2015-01-01', 12, 30, 'Instructions for issuers and sites: induction at least once a year. Twelve months and the 30 days are our choice.');

-- A lesson that somebody has gone through; a lesson gone through again keeps its latest time.
create table induction_lesson (
  account_id uuid not null references account,
  role text not null check (role in ('issuer', 'venue')),
  lesson text not null check (lesson ~ '^[a-z-]{1,40}$'),
  -- Which text of it: the day on which that text came.
  text_on date not null,
  done_at timestamptz not null,
  primary key (account_id, role, lesson)
);

-- A finished induction. What the certificate tells of the place is what it was called on that day.
create table induction (
  id integer generated always as identity primary key,
  account_id uuid not null references account,
  role text not null check (role in ('issuer', 'venue')),
  place text not null check (place <> ''),
  -- Of the lessons: the day of the newest text.
  edition_on date not null,
  done_on date not null,
  unique (account_id, role, done_on)
);

-- That the contact persons of a place were written to: once a month, whoever asks.
create table induction_reminder (
  id integer generated always as identity primary key,
  unit_id integer references issuing_unit,
  site_id integer references site,
  month date not null check (extract(day from month) = 1),
  sent_at timestamptz not null,
  letters integer not null check (letters > 0),
  check (num_nonnulls(unit_id, site_id) = 1),
  unique (unit_id, month),
  unique (site_id, month)
);

-- A point of the place's checklist that somebody there has ticked. Taking the tick back removes the row; the log keeps who did.
create table checklist_tick (
  id integer generated always as identity primary key,
  unit_id integer references issuing_unit,
  site_id integer references site,
  point text not null check (point ~ '^[a-z-]{1,40}$'),
  note text check (length(note) between 1 and 300),
  ticked_at timestamptz not null,
  account_id uuid not null references account,
  check (num_nonnulls(unit_id, site_id) = 1),
  unique (unit_id, point),
  unique (site_id, point)
);
create index on checklist_tick (account_id);

do $$
declare
  walled text;
begin
  foreach walled in array array['induction_policy', 'induction_lesson', 'induction', 'induction_reminder', 'checklist_tick']
  loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
end $$;

create policy everyone_reads on induction_policy for select to kaiku_app using (true);
revoke insert, update, delete on induction_policy from kaiku_app;
revoke all on induction_reminder from kaiku_app;

create policy own on induction_lesson to kaiku_app using (account_id = (select visit_account()))
  with check (account_id = (select visit_account()) and role = (select (visit_role()).role));
create policy own on induction to kaiku_app using (account_id = (select visit_account()))
  with check (account_id = (select visit_account()) and role = (select (visit_role()).role));
revoke update, delete on induction from kaiku_app;
-- Those who work at the same place see it, as they see each other's names; and those who keep the place.
create policy place on induction for select to kaiku_app using (exists (
  select from account_role r where r.account_id = induction.account_id and r.role = induction.role and r.ended_at is null
    and (r.unit_id = (select visit_unit()) or r.site_id = (select visit_venue()))));
create policy kept on induction for select to kaiku_app using (exists (
  select from account_role r where r.account_id = induction.account_id and r.role = induction.role and r.ended_at is null
    and (r.unit_id = any((select visit_kept_units())::integer[]) or r.site_id = any((select visit_kept_sites())::integer[]))));
create policy centre on induction for select to kaiku_app using ((select visit_centre()));

create policy own_unit on checklist_tick to kaiku_app using (unit_id = (select visit_unit()));
create policy own_site on checklist_tick to kaiku_app using (site_id = (select visit_venue()));
