-- People and programs that may act, and what they did.

create table account (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email like '%_@_%'),
  name text not null check (name <> ''),
  language text not null check (language in ('fi', 'sv', 'en')),
  password_hash text,
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index account_email on account (lower(email));

-- One role in one scope. The scope's kind follows from the role.
create table account_role (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  role text not null check (role in ('centre', 'coordinator', 'issuer', 'venue', 'intermediary', 'auditor')),
  area_id integer references area,
  unit_id integer references issuing_unit,
  site_id integer references site,
  organisation_id integer references organisation,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((role = 'coordinator') = (area_id is not null)),
  check ((role = 'issuer') = (unit_id is not null)),
  check ((role = 'venue') = (site_id is not null)),
  check ((role = 'intermediary') = (organisation_id is not null))
);
create index fk_account_role_account_id on account_role (account_id);
create index fk_account_role_area_id on account_role (area_id);
create index fk_account_role_unit_id on account_role (unit_id);
create index fk_account_role_site_id on account_role (site_id);
create index fk_account_role_organisation_id on account_role (organisation_id);

-- Only the SHA-256 of a token is kept: a stolen backup signs nobody in.
create table session (
  token_hash bytea primary key,
  account_role_id uuid not null references account_role,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index fk_session_account_role_id on session (account_role_id);

create table invitation (
  token_hash bytea primary key,
  email text,
  role text not null check (role in ('centre', 'coordinator', 'issuer', 'venue', 'intermediary', 'auditor')),
  area_id integer references area,
  unit_id integer references issuing_unit,
  site_id integer references site,
  organisation_id integer references organisation,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz
);
create index fk_invitation_area_id on invitation (area_id);
create index fk_invitation_unit_id on invitation (unit_id);
create index fk_invitation_site_id on invitation (site_id);
create index fk_invitation_organisation_id on invitation (organisation_id);

create table api_key (
  id uuid primary key default gen_random_uuid(),
  site_id integer not null references site,
  name text not null,
  shown_start text not null unique,
  secret_hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  last_used_on date
);
create index fk_api_key_site_id on api_key (site_id);

-- Token buckets. Losing them in a crash only gives a few more tries, so they need no log.
create unlogged table rate_limit (
  bucket text primary key,
  tokens double precision not null,
  refilled_at timestamptz not null
);

-- Who did what, when, to which row. Written in the transaction of the deed; never changed.
create table audit (
  id bigint generated always as identity primary key,
  done_at timestamptz not null,
  actor text not null,
  role text,
  permission text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  subject jsonb not null default '{}'
);
create index audit_done_at on audit using brin (done_at);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
create trigger audit_is_append_only before update or delete or truncate on audit
  for each statement execute function audit_is_append_only();
