-- One template to many partners: a job makes and sends them one by one, and can be stopped anywhere.
create table commitment_batch (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('issuer', 'venue', 'pilot')),
  area_id integer not null references area,
  -- `Template` in src/commitment-templates/rules.ts, as it was when the batch was begun.
  template jsonb not null,
  model_number integer not null check (model_number > 0),
  binding_language text not null check (binding_language in ('fi', 'sv', 'en')),
  from_on date not null,
  until_on date check (until_on >= from_on),
  answer_until date not null,
  -- What the coordinator added for all of them, in three languages; null where nothing.
  additions jsonb,
  made_at timestamptz not null,
  made_by text not null,
  -- Null while its coordinator still looks at who is in it.
  started_at timestamptz,
  paused_at timestamptz,
  check (paused_at is null or started_at is not null)
);
create index on commitment_batch (area_id);

-- One partner of a batch. It waits until it has a commitment, or the name of what is missing.
create table commitment_batch_item (
  id bigint generated always as identity primary key,
  batch_id integer not null references commitment_batch,
  site_id integer references site,
  unit_id integer references issuing_unit,
  commitment_id integer unique references commitment,
  problem text check (problem <> ''),
  done_at timestamptz,
  -- The code of the partner's link, sealed with the key file until the coordinator has seen it.
  code_box bytea,
  check (num_nonnulls(site_id, unit_id) = 1),
  check ((done_at is not null) = (num_nonnulls(commitment_id, problem) = 1)),
  check (code_box is null or commitment_id is not null),
  unique nulls not distinct (batch_id, site_id, unit_id)
);
create index on commitment_batch_item (site_id);
create index on commitment_batch_item (unit_id);
create index on commitment_batch_item (id) where done_at is null;

alter table commitment_batch enable row level security;
alter table commitment_batch force row level security;
alter table commitment_batch_item enable row level security;
alter table commitment_batch_item force row level security;
create policy owner on commitment_batch to current_user using (true) with check (true);
create policy owner on commitment_batch_item to current_user using (true) with check (true);

create policy centre on commitment_batch to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy area on commitment_batch to kaiku_app
  using (area_id = (select visit_area())) with check (area_id = (select visit_area()));
-- Whoever sees the batch keeps its partners.
create policy keeper on commitment_batch_item to kaiku_app
  using (exists (select from commitment_batch b where b.id = batch_id))
  with check (exists (select from commitment_batch b where b.id = batch_id));

-- What was never begun may be given up; the rest is history.
create function commitment_batch_stays() returns trigger language plpgsql as $$
begin
  if old.started_at is not null then
    raise exception 'a batch that was begun stays' using errcode = '42501';
  end if;
  return old;
end $$;
create trigger commitment_batch_stays before delete on commitment_batch
  for each row execute function commitment_batch_stays();
