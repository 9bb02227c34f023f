-- Who uses the registered name and logo, and with whose leave. Whoever has a commitment in force may use them by it; that
-- follows from the commitments and has no row here.

create table name_use (
  id integer generated always as identity primary key,
  -- `leave`: the centre has allowed it · `found`: it was noticed, and nobody has allowed it.
  basis text not null check (basis in ('leave', 'found')),
  -- Who uses it: of the register, or somebody outside the network by its name.
  organisation_id integer references organisation,
  outsider text check (outsider <> '' and length(outsider) <= 200),
  mark text not null check (mark in ('name', 'logo', 'both')),
  purpose text not null check (purpose in ('web', 'poster', 'print', 'product', 'event', 'other')),
  -- The address of the page, or the place.
  place text not null check (place <> '' and length(place) <= 300),
  -- Who decided at the centre: a role, never a name.
  granted_by text check (granted_by <> '' and length(granted_by) <= 120),
  granted_on date,
  record_number text check (record_number <> '' and length(record_number) <= 80),
  valid_from date,
  -- Null: until further notice.
  valid_until date,
  conditions text check (conditions <> '' and length(conditions) <= 1000),
  ended_on date,
  ended_reason text check (ended_reason <> '' and length(ended_reason) <= 300),
  noticed_on date,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check (num_nonnulls(organisation_id, outsider) = 1),
  check ((basis = 'leave') = (num_nonnulls(granted_by, granted_on, valid_from) = 3)),
  check (basis = 'leave' or num_nonnulls(granted_by, granted_on, record_number, valid_from, valid_until, conditions,
    ended_on) = 0),
  check ((basis = 'found') = (noticed_on is not null)),
  check (valid_until >= valid_from),
  check (ended_on >= valid_from),
  check ((ended_on is null) = (ended_reason is null)),
  unique (id, basis)
);
create index on name_use (organisation_id);

-- What was done about a use without leave, in its order. Once it is settled nothing follows.
create table name_use_step (
  id integer generated always as identity primary key,
  name_use_id integer not null,
  basis text not null default 'found' check (basis = 'found'),
  step text not null check (step in ('asked', 'answered', 'settled')),
  done_on date not null,
  note text not null check (note <> '' and length(note) <= 500),
  made_at timestamptz not null,
  foreign key (name_use_id, basis) references name_use (id, basis)
);
create index on name_use_step (name_use_id, basis);
create unique index on name_use_step (name_use_id) where step = 'settled';

-- Who has stopped when the last commitment was over. It is noted of that last day: one that ends later is asked about anew.
create table name_use_stop (
  id integer generated always as identity primary key,
  organisation_id integer references organisation,
  -- Of a party that the register has no organisation for, its name in small letters.
  outsider text check (outsider <> '' and outsider = lower(outsider)),
  lapsed_on date not null,
  stopped_on date not null,
  made_at timestamptz not null,
  check (num_nonnulls(organisation_id, outsider) = 1),
  unique nulls not distinct (organisation_id, outsider, lapsed_on)
);

create function name_use_step_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was done about a use is append-only' using errcode = '42501';
end $$;
create trigger name_use_step_stays before update or delete on name_use_step
  for each row execute function name_use_step_stays();

-- Whether an organisation has a unit or a site in the area of whoever is acting.
create function visit_meets_organisation(one integer) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  own integer := visit_area();
begin
  return own is not null and (
    exists (select from issuing_unit u where u.organisation_id = one and u.area_id = own)
    or exists (select from site s where s.organisation_id = one and s.area_id = own));
end $$;

alter table name_use enable row level security;
alter table name_use force row level security;
alter table name_use_step enable row level security;
alter table name_use_step force row level security;
alter table name_use_stop enable row level security;
alter table name_use_stop force row level security;
create policy owner on name_use to current_user using (true) with check (true);
create policy owner on name_use_step to current_user using (true) with check (true);
create policy owner on name_use_stop to current_user using (true) with check (true);
create policy centre on name_use to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy centre on name_use_step to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy centre on name_use_stop to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy area on name_use for select to kaiku_app using (visit_meets_organisation(organisation_id));
-- A partner reads what it was allowed itself.
create policy partner on name_use for select to kaiku_app
  using (basis = 'leave' and organisation_id = (select visit_organisation()));
