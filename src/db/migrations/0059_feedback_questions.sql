-- An area that answers feedback can ask the centre about it, inside. The writer never sees what is asked or replied.
alter table feedback add column asked_at timestamptz;
alter table feedback add check (asked_at is null or (area_id is not null and state in ('new', 'working')));
create index feedback_asked on feedback (asked_at) where asked_at is not null;
grant update (asked_at) on feedback to kaiku_app;

alter table feedback_message drop constraint feedback_message_author_check;
alter table feedback_message add constraint feedback_message_author_check
  check (author in ('writer', 'answerer', 'note', 'question', 'reply'));

-- A question is over with its thread: when the writer has been answered, or another keeps it.
create function feedback_question_ends() returns trigger language plpgsql as $$
begin
  if new.state not in ('new', 'working') or new.area_id is distinct from old.area_id then
    new.asked_at := null;
  end if;
  return new;
end $$;
create trigger feedback_question_ends before update on feedback for each row execute function feedback_question_ends();

drop policy answerers_write on feedback_message;
create policy answerers_write on feedback_message for insert to kaiku_app
  with check ((author in ('answerer', 'note') or (author = 'question' and (select visit_area()) is not null)
      or (author = 'reply' and (select visit_centre())))
    and exists (select from feedback f where f.id = feedback_id));

create or replace function feedback_said(by_hash bytea) returns table (author text, body text, written_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.author, m.body, m.written_at from feedback_message m join feedback f on f.id = m.feedback_id
  where f.secret_hash = by_hash and f.way <> 'none' and m.author in ('writer', 'answerer') order by m.id
$$;
