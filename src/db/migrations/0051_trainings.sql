-- Trainings: what is held on a day, what can be watched at any time, or first the one and then the other. Signing up is no
-- matter of this table: others may tie their rows to a training's id.
create table training (
  id integer generated always as identity primary key,
  -- Who holds it: null for Kaikukeskus.
  area_id integer references area,
  title_fi text not null check (title_fi <> ''),
  title_sv text check (title_sv <> ''),
  title_en text check (title_en <> ''),
  description_fi text not null check (description_fi <> ''),
  description_sv text check (description_sv <> ''),
  description_en text check (description_en <> ''),
  -- A translation that was looked at before the Finnish changed is behind.
  finnish_changed_at timestamptz not null,
  sv_checked_at timestamptz not null,
  en_checked_at timestamptz not null,
  audiences text[] not null check (cardinality(audiences) > 0
    and audiences <@ array['issuers', 'venues', 'coordinators']),
  languages text[] not null check (cardinality(languages) > 0 and languages <@ array['fi', 'sv', 'en']),
  starts_at timestamptz,
  ends_at timestamptz check (ends_at > starts_at),
  is_remote boolean not null,
  place text check (place <> ''),
  seats integer check (seats between 1 and 5000),
  sign_up_url text check (sign_up_url <> ''),
  recording_url text check (recording_url <> ''),
  -- Minutes.
  recording_length smallint check (recording_length between 1 and 600),
  has_subtitles boolean not null,
  -- The same in words, for who cannot hear or watch it.
  text_url text check (text_url <> ''),
  cancelled_at timestamptz,
  cancelled_fi text check (cancelled_fi <> ''),
  cancelled_sv text check (cancelled_sv <> ''),
  cancelled_en text check (cancelled_en <> ''),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  check ((starts_at is null) = (ends_at is null)),
  check (starts_at is not null or recording_url is not null),
  check (starts_at is null or is_remote or place is not null),
  check (recording_url is not null or (num_nonnulls(recording_length, text_url) = 0 and not has_subtitles)),
  check ((cancelled_at is null) = (cancelled_fi is null)),
  check (cancelled_fi is not null or num_nonnulls(cancelled_sv, cancelled_en) = 0)
);
create index on training (area_id);
create index on training (ends_at);

alter table training enable row level security;
alter table training force row level security;
do $$
begin
  execute format('create policy owner on training to %I using (true) with check (true)', current_user);
end $$;

create policy everyone_reads on training for select to kaiku_app using (removed_at is null);
create policy centre on training to kaiku_app using ((select visit_centre())) with check ((select visit_centre()));
create policy area on training to kaiku_app using (area_id = (select visit_area()));
-- A training is taken off the page, never deleted: others have written its day down.
revoke delete on training from kaiku_app;

-- Whom a news item or a question is for; null is everyone, and of a question the cardholders.
alter table content add column audience text check (audience in ('issuers', 'venues', 'coordinators'));
alter table content add check (audience is null or kind in ('news', 'question'));
grant update (audience) on content to kaiku_app;
