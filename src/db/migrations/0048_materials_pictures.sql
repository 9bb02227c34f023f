-- What of the materials bank was learnt in use: small pictures of files, what was said of a material before, and files
-- that everyone could take once.

-- Made at the upload, from pictures and first pages. A list shows the tiny ones, which travel in the page itself.
alter table material_file
  add column thumbnail bytea check (length(thumbnail) between 1 and 12288),
  add column thumbnail_width smallint,
  add column thumbnail_height smallint,
  add column tiny bytea check (length(tiny) between 1 and 1536),
  add check (num_nonnulls(thumbnail, thumbnail_width, thumbnail_height, tiny) in (0, 4));
alter table material_file alter column thumbnail set storage external;

-- What was said of a material until somebody changed it: it can be brought back.
create table material_former (
  id integer generated always as identity primary key,
  material_id integer not null references material,
  facts jsonb not null,
  replaced_at timestamptz not null,
  replaced_by text not null
);
create index on material_former (material_id);

alter table material_former enable row level security;
alter table material_former force row level security;
do $$ begin
  execute format('create policy owner on material_former to %I using (true) with check (true)', current_user);
end $$;
create policy centre on material_former to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy area on material_former to kaiku_app
  using (exists (select from material m where m.id = material_id and m.area_id = (select visit_area())));
revoke update, delete on material_former from kaiku_app;

-- Whether everyone could once take what nobody may now. Of what never was public it says nothing, and its address is what
-- the file holds: whoever asks has held it.
create function material_file_is_gone(asked_digest bytea, asked_kind text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from material_file f join material m on m.id = f.material_id
    where f.digest = asked_digest and f.kind = asked_kind and m.published_at is not null
      and (f.removed_at >= m.published_at or m.withdrawn_at >= f.added_at))
$$;

create function material_is_gone(asked_id integer) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from material m where m.id = asked_id and m.withdrawn_at is not null)
$$;
