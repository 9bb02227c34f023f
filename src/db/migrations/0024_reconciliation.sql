-- Lists from outside: what somebody uploads waits here between its preview and their word, a door list becomes uses, and
-- what a till has sold is compared with what has been recorded.

-- Sealed for its row: a door list holds card codes. Its owner alone reads it, and the sweep takes it after a day.
create table upload (
  id uuid primary key,
  account_role_id uuid not null references account_role,
  site_id integer not null references site,
  purpose text not null check (purpose in ('door-list', 'reconciliation')),
  sealed_body bytea not null,
  made_at timestamptz not null
);
create index fk_upload_account_role_id on upload (account_role_id);
create index fk_upload_site_id on upload (site_id);

-- Which column of a site's exports means what, by a digest of the header: asked once, remembered after.
create table column_mapping (
  site_id integer not null references site,
  purpose text not null check (purpose in ('door-list', 'reconciliation')),
  header_hash bytea not null check (length(header_hash) = 32),
  mapping jsonb not null,
  saved_at timestamptz not null,
  primary key (site_id, purpose, header_hash)
);

-- A door list that was imported, for as long as somebody may ask what became of it. The uses are named so that all of
-- them can be undone at once; their own rows know nothing of the list.
create table door_list (
  id uuid primary key,
  site_id integer not null references site,
  event text check (length(event) between 1 and 120),
  listed_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  use_ids uuid[] not null,
  undone_at timestamptz
);
create index fk_door_list_site_id on door_list (site_id, recorded_at desc);

create table reconciliation (
  id uuid primary key,
  site_id integer not null references site,
  source text not null check (source in ('page', 'api')),
  sold_from date not null,
  sold_until date not null check (sold_until >= sold_from),
  -- How many lines: told of the card, matched with uses, missing from the register, added, for a person to decide.
  lines integer not null check (lines >= 0),
  matched integer not null check (matched >= 0),
  missing integer not null check (missing >= 0),
  added integer not null check (added >= 0),
  unclear integer not null check (unclear >= 0),
  -- Uses that the till does not know.
  unsold integer not null check (unsold >= 0),
  made_at timestamptz not null,
  made_by text not null,
  undone_at timestamptz
);
create index fk_reconciliation_site_id on reconciliation (site_id, made_at desc);

-- A line that has its use, by a keyed digest of what it said: the same line never gets another one. No code can be had
-- from it. The uses are named without a tie: one that is anonymised is found no more, and the line stays settled.
create table settled_line (
  site_id integer not null references site,
  fingerprint bytea not null check (length(fingerprint) = 32),
  reconciliation_id uuid not null references reconciliation on delete cascade,
  use_ids uuid[] not null check (cardinality(use_ids) > 0),
  -- The one of them that the reconciliation itself has added: it can be undone.
  added_use_id uuid,
  sold_on date not null,
  primary key (site_id, fingerprint)
);
create index fk_settled_line_reconciliation_id on settled_line (reconciliation_id);

do $$
declare
  walled text;
begin
  foreach walled in array array['upload', 'column_mapping', 'door_list', 'reconciliation', 'settled_line'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
  foreach walled in array array['column_mapping', 'door_list', 'reconciliation', 'settled_line'] loop
    execute format('create policy site on %I to kaiku_app using (site_id = any((select visit_sites())::integer[]))', walled);
  end loop;
end $$;
create policy own on upload to kaiku_app
  using (account_role_id = (select visit_role_id()) and site_id = any((select visit_sites())::integer[]));
revoke update, delete on column_mapping, door_list, reconciliation from kaiku_app;
grant update (mapping, saved_at) on column_mapping to kaiku_app;
grant update (undone_at) on door_list, reconciliation to kaiku_app;

-- A ticket that the till knows and the register does not, whose card nobody can name any more, is a use tied to none. It
-- is counted as the tickets of forgotten cards are, and turns no card.
create or replace function statistics_add_uses(delta use[], sign integer) returns void language plpgsql as $$
declare
  turned bigint[];
begin
  if sign > 0 then
    with by_card as (
      select d.card_id, count(*)::integer as uses from unnest(delta) d where d.card_id is not null group by d.card_id
    ), counted as (
      insert into card_usage as u (card_id, uses) select card_id, uses from by_card order by card_id
      on conflict (card_id) do update set uses = u.uses + excluded.uses
      returning card_id, uses
    )
    select array_agg(n.card_id) into turned from counted n join by_card b using (card_id) where n.uses = b.uses;
  else
    with by_card as (select d.card_id, count(*)::integer as uses from unnest(delta) d group by d.card_id),
    counted as (
      update card_usage u set uses = u.uses - b.uses from by_card b where b.card_id = u.card_id
      returning u.card_id, u.uses
    )
    select array_agg(card_id) into turned from counted where uses = 0;
  end if;
  if turned is not null then
    perform statistics_turn_cards(turned, sign);
  end if;

  insert into statistics_use_month as s
  select date_trunc('month', d.used_on)::date, d.site_id, d.category, d.kind, coalesce(c.type, d.anonymous_type),
    sign * count(*), sign * sum(d.adults), sign * sum(d.children), sign * sum(d.companions)
  from unnest(delta) d left join card c on c.id = d.card_id
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (month, site_id, category, kind, card_type) do update set
    uses = s.uses + excluded.uses, adults = s.adults + excluded.adults,
    children = s.children + excluded.children, companions = s.companions + excluded.companions;

  insert into statistics_use_year as s
  select extract(year from d.used_on), case when t.area_id is not null then t.municipality_id end, d.category,
    coalesce(c.type, d.anonymous_type), sign * count(*), sign * sum(d.adults), sign * sum(d.children)
  from unnest(delta) d left join card c on c.id = d.card_id join site_period t on t.site_id = d.site_id
    and (t.period_from is null or t.period_from <= d.used_on) and (t.period_until is null or d.used_on <= t.period_until)
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (year, municipality_id, category, card_type) do update set
    uses = s.uses + excluded.uses, adults = s.adults + excluded.adults, children = s.children + excluded.children;

  if sign > 0 then
    insert into site_activity as a (site_id, last_used_on)
    select n.site_id, n.last_used_on
    from (select d.site_id, max(d.used_on) as last_used_on from unnest(delta) d group by d.site_id) n
    where not exists (select from site_activity k where k.site_id = n.site_id and k.last_used_on >= n.last_used_on)
    order by n.site_id
    on conflict (site_id) do update set last_used_on = greatest(a.last_used_on, excluded.last_used_on);
  end if;
end $$;

-- The day's list of a desk shows those too. What a forgotten card has left behind is no row of any day.
create or replace view use_face as
  select u.id as use_id, coalesce(c.code_tail, '') as code_tail from use u left join card c on c.id = u.card_id
  where u.site_id = any((select visit_sites())::integer[]) and (c.id is not null or u.recorded_by <> 'nobody');

-- Which cards the codes of a list name, at a site of whoever acts: the ids alone, in the order of the list.
create function cards_for_list(pairs jsonb, at_site integer) returns table (place integer, card_id bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not at_site = any(visit_sites()) then
    return;
  end if;
  return query
    select p.place::integer, (
      select c.id from card c where c.code_hash in (decode(p.pair ->> 0, 'hex'), decode(p.pair ->> 1, 'hex'))
      -- A legacy code exactly as it stands wins over the new-style reading.
      order by c.code_hash = decode(p.pair ->> 0, 'hex') desc limit 1)
    from jsonb_array_elements(pairs) with ordinality p (pair, place) order by p.place;
end $$;
