-- The network of the card: places, areas, who issues and where the card takes you.

create table installation (
  only_row boolean primary key default true check (only_row),
  demo boolean not null,
  key_check bytea not null,
  made_at timestamptz not null
);

-- What the demo prints for those who try it by program: one card code for each outcome, and a key. Made-up cards only.
create table demo_facts (
  only_row boolean primary key default true check (only_row),
  facts jsonb not null
);

create table municipality (
  id integer generated always as identity primary key,
  name_fi text not null unique check (name_fi <> ''),
  name_sv text check (name_sv <> ''),
  country text not null default 'FI' check (country in ('FI', 'SE'))
);

create table county (
  id integer generated always as identity primary key,
  name text not null unique check (name <> '')
);

create table area (
  id integer generated always as identity primary key,
  name text not null unique check (name <> '')
);

-- A municipality belongs to an area for a time and in a phase. An unknown start or end is null.
-- The ranges of one municipality never overlap, so every day has one answer.
create table area_membership (
  id integer generated always as identity primary key,
  area_id integer not null references area,
  municipality_id integer not null references municipality,
  county_id integer references county,
  phase text not null check (phase in ('preparing', 'pilot', 'permanent', 'ended')),
  phase_from date,
  phase_until date,
  cross_use boolean not null default true,
  preliminary boolean not null default false,
  check (phase_until >= phase_from),
  exclude using gist (
    int4range(municipality_id, municipality_id, '[]') with &&,
    daterange(phase_from, phase_until, '[]') with &&
  )
);
create index fk_area_membership_area_id on area_membership (area_id);
create index fk_area_membership_municipality_id on area_membership (municipality_id);
create index fk_area_membership_county_id on area_membership (county_id);

create table organisation (
  id integer generated always as identity primary key,
  name text not null unique check (name <> '')
);

create table issuing_unit (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation,
  municipality_id integer not null references municipality,
  area_id integer not null references area,
  name text not null check (name <> ''),
  kind text not null check (kind <> ''),
  third_sector boolean not null,
  unique (organisation_id, name, municipality_id)
);
create index fk_issuing_unit_municipality_id on issuing_unit (municipality_id);
create index fk_issuing_unit_area_id on issuing_unit (area_id);

-- A site without an area is a pop-up site: outside the networks, counted nationally only.
create table site (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation,
  municipality_id integer not null references municipality,
  area_id integer references area,
  name text not null check (name <> ''),
  category text not null check (category in ('culture', 'education', 'science', 'sports')),
  allows_override boolean not null default true,
  unique (organisation_id, name, municipality_id)
);
create index fk_site_municipality_id on site (municipality_id);
create index fk_site_area_id on site (area_id);

-- The ticket intermediaries that record for a site.
create table site_intermediary (
  site_id integer not null references site,
  organisation_id integer not null references organisation,
  primary key (site_id, organisation_id)
);
create index fk_site_intermediary_organisation_id on site_intermediary (organisation_id);
