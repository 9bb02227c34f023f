-- How a pilot went: a short survey of its sites and issuers, an evaluation made when it ends, and a decision.

-- Opened by the area's keepers; its questions are in src/pilots/words.ts.
create table pilot_survey (
  id integer generated always as identity primary key,
  area_id integer not null references area,
  -- Of the municipalities that pilot: an area in permanent use takes new ones in by a pilot too.
  municipality_ids integer[] not null check (cardinality(municipality_ids) > 0),
  opened_on date not null,
  closes_on date not null check (closes_on >= opened_on),
  made_at timestamptz not null,
  told_at timestamptz,
  reminded_at timestamptz
);
create index on pilot_survey (area_id);

-- One answer a place: of its work, not of a person's.
create table pilot_answer (
  id integer generated always as identity primary key,
  survey_id integer not null references pilot_survey,
  unit_id integer references issuing_unit,
  site_id integer references site,
  -- From 1 to 5, in the order of the questions; null where it was left out.
  marks smallint[] not null,
  goes_on text not null check (goes_on in ('yes', 'unsure', 'no')),
  well text check (well <> ''),
  better text check (better <> ''),
  answered_at timestamptz not null,
  check (num_nonnulls(unit_id, site_id) = 1),
  unique (survey_id, unit_id),
  unique (survey_id, site_id)
);
create index on pilot_answer (unit_id);
create index on pilot_answer (site_id);

-- As it was counted, once and for all: a later count has a number of its own.
create table pilot_evaluation (
  area_id integer not null references area,
  number smallint not null check (number > 0),
  municipality_ids integer[] not null check (cardinality(municipality_ids) > 0),
  pilot_from date not null,
  pilot_until date not null check (pilot_until >= pilot_from),
  counted_at timestamptz not null,
  content jsonb not null,
  primary key (area_id, number)
);

create table pilot_decision (
  id integer generated always as identity primary key,
  area_id integer not null references area,
  kind text not null check (kind in ('permanent', 'extended', 'ended')),
  decided_on date not null,
  reason text not null check (reason <> ''),
  record_number text check (record_number <> ''),
  made_at timestamptz not null,
  made_by text not null,
  -- Taken back: a decision that was written down by mistake.
  removed_at timestamptz
);
create index on pilot_decision (area_id);

create function pilot_evaluation_stays() returns trigger language plpgsql as $$
begin
  raise exception 'an evaluation stays as it was counted' using errcode = '42501';
end $$;
create trigger pilot_evaluation_stays before update or delete on pilot_evaluation
  for each row execute function pilot_evaluation_stays();

-- The municipality of the unit or site that whoever is acting works for.
create function visit_place_municipality() returns integer language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return coalesce((select u.municipality_id from issuing_unit u where u.id = visit_unit()),
    (select s.municipality_id from site s where s.id = visit_venue()));
end $$;

alter table pilot_survey enable row level security;
alter table pilot_survey force row level security;
alter table pilot_answer enable row level security;
alter table pilot_answer force row level security;
alter table pilot_evaluation enable row level security;
alter table pilot_evaluation force row level security;
alter table pilot_decision enable row level security;
alter table pilot_decision force row level security;
create policy owner on pilot_survey to current_user using (true) with check (true);
create policy owner on pilot_answer to current_user using (true) with check (true);
create policy owner on pilot_evaluation to current_user using (true) with check (true);
create policy owner on pilot_decision to current_user using (true) with check (true);
create policy keeper on pilot_survey to kaiku_app
  using ((select visit_centre()) or area_id = (select visit_area()))
  with check ((select visit_centre()) or area_id = (select visit_area()));
create policy place on pilot_survey for select to kaiku_app using ((select visit_place_municipality()) = any(municipality_ids));
-- Which place answered what, nobody reads: keepers count (`pilot_answers`), a place sees its own.
create policy unit on pilot_answer to kaiku_app
  using (unit_id = (select visit_unit())) with check (unit_id = (select visit_unit()));
create policy site on pilot_answer to kaiku_app
  using (site_id = (select visit_venue())) with check (site_id = (select visit_venue()));
create policy keeper on pilot_evaluation to kaiku_app
  using ((select visit_centre()) or area_id = (select visit_area()))
  with check ((select visit_centre()) or area_id = (select visit_area()));
create policy keeper on pilot_decision to kaiku_app
  using ((select visit_centre()) or area_id = (select visit_area()))
  with check ((select visit_centre()) or area_id = (select visit_area()));
revoke delete on pilot_survey, pilot_answer, pilot_decision from kaiku_app;
revoke update, delete on pilot_evaluation from kaiku_app;

-- The answers to a survey without the places, in no order that tells them: for its keepers alone.
create function pilot_answers(of_survey integer)
returns table (side text, marks smallint[], goes_on text, well text, better text)
language sql stable security definer set search_path = public, pg_temp as $$
  select case when a.unit_id is null then 'venues' else 'issuers' end, a.marks, a.goes_on, a.well, a.better
  from pilot_answer a join pilot_survey s on s.id = a.survey_id
  where a.survey_id = of_survey and (visit_centre() or s.area_id = visit_area())
  order by md5(a.id::text || a.answered_at::text)
$$;
