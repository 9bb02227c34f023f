-- How the public comes to an issuing unit: an office's own door, number and page, never a person's.
create table unit_contact (
  unit_id integer primary key references issuing_unit,
  street text check (length(street) between 1 and 200),
  phone text check (length(phone) between 3 and 40),
  url text check (url ~ '^https://' and length(url) <= 500),
  note_fi text check (length(note_fi) between 1 and 300),
  note_sv text check (length(note_sv) between 1 and 300),
  note_en text check (length(note_en) between 1 and 300),
  changed_at timestamptz not null,
  changed_by text not null
);

alter table unit_contact enable row level security;
alter table unit_contact force row level security;
do $$
begin
  execute format('create policy owner on unit_contact to %I using (true) with check (true)', current_user);
end $$;
-- A shelter is no public unit: where it is stays with those who keep it, whatever a query asks for.
create policy everyone_reads_shown on unit_contact for select to kaiku_app using (exists (
  select from issuing_unit u where u.id = unit_id and u.is_public and u.state = 'active'));
create policy centre on unit_contact to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy unit on unit_contact to kaiku_app
  using (unit_id = any((select visit_kept_units())::integer[]));
create policy own_unit on unit_contact to kaiku_app using (unit_id = (select visit_unit()));
revoke delete on unit_contact from kaiku_app;