create policy area on name_use_step for select to kaiku_app
  using ((select visit_area()) is not null and exists (select from name_use n where n.id = name_use_id));
-- That a use is over is no secret of any area: who keeps one asks nobody twice.
create policy area on name_use_stop for select to kaiku_app using ((select visit_area()) is not null);
revoke delete, truncate on name_use from kaiku_app;
revoke update, delete, truncate on name_use_step from kaiku_app;
revoke update, delete, truncate on name_use_stop from kaiku_app;

-- The time of notice is a number with a day: the centre may set what holds from a coming day on. What was sent keeps what
-- held on its day.
create function commitment_term_is_to_come() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if exists (select from commitment c where (c.sent_at at time zone 'Europe/Helsinki')::date >= new.from_on) then
    raise exception 'a commitment was sent under other terms' using errcode = 'KC006';
  end if;
  return new;
end $$;
create trigger commitment_term_is_to_come before insert or update on commitment_term
  for each row execute function commitment_term_is_to_come();
grant insert, update (notice_months, source) on commitment_term to kaiku_app;
create policy centre_adds on commitment_term for insert to kaiku_app with check ((select visit_centre()));
create policy centre_changes on commitment_term for update to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));

-- Reports of closed periods in the archive, as they were when somebody took them there: each keeper's archive is its own.
create table archived_report (
  id integer generated always as identity primary key,
  publication integer not null references publication,
  kind text not null check (kind <> ''),
  level text not null check (level in ('country', 'county', 'area', 'municipality', 'unit', 'site')),
  place_id integer check ((place_id is null) = (level = 'country')),
  -- Whose archive: null is the centre's.
  area_id integer references area,
  title_fi text not null check (title_fi <> ''),
  title_sv text not null check (title_sv <> ''),
  title_en text not null check (title_en <> ''),
  -- The last day of what it tells: keeping is counted from it.
  period_until date not null,
  made_at timestamptz not null,
  unique nulls not distinct (area_id, publication, kind, level, place_id)
);
create index on archived_report (publication);

-- Its documents, and the packages that were made of them.
create table archived_report_file (
  id integer generated always as identity primary key,
  report_id integer not null references archived_report,
  kind text not null check (kind in ('document', 'package')),
  name text not null check (name <> ''),
  made_at timestamptz not null,
  sha256 bytea not null,
  body bytea not null check (octet_length(body) between 1 and 20000000),
  check (sha256 = sha256(body))
);
create index on archived_report_file (report_id);
create unique index on archived_report_file (report_id, name) where kind = 'document';
create trigger archived_report_stays before update or delete on archived_report
  for each row execute function archive_stays();
create trigger archived_report_file_stays before update or delete on archived_report_file
  for each row execute function archive_stays();

alter table archive_entry
  alter commitment_id drop not null,
  add report_id integer references archived_report,
  add check (num_nonnulls(commitment_id, report_id) = 1);
create index on archive_entry (report_id);
alter table archive_decision
  alter commitment_id drop not null,
  add report_id integer references archived_report,
  add check (num_nonnulls(commitment_id, report_id) = 1);
create index on archive_decision (report_id);

alter table archived_report enable row level security;
alter table archived_report force row level security;
alter table archived_report_file enable row level security;
alter table archived_report_file force row level security;
create policy owner on archived_report to current_user using (true) with check (true);
create policy owner on archived_report_file to current_user using (true) with check (true);
create policy centre on archived_report to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy area on archived_report to kaiku_app
  using (area_id = (select visit_area())) with check (area_id = (select visit_area()));
create policy keeper on archived_report_file to kaiku_app
  using (exists (select from archived_report r where r.id = report_id))
  with check (exists (select from archived_report r where r.id = report_id));
create policy keeper_of_reports on archive_entry to kaiku_app
  using (exists (select from archived_report r where r.id = report_id))
  with check (exists (select from archived_report r where r.id = report_id));
create policy keeper_of_reports on archive_decision to kaiku_app
  using (exists (select from archived_report r where r.id = report_id))
  with check (exists (select from archived_report r where r.id = report_id));
revoke update, delete, truncate on archived_report from kaiku_app;
revoke update, delete, truncate on archived_report_file from kaiku_app;
