-- What anyone tells or asks through the public form, and what is answered. Nobody's name, no address of a machine.
create table feedback (
  id integer generated always as identity primary key,
  -- The key file makes the writer's secret link out of the seed; from the database alone it cannot be made.
  seed bytea not null unique check (octet_length(seed) = 32),
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  about text not null check (about in ('site', 'card', 'website', 'accessibility', 'other')),
  language text not null check (language in ('fi', 'sv', 'en', 'fi-simple', 'ar', 'ru', 'uk', 'so', 'se')),
  way text not null check (way in ('none', 'link', 'email')),
  -- Emptied some time after the answer (lifetimes).
  email text check (length(email) between 3 and 254),
  municipality_id integer references municipality,
  site_id integer references site,
  -- Who answers; null is the centre.
  area_id integer references area,
  state text not null default 'new' check (state in ('new', 'working', 'answered', 'closed')),
  close_reason text check (close_reason in ('spam', 'handled', 'double', 'elsewhere')),
  -- The writer has used the one more turn that there is.
  written_again boolean not null default false,
  sent_at timestamptz not null,
  due_on date not null,
  -- When it was answered or closed.
  ended_at timestamptz,
  changed_at timestamptz not null,
  changed_by text,
  -- When its answerers heard of it, were reminded of its clock, and the centre heard that it had run out.
  told_at timestamptz,
  warned_at timestamptz,
  overdue_told_at timestamptz,
  check (way = 'email' or email is null),
  check ((state = 'closed') = (close_reason is not null)),
  check ((state in ('answered', 'closed')) = (ended_at is not null))
);
create index fk_feedback_municipality_id on feedback (municipality_id);
create index fk_feedback_site_id on feedback (site_id);
create index fk_feedback_area_id on feedback (area_id, due_on);
create index feedback_ended on feedback (ended_at) where ended_at is not null;

create table feedback_message (
  id integer generated always as identity primary key,
  feedback_id integer not null references feedback on delete cascade,
  -- A note is for those who answer; the writer never sees it.
  author text not null check (author in ('writer', 'answerer', 'note')),
  body text not null check (length(body) between 1 and 3000),
  written_at timestamptz not null,
  written_by text,
  check ((author = 'writer') = (written_by is null))
);
create index fk_feedback_message_feedback_id on feedback_message (feedback_id, id);

do $$
declare
  walled text;
begin
  foreach walled in array array['feedback', 'feedback_message'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
end $$;
revoke insert, update, delete on feedback, feedback_message from kaiku_app;
grant update (state, close_reason, ended_at, changed_at, changed_by) on feedback to kaiku_app;
grant insert on feedback_message to kaiku_app;

-- An area answers what is its own; the centre may answer all.
create policy centre on feedback to kaiku_app using ((select visit_centre())) with check ((select visit_centre()));
create policy area on feedback to kaiku_app
  using (area_id = (select visit_area())) with check (area_id = (select visit_area()));
create policy answerers_read on feedback_message for select to kaiku_app
  using (exists (select from feedback f where f.id = feedback_id));
create policy answerers_write on feedback_message for insert to kaiku_app
  with check (author in ('answerer', 'note') and exists (select from feedback f where f.id = feedback_id));

-- Which area a municipality is in on a day; none where it is in none.
create function feedback_area(of_municipality integer, of_site integer, on_day date) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select s.area_id from site s where s.id = of_site),
    (select m.area_id from area_membership m where m.municipality_id = of_municipality and m.phase <> 'ended'
      and daterange(m.phase_from, m.phase_until, '[]') @> on_day limit 1))
$$;
revoke execute on function feedback_area(integer, integer, date) from public;

-- Anyone may send; the same form sent twice is one. Returns its number, and whether it is new.
create function feedback_send(by_seed bytea, by_hash bytea, what text, in_language text, answer_way text, to_email text,
  of_municipality integer, of_site integer, said text, at timestamptz, on_day date, until_day date)
returns table (feedback_id integer, is_new boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made integer;
begin
  insert into feedback (seed, secret_hash, about, language, way, email, municipality_id, site_id, area_id, sent_at, due_on,
      changed_at)
    values (by_seed, by_hash, what, in_language, answer_way, to_email, of_municipality, of_site,
      feedback_area(of_municipality, of_site, on_day), at, until_day, at)
    on conflict do nothing returning id into made;
  if made is null then
    return query select f.id, false from feedback f where f.seed = by_seed;
  else
    insert into feedback_message (feedback_id, author, body, written_at) values (made, 'writer', said, at);
    return query select made, true;
  end if;
end $$;

-- What the secret link opens: never the notes, the address or the seed.
create function feedback_follow(by_hash bytea)
returns table (id integer, about text, way text, has_email boolean, state text, written_again boolean, due_on date,
  site_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.about, f.way, f.email is not null, f.state, f.written_again, f.due_on,
    (select s.name from site s where s.id = f.site_id)
  from feedback f where f.secret_hash = by_hash and f.way <> 'none'
$$;
create function feedback_said(by_hash bytea) returns table (author text, body text, written_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.author, m.body, m.written_at from feedback_message m join feedback f on f.id = m.feedback_id
  where f.secret_hash = by_hash and f.way <> 'none' and m.author <> 'note' order by m.id
$$;

-- The one more turn of the writer. What had been answered waits again.
create function feedback_write_again(by_hash bytea, said text, at timestamptz, until_day date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_id integer;
  was text;
begin
  select f.id, f.state into found_id, was from feedback f
    where f.secret_hash = by_hash and f.way <> 'none' and f.state <> 'closed' and not f.written_again for update;
  if found_id is null then
    return false;
  end if;
  insert into feedback_message (feedback_id, author, body, written_at) values (found_id, 'writer', said, at);
  update feedback f set written_again = true, changed_at = at, told_at = null where f.id = found_id;
  if was = 'answered' then
    update feedback f set state = 'new', ended_at = null, due_on = until_day, warned_at = null, overdue_told_at = null
      where f.id = found_id;
  end if;
  return true;
end $$;

-- To another area, or to the centre (null): by those who keep it now, who may then see it no more.
create function feedback_move(moved integer, to_area integer, at timestamptz, by_actor text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update feedback f set area_id = to_area, state = 'new', changed_at = at, changed_by = by_actor, told_at = null
    where f.id = moved and f.state in ('new', 'working') and f.area_id is distinct from to_area
      and (visit_centre() or f.area_id = visit_area());
  return found;
end $$;
