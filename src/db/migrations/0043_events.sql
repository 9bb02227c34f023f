-- What is on at the sites: entered by their people, fetched from a city's open feed, or brought in a file.

-- Where a site's programme is fetched from. Several sites may share an address: it is then called once a round.
create table event_feed (
  id integer generated always as identity primary key,
  site_id integer not null references site,
  url text not null check (length(url) between 1 and 500),
  -- The id of the site's place in the feed, such as tprek:7259. Empty: all that is in the feed is the site's.
  place text check (length(place) between 1 and 100),
  made_at timestamptz not null,
  made_by text not null,
  ended_at timestamptz,
  tried_at timestamptz,
  -- When it was last read to its end.
  read_at timestamptz,
  problem text check (length(problem) between 1 and 60),
  -- Of the last reading: how many events it held, and how many of them could not be taken.
  held smallint check (held >= 0),
  skipped smallint check (skipped >= 0)
);
create index fk_event_feed_site_id on event_feed (site_id);
create unique index event_feed_once on event_feed (site_id, url, coalesce(place, '')) where ended_at is null;

create table event (
  id integer generated always as identity primary key,
  site_id integer not null references site,
  source text not null check (source in ('entered', 'feed', 'file')),
  feed_id integer references event_feed,
  -- The source's own name of it, by which it is known again.
  outside_id text check (length(outside_id) between 1 and 300),
  -- By language, such as {"fi": "Kevätkonsertti", "sv": "Vårkonsert"}.
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at >= starts_at),
  -- No time of day is known: it goes on through these days.
  all_day boolean not null default false,
  place text check (length(place) between 1 and 120),
  tickets smallint check (tickets between 1 and 9999),
  for_children boolean not null default false,
  accessible boolean not null default false,
  -- Empty while nobody has said.
  booking boolean,
  -- How one gets the ticket, by language, where that is not as the site says of itself.
  how jsonb check (jsonb_typeof(how) = 'object' and how <> '{}'),
  url text check (url ~ '^https?://' and length(url) <= 500),
  cancelled_at timestamptz,
  -- What a person has cancelled, the next reading of its source does not bring back.
  cancelled_by text check (cancelled_by in ('person', 'source')),
  -- Its source has it no more. It keeps its number, should it come back.
  withdrawn_at timestamptz,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null,
  check ((source = 'entered') = (outside_id is null)),
  check ((source = 'feed') = (feed_id is not null)),
  check ((cancelled_at is null) = (cancelled_by is null))
);
create index fk_event_site_id on event (site_id, starts_at);
create unique index event_of_feed on event (feed_id, outside_id);
create unique index event_of_file on event (site_id, outside_id) where source = 'file';
-- The question of every reader: what is on between two moments.
create index event_time on event using gist (tstzrange(starts_at, coalesce(ends_at, starts_at), '[]'))
  where withdrawn_at is null;

-- A file between its upload and somebody's word.
create table event_import (
  id uuid primary key,
  site_id integer not null references site,
  events jsonb not null,
  -- Whether it is the whole programme, so that what it lacks is no longer on.
  is_whole boolean not null,
  made_at timestamptz not null,
  made_by text not null
);
create index fk_event_import_site_id on event_import (site_id);

revoke delete on event, event_feed from kaiku_app;
do $$
declare
  walled text;
begin
  foreach walled in array array['event', 'event_feed', 'event_import']
  loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
    execute format(
      'create policy centre on %I to kaiku_app using ((select visit_centre())) with check ((select visit_centre()))', walled);
    execute format('create policy site on %I to kaiku_app using (site_id = any((select visit_kept_sites())::integer[]))', walled);
    execute format('create policy own_site on %I to kaiku_app using (site_id = (select visit_venue()))', walled);
  end loop;
end $$;
create policy everyone_reads on event for select to kaiku_app using (true);
