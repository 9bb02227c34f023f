-- The network through its life: what places are called and where they lie by day, who answers for them, what is agreed.

-- Official codes are kept beside names: names are respelled and shared, codes are not.
alter table county add column code text unique check (code <> '');
alter table county add column name_sv text check (name_sv <> '');

-- A county is the municipality's by law, whatever area it belongs to.
alter table municipality add column code text unique check (code <> '');
alter table municipality add column county_id integer references county;
alter table municipality add column merged_into_id integer references municipality;
alter table municipality add column merged_on date;
alter table municipality add constraint municipality_merger
  check ((merged_into_id is null) = (merged_on is null) and merged_into_id <> id);
create index fk_municipality_county_id on municipality (county_id);
create index fk_municipality_merged_into_id on municipality (merged_into_id);
update municipality m set county_id = (
  select s.county_id from area_membership s where s.municipality_id = m.id and s.county_id is not null
  order by s.phase_from desc nulls last limit 1);
alter table area_membership drop column county_id;

alter table area_membership drop constraint area_membership_phase_check;
alter table area_membership add constraint area_membership_phase_check
  check (phase in ('interest', 'preparing', 'pilot', 'permanent', 'ended'));

alter table area add column name_sv text check (name_sv <> '');

-- The area's own words on its local page.
create table area_text (
  area_id integer not null references area,
  language text not null check (language in ('fi', 'sv', 'en')),
  text text not null check (length(text) between 1 and 20000),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (area_id, language)
);

alter table organisation add column kind text check (kind in ('municipality', 'joint-authority', 'county',
  'association', 'parish', 'company', 'foundation', 'state', 'independent'));
alter table organisation add column business_id text unique check (business_id ~ '^[0-9]{7}-[0-9]$');
alter table organisation add column closed_on date;
alter table organisation add column merged_into_id integer references organisation;
create index fk_organisation_merged_into_id on organisation (merged_into_id);

-- A unit is shown to the public only when its coordinator says so. A new one is first agreed with the national centre.
alter table issuing_unit add column is_public boolean not null default false;
alter table issuing_unit add column state text not null default 'active'
  check (state in ('proposed', 'declined', 'active'));
alter table issuing_unit add column closed_on date;
alter table issuing_unit add column merged_into_id integer references issuing_unit;
create index fk_issuing_unit_merged_into_id on issuing_unit (merged_into_id);
-- What was merged gives its name free.
alter table issuing_unit drop constraint issuing_unit_organisation_id_name_municipality_id_key;
create unique index issuing_unit_name on issuing_unit (organisation_id, name, municipality_id) where merged_into_id is null;

create table issuer_request (
  id integer generated always as identity primary key,
  unit_id integer not null unique references issuing_unit,
  reason text not null check (length(reason) between 1 and 1000),
  asked_at timestamptz not null,
  asked_by text not null,
  answer text check (answer in ('approved', 'declined')),
  answer_reason text check (length(answer_reason) between 1 and 1000),
  answered_at timestamptz,
  answered_by text,
  check ((answer is null) = (answered_at is null))
);

-- Outside the networks a site has a time of its own; the structured terms of the card stand beside their texts.
alter table site add column popup_from date;
alter table site add column popup_until date;
alter table site add constraint site_popup check (popup_until >= popup_from);
alter table site add column closed_on date;
alter table site add column merged_into_id integer references site;
alter table site add column street text check (length(street) between 1 and 200);
alter table site add column postal_code text check (postal_code ~ '^[0-9]{5}$');
alter table site add column course_limit smallint check (course_limit > 0);
alter table site add column course_period text check (course_period in ('term', 'calendar-year'));
alter table site add column course_fee_cents integer check (course_fee_cents >= 0);
alter table site add column course_excess_by_holder boolean not null default false;
alter table site add constraint site_course_limit check ((course_limit is null) = (course_period is null));
create index fk_site_merged_into_id on site (merged_into_id);
-- What was merged gives its name free.
alter table site drop constraint site_organisation_id_name_municipality_id_key;
create unique index site_name on site (organisation_id, name, municipality_id) where merged_into_id is null;

