-- People: how they prove who they are, in which role they act, and who let them in. And the phones of a desk.

-- A phone or till of one site. It can record for that site and do nothing else; ended in one tap.
create table device (
  id uuid primary key default gen_random_uuid(),
  site_id integer not null references site,
  name text not null check (length(name) between 1 and 60),
  paired_at timestamptz not null,
  paired_by text not null,
  -- The last day in Finland on which it was used.
  last_seen_on date,
  ended_at timestamptz
);
create index fk_device_site_id on device (site_id);

-- The link (or QR, or short code) that makes a phone a device: works once, for ten minutes. Link and code follow from
-- the id and the key file, so the page that shows them can be opened again, and a backup lets nobody in.
create table device_pairing (
  id uuid primary key,
  token_hash bytea not null unique,
  code_hash bytea not null unique,
  site_id integer not null references site,
  name text not null check (length(name) between 1 and 60),
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  device_id uuid unique references device,
  check (device_id is null or used_at is not null)
);
create index fk_device_pairing_site_id on device_pairing (site_id);

-- A role is held by a person or by a device. Each area has coordinators of a culture side and a sote/hyte side.
alter table account_role alter column account_id drop not null;
alter table account_role add column device_id uuid unique references device;
alter table account_role add column side text check (side in ('culture', 'sote'));
alter table account_role drop constraint account_role_role_check;
alter table account_role add constraint account_role_role_check check
  (role in ('centre', 'coordinator', 'issuer', 'venue', 'intermediary', 'auditor', 'device'));
alter table account_role drop constraint account_role_check2;
alter table account_role add constraint account_role_site check ((role in ('venue', 'device')) = (site_id is not null));
alter table account_role add constraint account_role_holder check
  (num_nonnulls(account_id, device_id) = 1 and (role = 'device') = (device_id is not null));
alter table account_role add constraint account_role_side check (role = 'coordinator' or side is null);

-- A session is known by its id where it is listed; its token is known to its browser alone.
alter table session add column id uuid not null unique default gen_random_uuid();
alter table session add column kind text not null default 'person' check (kind in ('person', 'device'));
-- How the person proved who they are, and when they last did: what is delicate asks again after ten minutes.
alter table session add column proof text not null default 'password'
  check (proof in ('password', 'totp', 'recovery', 'passkey', 'provider', 'device', 'demo'));
alter table session add column proven_at timestamptz;
alter table session add column browser text check (length(browser) <= 80);

-- The day of the latest sign-in outlives its session: who keeps people sees who has stopped coming.
alter table account add column signed_in_on date;

-- A password was right and the second factor is still to come. The token is in the address of that page alone.
create table sign_in_step (
  token_hash bytea primary key,
  account_id uuid not null references account,
  next_path text,
  tries smallint not null default 0,
  made_at timestamptz not null,
  expires_at timestamptz not null
);
create index fk_sign_in_step_account_id on sign_in_step (account_id);

-- The secret is sealed with a key of the key file. The last step used is kept: a code works once (ASVS 5.0, 6.5.1).
-- A secret that waits to be confirmed stands beside the one in use: a new phone can be set up without losing the old.
create table totp (
  account_id uuid primary key references account,
  secret_sealed bytea,
  confirmed_at timestamptz,
  last_step bigint,
  next_sealed bytea,
  next_at timestamptz,
  check ((secret_sealed is null) = (confirmed_at is null)),
  check ((next_sealed is null) = (next_at is null)),
  check (num_nonnulls(secret_sealed, next_sealed) > 0)
);

-- The codes themselves are kept, sealed, only until they have been shown and saved.
create table recovery_code (
  account_id uuid not null references account,
  code_hash bytea not null,
  code_sealed bytea,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

create table passkey (
  credential_id text primary key,
  account_id uuid not null references account,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null check (length(name) between 1 and 60),
  made_at timestamptz not null,
  used_at timestamptz
);
create index fk_passkey_account_id on passkey (account_id);

-- What a passkey is asked to sign: known once, for five minutes.
create table passkey_challenge (
  challenge text primary key,
  account_id uuid references account,
  expires_at timestamptz not null
);
create index fk_passkey_challenge_account_id on passkey_challenge (account_id);

-- Links in mails to a person who has an account: a new password, a new address.
create table account_link (
  token_hash bytea primary key,
  account_id uuid not null references account,
  kind text not null check (kind in ('reset', 'email')),
  email text check (email like '%_@_%'),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((kind = 'email') = (email is not null))
);
create index fk_account_link_account_id on account_link (account_id);

alter table invitation add column id uuid not null unique default gen_random_uuid();
alter table invitation add column side text check (side in ('culture', 'sote'));
alter table invitation add column language text check (language in ('fi', 'sv', 'en'));
alter table invitation add column invited_by text;
alter table invitation add column withdrawn_at timestamptz;

-- A municipality's own sign-in (OpenID Connect). Its groups say which roles its people have here.
create table identity_provider (
  id integer generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 100),
  issuer text not null unique check (issuer ~ '^https?://'),
  client_id text not null,
  client_secret_sealed bytea not null,
  groups_claim text not null default 'groups',
  made_at timestamptz not null,
  ended_at timestamptz
);

create table identity_group (
  id integer generated always as identity primary key,
  provider_id integer not null references identity_provider,
  group_name text not null check (group_name <> ''),
  role text not null check (role in ('coordinator', 'issuer', 'venue', 'intermediary')),
  side text check (side in ('culture', 'sote')),
  area_id integer references area,
  unit_id integer references issuing_unit,
  site_id integer references site,
  organisation_id integer references organisation,
  ended_at timestamptz,
  unique nulls not distinct (provider_id, group_name, role, area_id, unit_id, site_id, organisation_id),
  check ((role = 'coordinator') = (area_id is not null)),
  check ((role = 'issuer') = (unit_id is not null)),
  check ((role = 'venue') = (site_id is not null)),
  check ((role = 'intermediary') = (organisation_id is not null))
);
create index fk_identity_group_provider_id on identity_group (provider_id);
create index fk_identity_group_area_id on identity_group (area_id);
create index fk_identity_group_unit_id on identity_group (unit_id);
create index fk_identity_group_site_id on identity_group (site_id);
create index fk_identity_group_organisation_id on identity_group (organisation_id);

-- Who somebody is at a provider: its subject, never an e-mail address alone.
create table identity (
  provider_id integer not null references identity_provider,
  subject text not null,
  account_id uuid not null references account,
  made_at timestamptz not null,
  primary key (provider_id, subject),
  unique (provider_id, account_id)
);
create index fk_identity_account_id on identity (account_id);

-- Roles that a provider's groups gave: they end when the group is gone.
alter table account_role add column group_id integer references identity_group;
create index fk_account_role_group_id on account_role (group_id);

-- A sign-in through a provider: roles that its groups gave are acted in only through it.
alter table session add column provider_id integer references identity_provider;
alter table session add constraint session_provider check ((proof = 'provider') = (provider_id is not null));
create index fk_session_provider_id on session (provider_id);

-- Somebody who has gone to their provider and is expected back. An account is named when its owner links it.
create table identity_request (
  state_hash bytea primary key,
  provider_id integer not null references identity_provider,
  verifier text not null,
  nonce text not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  account_id uuid references account,
  next_path text,
  expires_at timestamptz not null
);
create index fk_identity_request_account_id on identity_request (account_id);
create index fk_identity_request_provider_id on identity_request (provider_id);
