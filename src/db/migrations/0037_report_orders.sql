-- Reports by mail: who asked to be told of each closed period of a place, in which role. An order goes with the role.
create table report_order (
  id integer generated always as identity primary key,
  account_role_id uuid not null references account_role,
  level text not null check (level in ('country', 'county', 'area', 'municipality', 'unit', 'site')),
  place_id integer check ((place_id is null) = (level = 'country')),
  ordered_at timestamptz not null,
  -- The number of the latest publication that a mail has told of, or that was there already: each is told of once.
  told_until integer not null,
  unique nulls not distinct (account_role_id, level, place_id)
);

alter table report_order enable row level security;
alter table report_order force row level security;
do $$
begin
  execute format('create policy owner on report_order to %I using (true) with check (true)', current_user);
end $$;
create policy own on report_order to kaiku_app
  using (account_role_id = (select visit_role_id())) with check (account_role_id = (select visit_role_id()));
revoke update on report_order from kaiku_app;

-- The first day, or for uses the first day of its month, with something recorded: pages say what will be closed, and
-- their readers see no cards and no uses.
create function first_recorded_on() returns date language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return least((select min(month) from statistics_use_month where uses > 0), (select min(registered_on) from card));
end $$;
