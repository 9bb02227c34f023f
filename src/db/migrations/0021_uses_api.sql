-- What a program that is being built records with the practice cards. It is no use: no card is tied to it, no count
-- knows it, and only the program itself sees it.
create table sandbox_use (
  id uuid primary key,
  client_id uuid not null references api_client,
  site_id integer not null references site,
  -- The practice card, by its name in `sandboxCards` (src/uses/sandbox-rules.ts).
  card text not null,
  used_on date not null,
  used_at timestamptz not null,
  received_at timestamptz not null,
  event text check (length(event) between 1 and 120),
  event_on date check (event_on >= used_on),
  adults smallint not null check (adults >= 0),
  children smallint not null check (children >= 0),
  companions smallint not null check (companions >= 0),
  category text not null check (category in ('culture', 'education', 'science', 'sports')),
  kind text not null check (kind in ('ticket', 'course-place', 'season-pass')),
  source text not null check (source in ('api', 'offline')),
  override_reason text check (length(override_reason) between 1 and 200),
  cancelled_at timestamptz
);
create index fk_sandbox_use_client_id on sandbox_use (client_id, used_on, used_at, id);
create index fk_sandbox_use_site_id on sandbox_use (site_id);
create index sandbox_use_received_at on sandbox_use using brin (received_at);

alter table sandbox_use enable row level security;
alter table sandbox_use force row level security;
do $$
begin
  execute format('create policy owner on sandbox_use to %I using (true) with check (true)', current_user);
end $$;
create policy own on sandbox_use to kaiku_app using (client_id = (select (visit_key()).client_id))
  with check (client_id = (select (visit_key()).client_id) and site_id = any((select visit_sites())::integer[]));
