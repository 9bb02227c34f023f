-- The card's life. No name, birth date, identity code, address, phone or e-mail has a column here.

-- The rules' numbers, dated, so that yesterday's rule still explains yesterday's use.
create table policy (
  valid_from date primary key,
  validity_months smallint not null check (validity_months > 0),
  minimum_age smallint not null check (minimum_age >= 0),
  child_age smallint not null check (child_age > 0),
  maximum_children smallint not null check (maximum_children >= 0),
  source text not null
);
insert into policy (valid_from, validity_months, minimum_age, child_age, maximum_children, source) values
  ('2015-01-01', 12, 16, 16, 20, 'Earlier local pages: children under 16. The largest number of children is our own guard against typing errors.'),
  ('2025-02-26', 12, 16, 18, 20, 'Terms of use of 26.2.2025: 12 months, 16 or turning 16 this year, children under 18.');

-- A code is kept as a keyed hash and its last four characters, never in clear.
create table card (
  id bigint generated always as identity primary key,
  code_hash bytea not null unique check (length(code_hash) = 32),
  code_tail text not null check (length(code_tail) between 1 and 4),
  code_style text not null check (code_style in ('new', 'legacy')),
  key_version smallint not null default 1,
  type text not null check (type in ('personal', 'community')),
  unit_id integer not null references issuing_unit,
  state text not null check (state in ('stock', 'registered', 'replaced', 'lost', 'withdrawn')),
  registered_on date,
  registered_at timestamptz,
  valid_until date,
  birth_year smallint check (birth_year between 1880 and 2200),
  postal_code text check (postal_code ~ '^[0-9]{5}$'),
  children smallint not null default 0 check (children >= 0),
  life_situation text,
  gender text,
  closed_on date,
  closed_reason text,
  revision integer not null default 0,
  check ((state = 'stock') = (registered_on is null)),
  check ((registered_on is null) = (valid_until is null)),
  check ((state in ('stock', 'registered')) = (closed_on is null)),
  check (valid_until >= registered_on)
);
create index fk_card_unit_id on card (unit_id, registered_at desc);

create table card_event (
  id bigint generated always as identity primary key,
  card_id bigint not null references card,
  event text not null check (event in ('registered', 'registration-undone', 'replaced', 'lost', 'withdrawn')),
  happened_at timestamptz not null,
  actor text not null,
  reason text
);
create index fk_card_event_card_id on card_event (card_id);

-- One way, old to new, kept apart from the cards so that it can have a permission of its own.
create table card_renewal (
  new_card_id bigint primary key references card,
  old_card_id bigint not null unique references card,
  check (new_card_id <> old_card_id)
);

create table consent (
  id bigint generated always as identity primary key,
  card_id bigint not null references card,
  kind text not null check (kind in ('register', 'wellbeing')),
  text_version text not null,
  language text,
  given_on date not null,
  unit_id integer not null references issuing_unit,
  withdrawn_at timestamptz
);
create index fk_consent_card_id on consent (card_id);
create index fk_consent_unit_id on consent (unit_id);