create table site_text (
  site_id integer not null references site,
  field text not null
    check (field in ('included', 'how', 'limits', 'courses', 'children', 'companions', 'accessibility')),
  language text not null check (language in ('fi', 'sv', 'en')),
  text text not null check (length(text) between 1 and 2000),
  changed_at timestamptz not null,
  primary key (site_id, field, language)
);

create table site_link (
  site_id integer not null references site,
  kind text not null check (kind in ('home', 'tickets', 'programme', 'accessibility')),
  url text not null check (url ~ '^https?://' and length(url) <= 500),
  primary key (site_id, kind)
);

-- Where a place was and what it was called, by day: history is counted to the place of its own day.
-- An unknown start is null. The row of the place itself says what holds today.
create table unit_period (
  id integer generated always as identity primary key,
  unit_id integer not null references issuing_unit,
  period_from date,
  period_until date,
  name text not null,
  organisation_id integer not null references organisation,
  municipality_id integer not null references municipality,
  area_id integer not null references area,
  check (period_until >= period_from),
  exclude using gist (int4range(unit_id, unit_id, '[]') with &&, daterange(period_from, period_until, '[]') with &&)
);
create index fk_unit_period_unit_id on unit_period (unit_id);
create index fk_unit_period_organisation_id on unit_period (organisation_id);
create index fk_unit_period_municipality_id on unit_period (municipality_id);
create index fk_unit_period_area_id on unit_period (area_id);

create table site_period (
  id integer generated always as identity primary key,
  site_id integer not null references site,
  period_from date,
  period_until date,
  name text not null,
  organisation_id integer not null references organisation,
  municipality_id integer not null references municipality,
  area_id integer references area,
  check (period_until >= period_from),
  exclude using gist (int4range(site_id, site_id, '[]') with &&, daterange(period_from, period_until, '[]') with &&)
);
create index fk_site_period_site_id on site_period (site_id);
create index fk_site_period_organisation_id on site_period (organisation_id);
create index fk_site_period_municipality_id on site_period (municipality_id);
create index fk_site_period_area_id on site_period (area_id);

insert into unit_period (unit_id, name, organisation_id, municipality_id, area_id)
  select id, name, organisation_id, municipality_id, area_id from issuing_unit;
insert into site_period (site_id, name, organisation_id, municipality_id, area_id)
  select id, name, organisation_id, municipality_id, area_id from site;

-- Whoever makes a place makes its first period: no count can then be without a place.
create function unit_begins() returns trigger language plpgsql as $$
begin
  insert into unit_period (unit_id, name, organisation_id, municipality_id, area_id)
    values (new.id, new.name, new.organisation_id, new.municipality_id, new.area_id);
  return null;
end $$;
create trigger unit_begins after insert on issuing_unit for each row execute function unit_begins();

create function site_begins() returns trigger language plpgsql as $$
begin
  insert into site_period (site_id, name, organisation_id, municipality_id, area_id)
    values (new.id, new.name, new.organisation_id, new.municipality_id, new.area_id);
  return null;
end $$;
create trigger site_begins after insert on site for each row execute function site_begins();

-- A time in which a unit hands out nothing new, or a site records nothing new. An open end is null.
create table pause (
  id integer generated always as identity primary key,
  unit_id integer references issuing_unit,
  site_id integer references site,
  paused_from date not null,
  paused_until date,
  reason text check (length(reason) between 1 and 200),
  made_at timestamptz not null,
  made_by text not null,
  check (num_nonnulls(unit_id, site_id) = 1),
  check (paused_until >= paused_from)
);
create index fk_pause_unit_id on pause (unit_id);
create index fk_pause_site_id on pause (site_id);

-- Every issuing organisation and every site always has a named contact person, once it has one.
create table contact_person (
  id integer generated always as identity primary key,
  organisation_id integer references organisation,
  unit_id integer references issuing_unit,
  site_id integer references site,
  name text not null check (length(name) between 1 and 100),
  email text check (email like '%_@_%'),
  phone text check (length(phone) between 3 and 40),
  made_at timestamptz not null,
  ended_at timestamptz,
  check (num_nonnulls(organisation_id, unit_id, site_id) = 1)
);
create index fk_contact_person_organisation_id on contact_person (organisation_id);
create index fk_contact_person_unit_id on contact_person (unit_id);
create index fk_contact_person_site_id on contact_person (site_id);

