-- A published edition never changes, but it can be withdrawn: a place stood in it that nobody may learn of, say. What it
-- said is then read by nobody but the centre. The reason is one of a list, so that it cannot tell again what was wrong.
create table brochure_withdrawal (
  area_id integer not null,
  year smallint not null,
  number smallint not null,
  reason text not null check (reason in ('place', 'person', 'error', 'other')),
  withdrawn_on date not null,
  withdrawn_at timestamptz not null,
  withdrawn_by text not null,
  primary key (area_id, year, number),
  foreign key (area_id, year, number) references brochure_edition (area_id, year, number)
);

create function brochure_withdrawal_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was withdrawn stays withdrawn' using errcode = '42501';
end $$;
create trigger brochure_withdrawal_stays before update or delete on brochure_withdrawal
  for each row execute function brochure_withdrawal_stays();

alter table brochure_withdrawal enable row level security;
alter table brochure_withdrawal force row level security;
create policy owner on brochure_withdrawal to current_user using (true) with check (true);
create policy centre on brochure_withdrawal to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy area on brochure_withdrawal to kaiku_app using (area_id = (select visit_area()));
revoke update, delete on brochure_withdrawal from kaiku_app;

create function brochure_is_withdrawn(of_area integer, of_year smallint, of_number smallint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from brochure_withdrawal w
    where w.area_id = of_area and w.year = of_year and w.number = of_number)
$$;

-- The names of an area's editions, with the day on which one was withdrawn: for everyone, since a reader who holds the
-- paper must be told. Why and by whom is not.
create function brochure_editions(of_area integer)
returns table (year smallint, number smallint, published_on date, withdrawn_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.year, e.number, e.published_on, w.withdrawn_on
  from brochure_edition e left join brochure_withdrawal w using (area_id, year, number)
  where e.area_id = of_area order by e.year desc, e.number desc
$$;

-- The latest withdrawn edition that said what this content says, wherever its addresses lead: for those who publish, who
-- can no longer read it themselves.
create function brochure_withdrawn_like(of_area integer, wanted jsonb) returns table (year smallint, number smallint)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.year, e.number from brochure_edition e join brochure_withdrawal w using (area_id, year, number)
  where e.area_id = of_area and (visit_centre() or of_area = visit_area())
    and e.content - 'origin' = wanted - 'origin'
  order by e.year desc, e.number desc limit 1
$$;

-- Its coordinators publish, and read what everyone reads.
drop policy area on brochure_edition;
create policy area on brochure_edition for insert to kaiku_app with check (area_id = (select visit_area()));
drop policy everyone_reads on brochure_edition;
create policy everyone_reads on brochure_edition for select to kaiku_app
  using (not brochure_is_withdrawn(area_id, year, number));
