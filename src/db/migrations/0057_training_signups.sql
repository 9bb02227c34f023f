-- Signing up for a training here. A seat is a place in the queue: the first `seats` who stand in it have one, the rest wait.
alter table training add column takes_sign_up boolean not null default false;
alter table training add check (not takes_sign_up or (starts_at is not null and sign_up_url is null));

create table training_sign_up (
  id bigint generated always as identity primary key,
  training_id integer not null references training,
  account_id uuid not null references account,
  signed_at timestamptz not null,
  cancelled_at timestamptz check (cancelled_at >= signed_at),
  -- Null until whoever held the training has said.
  attended boolean,
  -- What has been told: each once. Who got a seat at once read it on the page.
  seat_told_at timestamptz,
  reminded_at timestamptz,
  cancelling_told_at timestamptz,
  recording_told_at timestamptz
);
create unique index training_sign_up_once on training_sign_up (training_id, account_id) where cancelled_at is null;
create index on training_sign_up (training_id, id);
create index on training_sign_up (account_id);

alter table training_sign_up enable row level security;
alter table training_sign_up force row level security;
do $$
begin
  execute format('create policy owner on training_sign_up to %I using (true) with check (true)', current_user);
end $$;
create policy own on training_sign_up to kaiku_app using (account_id = (select visit_account()))
  with check (account_id = (select visit_account()));
create policy centre on training_sign_up to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy area on training_sign_up to kaiku_app using (exists (
  select from training t where t.id = training_id and t.area_id = (select visit_area())));
revoke delete on training_sign_up from kaiku_app;
-- Who came is said by who held it, and what was told is written down by the program.
revoke update on training_sign_up from kaiku_app;
grant update (cancelled_at, attended) on training_sign_up to kaiku_app;

-- How many stand in the queue of a training, and where whoever is acting stands: 0 for nowhere. It names nobody.
create function training_queue(of_training integer) returns table (taken integer, own integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer, (count(*) filter (where s.id <= (select m.id from training_sign_up m
    where m.training_id = of_training and m.account_id = visit_account() and m.cancelled_at is null)))::integer
  from training_sign_up s where s.training_id = of_training and s.cancelled_at is null
$$;