create function contact_person_remains() returns trigger language plpgsql as $$
begin
  -- The lock lets one of two that end each other's last companion wait, and see.
  perform from contact_person c where c.ended_at is null
    and (c.organisation_id, c.unit_id, c.site_id) is not distinct from (old.organisation_id, old.unit_id, old.site_id)
  limit 1 for update;
  if not found then
    raise exception 'the last contact person can only be replaced' using errcode = '23514',
      constraint = 'contact_person_remains';
  end if;
  return null;
end $$;
create constraint trigger contact_person_remains after update or delete on contact_person
  deferrable initially deferred for each row when (old.ended_at is null) execute function contact_person_remains();

-- Once a year each unit and site says that its contact data holds and that its staff has been instructed.
create table confirmation (
  id integer generated always as identity primary key,
  unit_id integer references issuing_unit,
  site_id integer references site,
  year smallint not null,
  instructed_on date not null,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  check (num_nonnulls(unit_id, site_id) = 1),
  unique nulls not distinct (unit_id, site_id, year)
);
create index fk_confirmation_unit_id on confirmation (unit_id);
create index fk_confirmation_site_id on confirmation (site_id);

-- A letter that asked a place to confirm, so that nobody gets the same one every week.
create table confirmation_reminder (
  id integer generated always as identity primary key,
  unit_id integer references issuing_unit,
  site_id integer references site,
  sent_at timestamptz not null,
  sent_by text not null,
  letters smallint not null check (letters > 0),
  check (num_nonnulls(unit_id, site_id) = 1)
);
create index fk_confirmation_reminder_unit_id on confirmation_reminder (unit_id, sent_at);
create index fk_confirmation_reminder_site_id on confirmation_reminder (site_id, sent_at);

-- A time in which other rules hold, nationally (neither area nor site), in one area or at one site.
create table exception_period (
  id integer generated always as identity primary key,
  area_id integer references area,
  site_id integer references site,
  valid_from date not null,
  valid_until date not null,
  -- Cards that are valid when it begins are valid at least through this day.
  cards_until date,
  pauses_sites boolean not null default false,
  instead_fi text check (length(instead_fi) between 1 and 1000),
  instead_sv text check (length(instead_sv) between 1 and 1000),
  instead_en text check (length(instead_en) between 1 and 1000),
  reason_fi text not null check (length(reason_fi) between 1 and 500),
  reason_sv text check (length(reason_sv) between 1 and 500),
  reason_en text check (length(reason_en) between 1 and 500),
  made_at timestamptz not null,
  made_by text not null,
  withdrawn_at timestamptz,
  check (num_nonnulls(area_id, site_id) <= 1),
  check (valid_until >= valid_from),
  check (cards_until >= valid_from),
  check (site_id is null or cards_until is null)
);
create index fk_exception_period_area_id on exception_period (area_id);
create index fk_exception_period_site_id on exception_period (site_id);

-- The card's last day without a pilot's end or an exception: what it returns to when those move.
alter table card add column own_until date;
update card set own_until = valid_until where valid_until is not null;
-- A card that a pilot had cut short goes back to its full time when the pilot is extended.
update card c set own_until = greatest(c.valid_until, (c.registered_on + interval '12 months' - interval '1 day')::date)
from issuing_unit u join area_membership s on s.municipality_id = u.municipality_id and s.phase = 'pilot'
where u.id = c.unit_id and c.valid_until = s.phase_until and c.registered_on between coalesce(s.phase_from, '-infinity') and s.phase_until;

alter table card_event drop constraint card_event_event_check;
alter table card_event add constraint card_event_event_check check (event in
  ('registered', 'registration-undone', 'replaced', 'lost', 'withdrawn', 'validity-moved', 'unit-moved'));

