-- Templates of commitments, drafts that are made from them, and reminders of what waits for a signature.

-- The texts of a kind as the centre has changed them; the first version is the one that Kaiku ships, and has no row.
create table commitment_template (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('area', 'partnership', 'issuer', 'venue', 'pilot', 'pop-up')),
  version integer not null check (version > 1),
  -- `TemplateText` in src/commitment-templates/rules.ts.
  content jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  unique (kind, version)
);

-- What a draft was made from, whole: a template that changes later leaves the draft as it is.
create table commitment_draft (
  commitment_id integer primary key references commitment,
  -- `Template`, its fields not filled.
  template jsonb not null
);

-- Letters that remind a party to sign: none of a kind twice in a round, for the row and the letter are kept together.
create table commitment_reminder (
  id bigint generated always as identity primary key,
  commitment_id integer not null references commitment,
  party_id integer not null references commitment_party,
  round smallint not null,
  -- A week or a day before the last day for signing, or when a keeper asked for it.
  kind text not null check (kind in ('week', 'day', 'by-hand')),
  -- The last day for signing, or the day on which the keeper asked.
  due_on date not null,
  made_at timestamptz not null,
  made_by text not null,
  unique (party_id, round, kind, due_on)
);
create index on commitment_reminder (commitment_id);

alter table commitment_template enable row level security;
alter table commitment_template force row level security;
alter table commitment_draft enable row level security;
alter table commitment_draft force row level security;
alter table commitment_reminder enable row level security;
alter table commitment_reminder force row level security;
create policy owner on commitment_template to current_user using (true) with check (true);
create policy owner on commitment_draft to current_user using (true) with check (true);
create policy owner on commitment_reminder to current_user using (true) with check (true);

create policy centre on commitment_template to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy area_reads on commitment_template for select to kaiku_app
  using ((select visit_area()) is not null);
create policy keeper on commitment_draft to kaiku_app
  using (visit_keeps_commitment(commitment_id)) with check (visit_keeps_commitment(commitment_id));
create policy keeper on commitment_reminder to kaiku_app
  using (visit_keeps_commitment(commitment_id)) with check (visit_keeps_commitment(commitment_id));

revoke update, delete on commitment_template from kaiku_app;
revoke delete on commitment_draft from kaiku_app;
revoke update, delete on commitment_reminder from kaiku_app;
