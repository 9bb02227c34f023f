-- What an archive asks of a signed commitment: under which number it is recorded, how long it is kept, and what was
-- decided when that time was over. Nothing is removed by itself.

-- How long documents of a class are kept, by day: a new row is what holds from its first day on.
create table retention_class (
  id integer generated always as identity primary key,
  code text not null check (code ~ '^[a-z0-9-]+$'),
  name_fi text not null check (name_fi <> ''),
  name_sv text not null check (name_sv <> ''),
  name_en text not null check (name_en <> ''),
  -- After the end of what the document is about; null: permanently.
  years smallint check (years between 1 and 150),
  source_fi text not null check (source_fi <> ''),
  source_sv text not null check (source_sv <> ''),
  source_en text not null check (source_en <> ''),
  from_on date not null,
  unique (code, from_on)
);
insert into retention_class (code, name_fi, name_sv, name_en, years, source_fi, source_sv, source_en, from_on) values
  ('ten-years', '10 vuotta päättymisestä', '10 år efter slutet', '10 years after the end', 10,
    'Laki velan vanhentumisesta 728/2003 7 §: velka vanhentuu viimeistään 10 vuodessa',
    'Lagen om preskription av skulder 728/2003 7 §: en skuld preskriberas senast på 10 år',
    'Act on the limitation of debts 728/2003, section 7: a debt lapses in 10 years at the latest', '2026-01-01'),
  ('six-years', '6 vuotta päättymisestä', '6 år efter slutet', '6 years after the end', 6,
    'Kirjanpitolaki 1336/1997 2 luku 10 §: tosite säilytetään 6 vuotta',
    'Bokföringslagen 1336/1997 2 kap. 10 §: en verifikation bevaras i 6 år',
    'Accounting Act 1336/1997, chapter 2, section 10: a voucher is kept for 6 years', '2026-01-01'),
  ('permanent', 'Pysyvästi', 'Varaktigt', 'Permanently', null,
    'Arkistolaki 831/1994 8 §: Kansallisarkisto määrää pysyvästi säilytettävät',
    'Arkivlagen 831/1994 8 §: Riksarkivet bestämmer vad som bevaras varaktigt',
    'Archives Act 831/1994, section 8: the National Archives decide what is kept permanently', '2026-01-01');

-- Under which number, and in which class: the latest row is what holds, the others are its history.
create table archive_entry (
  id integer generated always as identity primary key,
  commitment_id integer not null references commitment,
  record_number text not null check (record_number <> '' and length(record_number) <= 80),
  retention_class text not null,
  made_at timestamptz not null,
  made_by text not null
);
create index on archive_entry (commitment_id);

-- What was decided when the time was over: disposed of outside this register, or kept longer.
create table archive_decision (
  id integer generated always as identity primary key,
  commitment_id integer not null references commitment,
  decision text not null check (decision in ('disposed', 'kept')),
  kept_until date,
  reason text not null check (reason <> '' and length(reason) <= 300),
  made_at timestamptz not null,
  made_by text not null,
  check ((decision = 'kept') = (kept_until is not null))
);
create index on archive_decision (commitment_id);

create function archive_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the history of the archive is append-only' using errcode = '42501';
end $$;
create trigger archive_entry_stays before update or delete on archive_entry
  for each row execute function archive_stays();
create trigger archive_decision_stays before update or delete on archive_decision
  for each row execute function archive_stays();

alter table retention_class enable row level security;
alter table retention_class force row level security;
alter table archive_entry enable row level security;
alter table archive_entry force row level security;
alter table archive_decision enable row level security;
alter table archive_decision force row level security;
create policy owner on retention_class to current_user using (true) with check (true);
create policy owner on archive_entry to current_user using (true) with check (true);
create policy owner on archive_decision to current_user using (true) with check (true);
create policy everyone_reads on retention_class for select to kaiku_app using (true);
create policy keeper on archive_entry to kaiku_app
  using (visit_keeps_commitment(commitment_id)) with check (visit_keeps_commitment(commitment_id));
create policy keeper on archive_decision to kaiku_app
  using (visit_keeps_commitment(commitment_id)) with check (visit_keeps_commitment(commitment_id));
revoke insert, update, delete, truncate on retention_class from kaiku_app;
revoke update, delete, truncate on archive_entry from kaiku_app;
revoke update, delete, truncate on archive_decision from kaiku_app;
