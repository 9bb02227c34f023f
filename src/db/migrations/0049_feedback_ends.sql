-- A thread that nobody goes on with ends by itself, so that no address is kept without an end. Its writer is told so.
alter table feedback drop constraint feedback_close_reason_check;
alter table feedback add constraint feedback_close_reason_check
  check (close_reason in ('spam', 'handled', 'double', 'elsewhere', 'quiet'));
alter table feedback add constraint feedback_quiet_without_email check (close_reason <> 'quiet' or email is null);

-- Lists are read page by page: what waits by its day, what has ended from the newest.
create index feedback_waiting on feedback (due_on, about, id) where state in ('new', 'working');
drop index feedback_ended;
create index feedback_ended on feedback (state, ended_at, id) where ended_at is not null;

-- The writer also hears that nobody closed it, and sees each text in the language of the form that it came from.
drop function feedback_follow(bytea);
create function feedback_follow(by_hash bytea)
returns table (id integer, about text, way text, language text, has_email boolean, state text, is_quiet boolean,
  written_again boolean, due_on date, site_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.about, f.way, f.language, f.email is not null, f.state, coalesce(f.close_reason = 'quiet', false),
    f.written_again, f.due_on, (select s.name from site s where s.id = f.site_id)
  from feedback f where f.secret_hash = by_hash and f.way <> 'none'
$$;
