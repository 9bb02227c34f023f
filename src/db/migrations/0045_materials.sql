-- The materials bank: posters, guides and logos that others take and use, with their files.

create table material (
  id integer generated always as identity primary key,
  -- Null: for the whole country.
  area_id integer references area,
  title_fi text not null check (title_fi <> ''),
  title_sv text,
  title_en text,
  description_fi text not null check (description_fi <> ''),
  description_sv text,
  description_en text,
  -- Of what the files say, not of these words.
  languages text[] not null check (cardinality(languages) > 0
    and languages <@ array['fi', 'sv', 'en', 'fi-simple', 'ar', 'ru', 'uk', 'so', 'se']),
  audiences text[] not null check (cardinality(audiences) > 0
    and audiences <@ array['holders', 'issuers', 'venues', 'coordinators', 'media']),
  year smallint not null check (year between 2010 and 2100),
  licence text not null check (licence in ('cc-by', 'cc0', 'own')),
  -- Whose terms hold, where they are its own.
  terms text,
  alt_fi text,
  alt_sv text,
  alt_en text,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  withdrawn_at timestamptz check (withdrawn_at is null or published_at is not null),
  -- The newer edition that took its place.
  replaced_by_id integer references material,
  check (replaced_by_id <> id),
  check ((licence = 'own') = (terms is not null))
);

create index on material (area_id);
create index on material (replaced_by_id);

create table material_file (
  id integer generated always as identity primary key,
  material_id integer not null references material,
  kind text not null check (kind in ('pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpeg', 'webp', 'svg', 'txt', 'csv')),
  shown_name text not null check (shown_name <> '' and shown_name !~ '[/\\]' and length(shown_name) <= 120),
  digest bytea not null check (length(digest) = 32),
  bytes bytea not null check (length(bytes) between 1 and 10485760),
  size integer not null check (size = length(bytes)),
  -- Pixels, of a picture.
  width integer,
  height integer,
  added_at timestamptz not null,
  -- Taken away: it can be brought back for a month, and goes then.
  removed_at timestamptz,
  -- The file whose place it took.
  replaces_id integer references material_file on delete set null
);
create index on material_file (material_id);
create index on material_file (digest);
create index on material_file (replaces_id);

-- What is packed already would only cost time to pack again.
alter table material_file alter column bytes set storage external;

-- How often a material was taken: a number for each day and kind of file, and nothing of who took it.
create table material_download (
  material_id integer not null references material,
  kind text not null,
  taken_on date not null,
  times integer not null check (times > 0),
  primary key (material_id, kind, taken_on)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['material', 'material_file', 'material_download'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
end $$;

create policy everyone_reads on material for select to kaiku_app
  using (published_at is not null and withdrawn_at is null);
create policy centre on material to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy area on material to kaiku_app using (area_id = (select visit_area()));

-- A file is seen with its material; the inner question is asked by the right of whoever asks the outer one.
create policy everyone_reads on material_file for select to kaiku_app
  using (removed_at is null and exists (
    select from material m where m.id = material_id and m.published_at is not null and m.withdrawn_at is null));
create policy centre on material_file to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy area on material_file to kaiku_app
  using (exists (select from material m where m.id = material_id and m.area_id = (select visit_area())));

-- Everyone may see how often; counting is the program's own work.
create policy everyone_reads on material_download for select to kaiku_app using (true);

-- A material is withdrawn, never deleted: others have linked to it.
revoke delete on material, material_file from kaiku_app;
revoke insert, update, delete on material_download from kaiku_app;

-- One more for a file that everyone may take; what its keepers look at before is not counted.
create function count_download(taken_id integer, on_day date) returns void language sql security definer
set search_path = public, pg_temp as $$
  insert into material_download (material_id, kind, taken_on, times)
  select m.id, f.kind, on_day, 1 from material_file f join material m on m.id = f.material_id
  where f.id = taken_id and f.removed_at is null and m.published_at is not null and m.withdrawn_at is null
  on conflict (material_id, kind, taken_on) do update set times = material_download.times + 1
$$;