-- The latest day on which a site recorded or a unit registered, so that its keepers see where the card has fallen
-- asleep without seeing a card or a use. Only the first of a day writes; what is undone later leaves its day.
create table site_activity (
  site_id integer primary key references site,
  last_used_on date not null
);
insert into site_activity select site_id, max(used_on) from use group by site_id;

create table unit_activity (
  unit_id integer primary key references issuing_unit,
  last_registered_on date not null
);
insert into unit_activity select unit_id, max(registered_on) from card where registered_on is not null group by unit_id;

-- Counts follow the place of their own day.
create or replace function statistics_turn_cards(card_ids bigint[], sign integer) returns void language sql as $$
  insert into statistics_card_year as s (year, municipality_id, card_type, registered, taken_into_use)
  select extract(year from c.registered_on), i.municipality_id, c.type, 0, sign * count(*)
  from card c join unit_period i on i.unit_id = c.unit_id
    and (i.period_from is null or i.period_from <= c.registered_on)
    and (i.period_until is null or c.registered_on <= i.period_until)
  where c.id = any(card_ids) and c.registered_on is not null
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (year, municipality_id, card_type)
    do update set taken_into_use = s.taken_into_use + excluded.taken_into_use
$$;

create or replace function statistics_add_cards(delta card[], sign integer) returns void language sql as $$
  insert into statistics_card_year as s (year, municipality_id, card_type, registered, taken_into_use)
  select extract(year from c.registered_on), i.municipality_id, c.type,
    sign * count(*), sign * count(*) filter (where u.uses > 0)
  from unnest(delta) c join unit_period i on i.unit_id = c.unit_id
    and (i.period_from is null or i.period_from <= c.registered_on)
    and (i.period_until is null or c.registered_on <= i.period_until)
  left join card_usage u on u.card_id = c.id
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (year, municipality_id, card_type) do update set
    registered = s.registered + excluded.registered, taken_into_use = s.taken_into_use + excluded.taken_into_use;

  insert into unit_activity as a (unit_id, last_registered_on)
  select n.unit_id, n.last_registered_on
  from (select c.unit_id, max(c.registered_on) as last_registered_on from unnest(delta) c group by c.unit_id) n
  where sign > 0 and not exists (
    select from unit_activity k where k.unit_id = n.unit_id and k.last_registered_on >= n.last_registered_on)
  order by n.unit_id
  on conflict (unit_id) do update set last_registered_on = greatest(a.last_registered_on, excluded.last_registered_on);
$$;

create or replace function statistics_add_uses(delta use[], sign integer) returns void language plpgsql as $$
declare
  turned bigint[];
begin
  if sign > 0 then
    with by_card as (select d.card_id, count(*)::integer as uses from unnest(delta) d group by d.card_id),
    counted as (
      insert into card_usage as u (card_id, uses) select card_id, uses from by_card order by card_id
      on conflict (card_id) do update set uses = u.uses + excluded.uses
      returning card_id, uses
    )
    select array_agg(n.card_id) into turned from counted n join by_card b using (card_id) where n.uses = b.uses;
  else
    with by_card as (select d.card_id, count(*)::integer as uses from unnest(delta) d group by d.card_id),
    counted as (
      update card_usage u set uses = u.uses - b.uses from by_card b where b.card_id = u.card_id
      returning u.card_id, u.uses
    )
    select array_agg(card_id) into turned from counted where uses = 0;
  end if;
  if turned is not null then
    perform statistics_turn_cards(turned, sign);
  end if;

  insert into statistics_use_month as s
  select date_trunc('month', d.used_on)::date, d.site_id, d.category, d.kind, c.type,
    sign * count(*), sign * sum(d.adults), sign * sum(d.children), sign * sum(d.companions)
  from unnest(delta) d join card c on c.id = d.card_id
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (month, site_id, category, kind, card_type) do update set
    uses = s.uses + excluded.uses, adults = s.adults + excluded.adults,
    children = s.children + excluded.children, companions = s.companions + excluded.companions;

  insert into statistics_use_year as s
  select extract(year from d.used_on), case when t.area_id is not null then t.municipality_id end, d.category, c.type,
    sign * count(*), sign * sum(d.adults), sign * sum(d.children)
  from unnest(delta) d join card c on c.id = d.card_id join site_period t on t.site_id = d.site_id
    and (t.period_from is null or t.period_from <= d.used_on) and (t.period_until is null or d.used_on <= t.period_until)
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (year, municipality_id, category, card_type) do update set
    uses = s.uses + excluded.uses, adults = s.adults + excluded.adults, children = s.children + excluded.children;

  if sign > 0 then
    insert into site_activity as a (site_id, last_used_on)
    select n.site_id, n.last_used_on
    from (select d.site_id, max(d.used_on) as last_used_on from unnest(delta) d group by d.site_id) n
    where not exists (select from site_activity k where k.site_id = n.site_id and k.last_used_on >= n.last_used_on)
    order by n.site_id
    on conflict (site_id) do update set last_used_on = greatest(a.last_used_on, excluded.last_used_on);
  end if;
