-- A link to the signed files of a commitment, for who signed it by a link and has no account: it goes by mail to the very
-- address that the link to sign by went to. Looking at it uses nothing up, for mail is opened by scanners first; each
-- opening, by a button, ties it to that browser.
create table commitment_copy_link (
  id integer generated always as identity primary key,
  commitment_id integer not null references commitment,
  -- The link that was signed by.
  link_id integer not null unique references commitment_link,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at and expires_at <= made_at + interval '72 hours'),
  openings smallint not null default 0 check (openings between 0 and 5),
  bond_hash bytea unique check (octet_length(bond_hash) = 32),
  opened_at timestamptz,
  check ((bond_hash is null) = (opened_at is null) and (bond_hash is null) = (openings = 0))
);
create index on commitment_copy_link (commitment_id);

-- Whoever signs last makes the links of all; the database holds them to those who signed by a link.
create function commitment_copy_link_is_earned() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if new.openings <> 0 or not exists (
    select from commitment_link l join commitment c on c.id = l.commitment_id join commitment_party p on p.id = l.party_id
    where l.id = new.link_id and l.commitment_id = new.commitment_id and l.used_at is not null
      and c.state = 'signed' and l.round = c.round and p.signed_at is not null) then
    raise exception 'nobody signed by that link' using errcode = 'KC004';
  end if;
  return new;
end $$;
create trigger commitment_copy_link_is_earned before insert on commitment_copy_link
  for each row execute function commitment_copy_link_is_earned();

-- The copy link that this browser opened. Whether its time is over the program asks, whose clock it is.
create function visit_copy_link() returns commitment_copy_link language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  proven bytea := visit_proof('copy');
  held commitment_copy_link;
begin
  if proven is not null then
    select l.* into held from commitment_copy_link l where l.bond_hash = sha256(proven);
  end if;
  return held;
end $$;

-- What a copy link tells before it is opened: nothing of the text, and nobody's name or address.
create function commitment_copy_facts(of_token bytea)
returns table (id integer, commitment_id integer, party_id integer, party text, expires_at timestamptz, openings smallint)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.commitment_id, s.party_id, p.name, l.expires_at, l.openings
  from commitment_copy_link l join commitment_link s on s.id = l.link_id join commitment_party p on p.id = s.party_id
  where l.token_hash = sha256(of_token)
$$;

-- Ties the link to this browser and to no other that opened it before.
create function commitment_copy_opens(of_token bytea, of_bond bytea, at_instant timestamptz)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one commitment_copy_link;
begin
  select l.* into one from commitment_copy_link l where l.token_hash = sha256(of_token) for update;
  if one.id is null then return 'unknown'; end if;
  if one.expires_at <= at_instant then return 'expired'; end if;
  if one.openings >= 5 then return 'spent'; end if;
  update commitment_copy_link l set bond_hash = sha256(of_bond), opened_at = at_instant, openings = l.openings + 1
    where l.id = one.id;
  return 'opened';
end $$;

alter table commitment_copy_link enable row level security;
alter table commitment_copy_link force row level security;
create policy owner on commitment_copy_link to current_user using (true) with check (true);
create policy signer on commitment_copy_link for insert to kaiku_app
  with check (visit_keeps_commitment(commitment_id) or visit_is_partner(commitment_id));
create policy holder on commitment_copy_link for select to kaiku_app using (id = (select (visit_copy_link()).id));
revoke update, delete, truncate on commitment_copy_link from kaiku_app;

-- Its holder reads that one commitment, and with it its parties, events and signed files; and writes nothing but files
-- that say the same.
create policy copy on commitment for select to kaiku_app
  using (state = 'signed' and id = (select (visit_copy_link()).commitment_id));
