-- Signing a commitment: whom its letters go to, and the papers that were signed by hand.

-- The addresses of each party of a commitment: the signatory's own when one is named, else those of who can sign there.
-- `language` is that of the reader's own account, null where there is none. A partner that declines has the others told
-- whose contact persons it may not read, so the database looks them up: for the parties and keepers of that commitment.
create function commitment_readers(of_commitment integer)
returns table (party_id integer, email text, language text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_setting('role', true) = 'kaiku_app'
    and not visit_keeps_commitment(of_commitment) and not visit_is_partner(of_commitment) then
    return;
  end if;
  return query
    with party as (
      select p.*, c.area_id from commitment_party p join commitment c on c.id = p.commitment_id
      where p.commitment_id = of_commitment
    ), named as (
      select p.id, p.signatory_email as address from party p where p.signatory_email is not null
    ), kept as (
      select p.id, a.email as address from party p
        join account_role r on r.ended_at is null and case p.side when 'centre' then r.role = 'centre'
          else p.side in ('area', 'county', 'municipality') and r.role = 'coordinator' and r.area_id = p.area_id end
        join account a on a.id = r.account_id and a.ended_at is null
      where p.signatory_email is null
    ), contacts as (
      select p.id, k.email as address from party p join contact_person k on k.ended_at is null and k.email is not null
        and case when p.unit_id is not null then k.unit_id = p.unit_id
          when p.site_id is not null then k.site_id = p.site_id
          else k.organisation_id = p.organisation_id end
      where p.signatory_email is null and p.side in ('issuer', 'venue', 'culture')
    ), staff as (
      -- Who can sign with an account; and where nobody is named, whoever works there.
      select p.id, a.email as address from party p
        join account_role r on r.ended_at is null and (
          (r.role = 'issuer' and r.unit_id in (select u.id from issuing_unit u
            where case when p.unit_id is not null then u.id = p.unit_id else u.organisation_id = p.organisation_id end))
          or (r.role = 'venue' and r.site_id in (select s.id from site s
            where case when p.site_id is not null then s.id = p.site_id else s.organisation_id = p.organisation_id end)))
        join account a on a.id = r.account_id and a.ended_at is null
      where p.signatory_email is null and p.side in ('issuer', 'venue', 'culture')
        and (p.way = 'account' or not exists (select from contacts k where k.id = p.id))
    ), found as (
      select * from named union all select * from kept union all select * from contacts union all select * from staff
    )
    select distinct on (f.id, lower(f.address)) f.id, f.address, a.language
    from found f left join account a on lower(a.email) = lower(f.address) and a.ended_at is null
    order by f.id, lower(f.address);
end $$;

-- A paper that was signed by hand, as the keeper took it in: a file that was checked and cleaned before.
create table commitment_scan (
  id integer generated always as identity primary key,
  commitment_id integer not null references commitment,
  party_id integer not null references commitment_party,
  -- The round that it is a signature of: a commitment that is sent again is signed again.
  round smallint not null,
  kind text not null check (kind in ('pdf', 'jpeg', 'png')),
  bytes bytea not null check (octet_length(bytes) between 1 and 10485760),
  -- What the signature in the chain names.
  hash bytea not null check (hash = sha256(bytes)),
  taken_in_by text not null,
  taken_in_at timestamptz not null,
  unique (party_id, round)
);
create index on commitment_scan (commitment_id);

alter table commitment_scan enable row level security;
alter table commitment_scan force row level security;
create policy owner on commitment_scan to current_user using (true) with check (true);
create policy keeper on commitment_scan to kaiku_app
  using (visit_keeps_commitment(commitment_id)) with check (visit_keeps_commitment(commitment_id));
create policy reader on commitment_scan for select to kaiku_app
  using (exists (select from commitment c where c.id = commitment_id));
revoke update, delete, truncate on commitment_scan from kaiku_app;
