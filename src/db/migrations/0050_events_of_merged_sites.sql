-- Events follow their site into the one that it is merged with, and a feed that fails is asked less and less often.

alter table event_feed
  -- Readings that failed one after another, up to the last.
  add column failures smallint not null default 0 check (failures >= 0),
  -- When it is to be read the next time; empty for at once.
  add column next_at timestamptz;

-- Moves all that is on at one site to another. Not for requests: it asks nobody's leave.
create function events_move(from_id integer, into_id integer, moved_at timestamptz, moved_by text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone integer;
  kept integer;
begin
  -- A feed that both have is read at the site that stays. What only the other has read comes along.
  for gone, kept in
    select g.id, k.id from event_feed g join event_feed k on k.url = g.url and coalesce(k.place, '') = coalesce(g.place, '')
    where g.site_id = from_id and k.site_id = into_id and g.ended_at is null and k.ended_at is null
    for update of g, k
  loop
    update event k set cancelled_at = e.cancelled_at, cancelled_by = 'person', changed_at = moved_at, changed_by = moved_by
      from event e where e.feed_id = gone and k.feed_id = kept and k.outside_id = e.outside_id
        and e.cancelled_by = 'person' and k.cancelled_by is distinct from 'person';
    update event e set feed_id = kept where e.feed_id = gone
      and not exists (select from event k where k.feed_id = kept and k.outside_id = e.outside_id);
    update event set withdrawn_at = moved_at where feed_id = gone and withdrawn_at is null;
    update event_feed set ended_at = moved_at where id = gone;
  end loop;
  update event_feed set site_id = into_id where site_id = from_id;
  -- The same name in two files is two events: programmes are often numbered from one.
  update event e set outside_id = left(e.outside_id, 280) || '#' || from_id
    where e.site_id = from_id and e.source = 'file'
      and exists (select from event k where k.site_id = into_id and k.source = 'file' and k.outside_id = e.outside_id);
  update event set site_id = into_id, changed_at = moved_at, changed_by = moved_by where site_id = from_id;
  -- What a file would do was shown for the other site.
  delete from event_import where site_id = from_id;
end $$;
revoke execute on function events_move(integer, integer, timestamptz, text) from public;

create function events_take_site(from_id integer, into_id integer, taken_at timestamptz, taken_by text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select count(*) from site p where p.id in (from_id, into_id) and acting_keeps(p.area_id)) <> 2 then
    raise exception 'only their keeper can merge sites' using errcode = '42501';
  end if;
  perform events_move(from_id, into_id, taken_at, taken_by);
end $$;

-- Sites that were merged before have left their events behind.
do $$
declare
  merged record;
begin
  loop
    select s.id, s.merged_into_id as into_id into merged from site s
      where s.merged_into_id is not null and (
        exists (select from event e where e.site_id = s.id) or exists (select from event_feed f where f.site_id = s.id)
        or exists (select from event_import i where i.site_id = s.id))
      order by s.id limit 1;
    exit when not found;
    perform events_move(merged.id, merged.into_id, now(), 'kaiku');
  end loop;
end $$;