end $$;

-- Whether the one who acts keeps the area: the centre keeps all, a coordinator the own one. Asked by functions that act
-- beyond what a keeper can see, so that they do it for nobody else.
create function acting_keeps(wanted_area integer) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  -- What it asks is made by migration 0010.
  return visit_centre() or coalesce(visit_area() = wanted_area, false);
end $$;

-- Two units turn out to be one: the cards go to the one that stays. Keepers see no card, so the database moves them.
create function unit_take_cards(from_unit integer, into_unit integer, moved_by text, moved_at timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved integer;
begin
  if (select count(*) from issuing_unit u where u.id in (from_unit, into_unit) and acting_keeps(u.area_id)) <> 2 then
    raise exception 'only their keeper can merge units' using errcode = '42501';
  end if;
  with taken as (
    update card set unit_id = into_unit, revision = revision + 1 where unit_id = from_unit returning id
  )
  insert into card_event (card_id, event, happened_at, actor) select id, 'unit-moved', moved_at, moved_by from taken;
  get diagnostics moved = row_count;
  return moved;
end $$;

-- A pilot is told in rows that follow each other, since cross-use may change in its midst. Cards registered in it end
-- with it, unless permanent use follows at once or the municipality merges into another that day.
create view pilot as
  select r.municipality_id, lower(r.days) as pilot_from, upper(r.days) - 1 as pilot_until,
    case when not exists (select from area_membership n where n.municipality_id = r.municipality_id
        and n.phase = 'permanent' and n.phase_from = upper(r.days))
      and not exists (select from municipality m where m.id = r.municipality_id and m.merged_on = upper(r.days))
      then upper(r.days) - 1 end as cards_until
  from (
    select municipality_id, unnest(range_agg(daterange(phase_from, phase_until, '[]'))) as days
    from area_membership where phase = 'pilot' group by municipality_id
  ) r;

-- Which units' cards a standing exception prolongs: those of the units that lie in its area on its first day.
create view unit_prolongation as
  select e.id as exception_id, p.unit_id, e.valid_from, e.cards_until
  from exception_period e join unit_period p on (e.area_id is null or p.area_id = e.area_id)
    and (p.period_from is null or p.period_from <= e.valid_from)
    and (p.period_until is null or e.valid_from <= p.period_until)
  where e.cards_until is not null and e.withdrawn_at is null;

-- The last day of a card through its exceptions, taken in the order in which they begin: each prolongs what is valid then.
create function prolonged(so_far date, own date, valid_from date, cards_until date) returns date immutable language sql as $$
  select case when coalesce(so_far, own) >= valid_from then greatest(coalesce(so_far, own), cards_until)
    else coalesce(so_far, own) end
$$;
create aggregate prolonged(date, date, date) (sfunc = prolonged, stype = date);

-- Whether whoever acts may move the last days of these cards: the centre, or the keeper of the exception's area. The
-- owner of the tables may (imports). In plpgsql, since migration 0010 makes what it asks.
create function acting_moves(by_exception integer) returns boolean stable language plpgsql
set search_path = public, pg_temp as $$
begin
  return current_setting('role', true) is distinct from 'kaiku_app' or visit_centre()
    or exists (select from exception_period e where e.id = by_exception and e.area_id = visit_area());
end $$;

-- The last day that each card should have, looked at without a change: of the cards registered in one pilot, as if it
-- ended on a day (null: never), or of those on which an exception bears.
create function cards_due(in_municipality integer, first_day date, last_day date, ends_on date, by_exception integer)
  returns table (card_id bigint, valid_until date, due date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.valid_until, prolonged(
      least(coalesce(c.own_until, c.valid_until), case when by_exception is null then ends_on else t.cards_until end),
      x.valid_from, x.cards_until order by x.valid_from, x.cards_until)
  from card c
  join unit_period p on p.unit_id = c.unit_id
    and (p.period_from is null or p.period_from <= c.registered_on)
    and (p.period_until is null or c.registered_on <= p.period_until)
  left join pilot t on t.municipality_id = p.municipality_id
    and (t.pilot_from is null or t.pilot_from <= c.registered_on)
    and (t.pilot_until is null or c.registered_on <= t.pilot_until)
  left join unit_prolongation x on x.unit_id = c.unit_id and x.valid_from >= c.registered_on
  left join exception_period e on e.id = by_exception
  where acting_moves(by_exception) and c.state = 'registered' and case when by_exception is null
    then p.municipality_id = in_municipality and (first_day is null or first_day <= c.registered_on)
      and (last_day is null or c.registered_on <= last_day)
    else e.valid_from >= c.registered_on and c.valid_until >= e.valid_from
      and (e.area_id is null or exists (select from unit_period a where a.unit_id = c.unit_id and a.area_id = e.area_id
        and (a.period_from is null or a.period_from <= e.valid_from)
        and (a.period_until is null or e.valid_from <= a.period_until)))
      -- Withdrawn, it gives back only what exceptions gave.
      and (e.withdrawn_at is null or c.valid_until in (select o.cards_until from exception_period o
        where o.valid_from >= e.valid_from)) end
  group by c.id, t.cards_until
$$;

-- Gives these cards their due last day, and writes it in their events.
create function cards_move_validity(in_municipality integer, first_day date, last_day date, ends_on date,
    by_exception integer, actor text, moved_at timestamptz) returns bigint
  language sql volatile security definer set search_path = public, pg_temp as $$
  with moved as (
    update card c set valid_until = d.due, revision = c.revision + 1
    from cards_due(in_municipality, first_day, last_day, ends_on, by_exception) d
    where d.card_id = c.id and d.due <> c.valid_until
      and (by_exception is null or (d.due > c.valid_until)
        = (select e.withdrawn_at is null from exception_period e where e.id = by_exception))
    returning c.id
  ), told as (
    insert into card_event (card_id, event, happened_at, actor)
    select m.id, 'validity-moved', moved_at, actor from moved m order by m.id
  )
  select count(*) from moved
$$;

-- Where a place's cards are at home on a day, and whether they work elsewhere too: as its municipality piloted or used
-- the card last. One that never did counts with its area, without limits.
create function municipality_crosses(in_municipality integer, on_day date) returns boolean
  stable language plpgsql set search_path = public, pg_temp as $$
begin
  return coalesce((select s.cross_use from area_membership s where s.municipality_id = in_municipality
    and s.phase in ('pilot', 'permanent') and (s.phase_from is null or s.phase_from <= on_day)
    order by s.phase_from desc nulls last limit 1), true);
end $$;

-- The card's home on a day is its unit's. In plpgsql, since a desk asks it for each card and its plan is kept.
create function card_home(card_id bigint, day date) returns table (area_id integer, cross_use boolean)
  rows 1 stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return query select p.area_id, municipality_crosses(p.municipality_id, day)
  from card c join unit_period p on p.unit_id = c.unit_id
    and (p.period_from is null or p.period_from <= day) and (p.period_until is null or day <= p.period_until)
  where c.id = card_home.card_id and (cardinality(visit_sites()) > 0
    or current_setting('role', true) is distinct from 'kaiku_app');
end $$;
create index area_membership_municipality_id on area_membership (municipality_id, phase_from);
