-- The texts of the public site. A content is a page of the list in src/pages/page-list-words.ts (its key), or a news item, a
-- story or a question that the centre has made (its slug). What a story tells, somebody has said: who may be told of it.
create table content (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('page', 'news', 'story', 'question')),
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 80),
  teller text check (teller in ('holder', 'issuer', 'site', 'area')),
  place text check (place <> ''),
  told_year smallint check (told_year between 2013 and 2199),
  source text check (source <> ''),
  leave_on date,
  leave_from text check (leave_from <> ''),
  made_at timestamptz not null,
  made_by text not null,
  unique (kind, key),
  check (kind = 'story' or num_nonnulls(teller, place, told_year, source, leave_on, leave_from) = 0),
  check ((leave_on is null) = (leave_from is null))
);

-- Every text as it was saved: nothing of it ever changes but whether it is shown. `plain` is the text without marks,
-- for searching. What is shown in a language is the version whose time came last, unless that was withdrawn.
create table content_version (
  id integer generated always as identity primary key,
  content_id integer not null references content,
  language text not null
    check (language in ('fi', 'sv', 'en', 'fi-simple', 'ar', 'ru', 'uk', 'so', 'se')),
  title text not null check (title <> ''),
  lead text not null,
  body text not null,
  plain text not null,
  status text not null check (status in ('draft', 'scheduled', 'published', 'withdrawn')),
  publish_at timestamptz,
  -- The Finnish version that it says the same as, and the text of the program that its writer had seen.
  translated_from integer references content_version,
  shipped_hash text,
  made_at timestamptz not null,
  made_by text not null,
  check ((publish_at is null) = (status = 'draft'))
);
create index content_version_shown on content_version (content_id, language, publish_at);
create index fk_content_version_translated_from on content_version (translated_from);

-- The texts that came with the program, as its latest start knew them: where people have written their own, an editor
-- sees that these have changed.
create table shipped_text (
  content_id integer not null references content,
  language text not null,
  title text not null,
  lead text not null,
  body text not null,
  hash text not null,
  shipped_at timestamptz not null,
  primary key (content_id, language)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['content', 'content_version', 'shipped_text'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
end $$;

-- No story is anyone's to read before somebody gave leave; no text before its time.
create policy everyone_reads on content for select to kaiku_app using (kind <> 'story' or leave_on is not null);
create policy everyone_reads on content_version for select to kaiku_app
  using (status <> 'draft' and publish_at <= now() and exists (select from content c where c.id = content_id));
create policy centre on content to kaiku_app using ((select visit_centre())) with check ((select visit_centre()));
create policy centre on content_version to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy centre on shipped_text for select to kaiku_app using ((select visit_centre()));

-- What was saved stays as it was: requests only say whether it is shown, and what is known of a story.
revoke update, delete on content, content_version from kaiku_app;
grant update (teller, place, told_year, source, leave_on, leave_from) on content to kaiku_app;
grant update (status, publish_at) on content_version to kaiku_app;
revoke insert, update, delete on shipped_text from kaiku_app;
