-- Files that the installation has signed and issued. A file is evidence byte by byte, so its bytes are kept, and an earlier
-- one stays beside a later: what a party holds is always found here.

-- Every public key that ever signed (Ed25519, base64url): the seed of the present one is drawn from the key file.
create table signing_key (
  public_key text primary key check (public_key ~ '^[A-Za-z0-9_-]{43}$'),
  from_at timestamptz not null
);

create table signed_file (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('pdf', 'evidence', 'package')),
  commitment_id integer not null references commitment,
  -- Up to which event of the chain it tells.
  head_number integer not null check (head_number > 0),
  -- Of a paper: a language of the reader, which may be a translation.
  language text check (language in ('fi', 'sv', 'en')),
  public_key text not null references signing_key,
  issued_at timestamptz not null,
  sha256 bytea not null unique,
  body bytea not null check (octet_length(body) between 1 and 20000000),
  check (sha256 = sha256(body)),
  check ((kind = 'pdf') = (language is not null))
);
create index on signed_file (commitment_id);
create index on signed_file (public_key);
-- Each once for a state of the chain; a package is made as often as somebody asks, for what is known of it changes.
create unique index on signed_file (commitment_id, head_number, kind, language) nulls not distinct
  where kind <> 'package';

create function signed_file_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was issued is append-only' using errcode = '42501';
end $$;
create trigger signed_file_stays before update or delete on signed_file
  for each row execute function signed_file_stays();
create trigger signed_file_is_not_emptied before truncate on signed_file
  for each statement execute function signed_file_stays();
create trigger signing_key_stays before update or delete on signing_key
  for each row execute function signed_file_stays();
create trigger signing_key_is_not_emptied before truncate on signing_key
  for each statement execute function signed_file_stays();

-- What has become of a commitment since a file of it was issued. Only who holds the file knows the hash of its last event,
-- and nobody is named.
create function signed_file_since(of_commitment integer, of_head bytea)
returns table (state text, until_on date, ended_on date, is_latest boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.state, c.until_on, c.ended_on, c.head_hash = of_head
  from commitment c join commitment_event e on e.commitment_id = c.id
  where c.id = of_commitment and e.hash = of_head
$$;

alter table signing_key enable row level security;
alter table signing_key force row level security;
alter table signed_file enable row level security;
alter table signed_file force row level security;
create policy owner on signing_key to current_user using (true) with check (true);
create policy owner on signed_file to current_user using (true) with check (true);
create policy everyone_reads on signing_key for select to kaiku_app using (true);
-- Who sees the commitment gets its files; packages are for the archive of who keeps it.
create policy reader on signed_file for select to kaiku_app
  using (exists (select from commitment c where c.id = commitment_id)
    and (kind <> 'package' or visit_keeps_commitment(commitment_id)));
create policy issuer on signed_file for insert to kaiku_app
  with check (exists (select from commitment c where c.id = commitment_id and c.state = 'signed')
    and (kind <> 'package' or visit_keeps_commitment(commitment_id)));
revoke update, delete, truncate on signed_file from kaiku_app;
revoke insert, update, delete, truncate on signing_key from kaiku_app;
