-- A use: one acquisition with a card. Rows are never changed or deleted; undo is an entry of its own.

-- The day is part of the key so that the table can be split by month without a change of code.
create table use (
  id uuid not null,
  used_on date not null,
  card_id bigint not null references card,
  site_id integer not null references site,
  event text check (length(event) between 1 and 120),
  used_at timestamptz not null,
  received_at timestamptz not null,
  adults smallint not null check (adults >= 0),
  children smallint not null check (children >= 0),
  companions smallint not null check (companions >= 0),
  category text not null check (category in ('culture', 'education', 'science', 'sports')),
  kind text not null check (kind in ('ticket', 'course-place', 'season-pass')),
  source text not null check (source in ('desk', 'api', 'offline', 'import', 'reconciled')),
  recorded_by text not null,
  override_reason text check (length(override_reason) between 1 and 200),
  primary key (id, used_on)
);
create index fk_use_card_id on use (card_id, used_at desc);
create index fk_use_site_id on use (site_id, used_on desc);

create table use_cancellation (
  use_id uuid primary key,
  used_on date not null,
  cancelled_at timestamptz not null,
  cancelled_by text not null,
  reason text check (length(reason) between 1 and 200),
  foreign key (use_id, used_on) references use (id, used_on)
);
create index fk_use_cancellation_use_id on use_cancellation (use_id, used_on);

-- The answer to each key, so that the same request sent again gets the same answer and counts once.
-- A replay adds to `tries`: it must write, or it would not wait for the standby that the first answer waited for.
create table idempotency (
  owner text not null,
  key text not null check (length(key) between 1 and 255),
  body_hash bytea not null,
  status smallint not null,
  answer jsonb not null,
  tries integer not null default 1,
  answered_at timestamptz not null,
  primary key (owner, key)
);
create index idempotency_answered_at on idempotency using brin (answered_at);

-- A card check at a desk: the result page has an address, and the card's code is not in it.
-- The check's id becomes the id of the use, so that a second tap or a reload records nothing twice.
create table card_check (
  id uuid primary key,
  account_role_id uuid not null references account_role,
  site_id integer not null references site,
  card_id bigint references card,
  checked_at timestamptz not null
);
create index fk_card_check_account_role_id on card_check (account_role_id);
create index fk_card_check_site_id on card_check (site_id);
create index fk_card_check_card_id on card_check (card_id);
create index card_check_checked_at on card_check using brin (checked_at);

-- Which site and event a desk is working for: remembered until the day changes.
create table desk_choice (
  account_role_id uuid primary key references account_role,
  site_id integer not null references site,
  event text check (length(event) between 1 and 120),
  chosen_on date not null
);
create index fk_desk_choice_site_id on desk_choice (site_id);
