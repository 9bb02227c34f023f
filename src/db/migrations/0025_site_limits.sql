-- How many one card gets at a site: the site's own limit, dated, so that yesterday's rule explains yesterday's use.
create table site_limit (
  id integer generated always as identity primary key,
  site_id integer not null references site,
  kind text not null check (kind in ('ticket', 'course-place', 'season-pass')),
  volume smallint not null check (volume between 1 and 99),
  period text not null check (period in ('day', 'week', 'month', 'term', 'calendar-year', 'event')),
  -- Null: for as long as the site has been there.
  limit_from date,
  -- Null: until further notice.
  limit_until date,
  check (limit_until >= limit_from)
);
create index fk_site_limit_site_id on site_limit (site_id, kind);
create unique index site_limit_standing on site_limit (site_id, kind) where limit_until is null;

-- What a site has said of its courses was told, and is held to from now on.
insert into site_limit (site_id, kind, volume, period, limit_from)
  select id, 'course-place', course_limit, course_period, current_date from site where course_limit between 1 and 99;
alter table site drop constraint site_course_limit;

-- What a desk of the site can choose from.
alter table site add column kinds text[] not null default '{ticket}'
  check (cardinality(kinds) > 0 and kinds <@ array['ticket', 'course-place', 'season-pass']);
update site set kinds = '{ticket,course-place}' where category = 'education' or course_limit is not null;
alter table site drop column course_limit;
alter table site drop column course_period;

-- How a booking is cancelled: said with the rest of the terms.
alter table site_text drop constraint site_text_field_check;
alter table site_text add constraint site_text_field_check check (field in
  ('included', 'how', 'cancelling', 'limits', 'courses', 'children', 'companions', 'accessibility'));

do $$ begin
  alter table site_limit enable row level security;
  alter table site_limit force row level security;
  execute format('create policy owner on site_limit to %I using (true) with check (true)', current_user);
end $$;
create policy everyone_reads on site_limit for select to kaiku_app using (true);
create policy centre on site_limit to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy site on site_limit to kaiku_app using (site_id = any((select visit_kept_sites())::integer[]));
create policy own_site on site_limit to kaiku_app using (site_id = (select visit_venue()));

-- How many adult tickets, places or passes of a card at a site stand in a time or for an event. Children's tickets
-- follow the adult's and companions are always free: neither is counted.
create function limited_uses(of_card bigint, at_site integer, of_kind text, from_day date, until_day date,
  by_event boolean, of_event text)
returns integer stable language sql as $$
  select coalesce(sum(u.adults), 0)::integer from use u
  where u.card_id = of_card and u.site_id = at_site and u.kind = of_kind
    and (from_day is null or u.used_on between from_day and until_day)
    and (not by_event or u.event is not distinct from of_event)
    and not exists (select from use_cancellation x where x.use_id = u.id)
$$;

-- As card_unchanged, where the site has a limit: one record of a card at a site at a time, and only while as many stand
-- as when it was judged. The lock is taken before the count, whose statement then sees what the one before has recorded.
create function card_within_limit(card_id bigint, card_revision integer, act_by text, at_site integer, of_kind text,
  from_day date, until_day date, by_event boolean, of_event text, judged integer)
returns setof boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if act_by is not null then
    perform set_config('kaiku.proof', act_by, true);
  end if;
  if not at_site = any(visit_sites()) then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('limit:' || card_id || ':' || at_site, 0));
  if limited_uses(card_id, at_site, of_kind, from_day, until_day, by_event, of_event) <> judged then
    return;
  end if;
  return query select true from card c where c.id = card_id and c.revision = card_revision for share;
end $$;
