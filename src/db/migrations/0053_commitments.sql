-- Partnership commitments (kumppanuussitoumukset): what two or three parties agree on, who signed it and in which right.
-- What happens to a commitment is a chain of events, each tied to the one before it; the state of the commitment follows
-- from them by the trigger below and in no other way.

create table commitment (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('area', 'partnership', 'issuer', 'venue', 'pilot', 'pop-up')),
  -- Whose coordinators keep it: null for the centre's own, such as a pop-up outside every area.
  area_id integer references area,
  state text not null default 'draft'
    check (state in ('draft', 'waiting', 'signed', 'declined', 'expired', 'cancelled')),
  -- The version of the operating model that is committed to.
  model_number integer not null check (model_number > 0),
  binding_language text not null check (binding_language in ('fi', 'sv', 'en')),
  -- What is agreed, in three languages (`Content` in src/commitments/rules.ts). It can change while it is a draft.
  content jsonb not null,
  -- What was sent to be signed, with the parties, frozen: its SHA-256 is what each signature is of.
  document jsonb,
  version_hash bytea check (octet_length(version_hash) = 32),
  from_on date not null,
  -- Null: until further notice.
  until_on date check (until_on >= from_on),
  -- The last day for signing.
  answer_until date not null,
  -- The day on which it ends before its time, by notice or by agreement.
  ended_on date,
  earlier_id integer references commitment,
  -- How many times it has been sent.
  round smallint not null default 0,
  head_number integer not null default 0,
  head_hash bytea not null default decode(repeat('00', 32), 'hex') check (octet_length(head_hash) = 32),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  sent_at timestamptz,
  signed_at timestamptz,
  check ((document is null) = (version_hash is null)),
  check (state not in ('waiting', 'signed') or document is not null),
  check ((state = 'signed') = (signed_at is not null)),
  check (ended_on is null or signed_at is not null)
);
create index on commitment (area_id);
create index on commitment (earlier_id);
create index on commitment (state);

create table commitment_party (
  id integer generated always as identity primary key,
  commitment_id integer not null references commitment,
  position smallint not null check (position between 1 and 3),
  side text not null
    check (side in ('centre', 'area', 'county', 'municipality', 'issuer', 'venue', 'culture')),
  -- Whose people may sign and read it here: null for a party that the register has no organisation for.
  organisation_id integer references organisation,
  unit_id integer references issuing_unit,
  site_id integer references site,
  name text not null check (name <> ''),
  business_id text check (business_id <> ''),
  -- Whom the link goes to, when the party signs by one.
  signatory_name text check (signatory_name <> ''),
  signatory_title text check (signatory_title <> ''),
  signatory_email text check (signatory_email <> ''),
  way text not null check (way in ('account', 'link', 'paper')),
  signed_at timestamptz,
  -- Who signed with an account, so that nobody signs for two.
  signed_by uuid,
  unique (commitment_id, position),
  check (way <> 'link' or num_nonnulls(signatory_name, signatory_email) = 2)
);
create index on commitment_party (organisation_id);
create index on commitment_party (unit_id);
create index on commitment_party (site_id);

create table commitment_event (
  id bigint generated always as identity primary key,
  commitment_id integer not null references commitment,
  number integer not null,
  kind text not null check (kind in ('sent', 'signed', 'declined', 'delegated', 'withdrawn', 'expired', 'reopened',
    'cancelled', 'notice', 'notice-withdrawn', 'extended', 'made-permanent', 'succeeded', 'ended')),
  party_id integer references commitment_party,
  -- How it was signed.
  way text check (way in ('account', 'link', 'paper')),
  actor text not null,
  happened_at timestamptz not null,
  -- The event as it is chained: canonical JSON (RFC 8785) that holds the columns above and the details.
  text text not null,
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  unique (commitment_id, number),
  check ((kind = 'signed') = (way is not null)),
  check (kind not in ('signed', 'declined', 'delegated', 'notice', 'succeeded') or party_id is not null)
);
create index on commitment_event (party_id);

-- A link to sign by, for somebody without an account: 72 hours, once, bound to the address that it was sent to. It opens
-- with a code that the coordinator tells the signatory some other way; what opens it ties it to that browser.
create table commitment_link (
  id integer generated always as identity primary key,
  commitment_id integer not null references commitment,
  party_id integer not null references commitment_party,
  -- The round in which it was made: a commitment that is sent again needs new links.
  round smallint not null,
  email text not null,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  wrong_codes smallint not null default 0,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  bond_hash bytea unique check (octet_length(bond_hash) = 32),
  opened_at timestamptz,
  used_at timestamptz,
  ended_at timestamptz,
  check ((bond_hash is null) = (opened_at is null))
);
create index on commitment_link (commitment_id);
create index on commitment_link (party_id);

-- The link whose code this browser gave. Whether its time is over the program asks, whose clock it is.
create function visit_link() returns commitment_link language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  proven bytea := visit_proof('link');
  held commitment_link;
begin
  if proven is not null then
    select l.* into held from commitment_link l where l.bond_hash = sha256(proven) and l.ended_at is null;
  end if;
  return held;
end $$;

-- The organisation that the unit or site of whoever is acting belongs to.
create function visit_organisation() returns integer language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  held account_role := visit_role();
begin
  return case held.role
    when 'issuer' then (select u.organisation_id from issuing_unit u where u.id = held.unit_id)
    when 'venue' then (select s.organisation_id from site s where s.id = held.site_id) end;
end $$;

create function visit_keeps_commitment(of_commitment integer) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return visit_centre() or exists (select from commitment c where c.id = of_commitment and c.area_id = visit_area());
end $$;

-- Whether whoever is acting is of that party: its organisation's people, or who holds its link.
create function visit_is_party(of_party integer) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  one commitment_party;
begin
  select p.* into one from commitment_party p where p.id = of_party;
  return coalesce(one.organisation_id = visit_organisation() or one.id = (visit_link()).party_id, false);
end $$;

create function visit_is_partner(of_commitment integer) returns boolean language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return exists (select from commitment_party p
    where p.commitment_id = of_commitment and visit_is_party(p.id));
end $$;

-- What an event does. It is the next in the chain, it says of itself what its columns say, and the state allows it.
create function commitment_event_happens() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  one commitment;
  party commitment_party;
  said jsonb := new.text::jsonb;
  details jsonb := said -> 'details';
  happened_on date := (new.happened_at at time zone 'Europe/Helsinki')::date;
begin
  select c.* into strict one from commitment c where c.id = new.commitment_id for update;
  if new.number <> one.head_number + 1 or new.previous_hash <> one.head_hash
    or new.hash <> sha256(new.previous_hash || convert_to(new.text, 'UTF8')) then
    raise exception 'the event is not the next in its chain' using errcode = 'KC001';
  end if;
  if (said ->> 'commitment')::integer is distinct from new.commitment_id
    or (said ->> 'number')::integer is distinct from new.number
    or said ->> 'kind' is distinct from new.kind or said ->> 'actor' is distinct from new.actor
    or (said ->> 'at')::timestamptz is distinct from new.happened_at
    or (said ->> 'party')::integer is distinct from new.party_id
    or details ->> 'way' is distinct from coalesce(new.way, details ->> 'way') then
    raise exception 'the event does not say what its columns say' using errcode = 'KC001';
  end if;
  if new.party_id is not null then
    select p.* into party from commitment_party p where p.id = new.party_id;
    if party.commitment_id <> new.commitment_id then
      raise exception 'the party is of another commitment' using errcode = 'KC002';
    end if;
  end if;
  if not (case new.kind
      when 'sent' then one.state = 'draft' and one.document is not null
      when 'cancelled' then one.state in ('draft', 'declined', 'expired')
      when 'reopened' then one.state in ('declined', 'expired', 'cancelled')
      when 'expired' then one.state = 'waiting' and happened_on > one.answer_until
      when 'withdrawn' then one.state = 'waiting'
      when 'signed' then one.state = 'waiting' and happened_on <= one.answer_until and party.signed_at is null
      when 'declined' then one.state = 'waiting' and party.signed_at is null
      when 'delegated' then one.state = 'waiting' and party.signed_at is null
      else one.state = 'signed' end) then
    raise exception 'a commitment that is % cannot be %', one.state, new.kind using errcode = 'KC002';
  end if;
  if new.kind = 'sent' and details -> 'document' is distinct from one.document then
    raise exception 'it is another text that was sent' using errcode = 'KC003';
  end if;
  if new.kind in ('sent', 'signed')
    and decode(coalesce(details ->> 'version', ''), 'hex') is distinct from one.version_hash then
    raise exception 'it is another text that was signed' using errcode = 'KC003';
  end if;

  case new.kind
    when 'sent' then
      if (select count(*) from commitment_party p where p.commitment_id = one.id) < 2 then
        raise exception 'a commitment has two parties or three' using errcode = 'KC002';
      end if;
      one.state := 'waiting';
      one.round := one.round + 1;
      one.sent_at := new.happened_at;
    when 'signed' then
      update commitment_party p set signed_at = new.happened_at,
        signed_by = case when new.way = 'account' then (details ->> 'account')::uuid end where p.id = party.id;
      if new.way = 'link' then
        update commitment_link l set used_at = new.happened_at where l.id = (details ->> 'link')::integer
          and l.party_id = party.id and l.round = one.round and l.used_at is null and l.ended_at is null
          and l.bond_hash is not null and l.expires_at > new.happened_at;
        if not found then
          raise exception 'the link is used or over' using errcode = 'KC004';
        end if;
      end if;
      if not exists (select from commitment_party p where p.commitment_id = one.id and p.signed_at is null) then
        one.state := 'signed';
        one.signed_at := new.happened_at;
      end if;
    when 'declined' then one.state := 'declined';
    when 'expired' then one.state := 'expired';
    when 'cancelled' then one.state := 'cancelled';
    when 'withdrawn', 'reopened' then one.state := 'draft';
    when 'delegated' then
      update commitment_party p set way = details ->> 'way', signatory_name = details ->> 'name',
        signatory_title = details ->> 'title', signatory_email = details ->> 'email' where p.id = party.id;
    when 'notice', 'ended' then one.ended_on := (details ->> 'endsOn')::date;
    when 'notice-withdrawn' then one.ended_on := null;
    when 'extended' then one.until_on := (details ->> 'until')::date;
    when 'made-permanent' then one.until_on := null;
    when 'succeeded' then
      update commitment_party p set organisation_id = (details ->> 'organisation')::integer,
        name = details ->> 'name', business_id = details ->> 'businessId' where p.id = party.id;
  end case;
  if one.state = 'draft' then
    update commitment_party p set signed_at = null, signed_by = null where p.commitment_id = one.id;
    one.document := null;
    one.version_hash := null;
  end if;
  -- No link outlives its round, nor the decline or the hand-over of its party.
  if one.state <> 'waiting' or new.kind = 'delegated' then
    update commitment_link l set ended_at = new.happened_at where l.commitment_id = one.id and l.ended_at is null
      and l.used_at is null and (new.kind <> 'delegated' or l.party_id = party.id);
  end if;
  update commitment c set state = one.state, round = one.round, sent_at = one.sent_at, signed_at = one.signed_at,
    document = one.document, version_hash = one.version_hash, until_on = one.until_on, ended_on = one.ended_on,
    head_number = new.number, head_hash = new.hash, changed_at = new.happened_at where c.id = one.id;
  return new;
end $$;
create trigger commitment_event_happens before insert on commitment_event
  for each row execute function commitment_event_happens();

create function commitment_event_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a commitment is append-only' using errcode = '42501';
end $$;
create trigger commitment_event_stays before update or delete on commitment_event
  for each row execute function commitment_event_stays();
create trigger commitment_event_is_not_emptied before truncate on commitment_event
  for each statement execute function commitment_event_stays();

-- By hand a draft changes, and nothing else: the rest follows from events.
create function commitment_changes() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() > 1 then
    return new;
  end if;
  if old.state <> 'draft' or row(new.state, new.round, new.head_number, new.head_hash, new.sent_at, new.signed_at,
      new.ended_on) is distinct from row(old.state, old.round, old.head_number, old.head_hash, old.sent_at,
      old.signed_at, old.ended_on) then
    raise exception 'a commitment moves by its events' using errcode = 'KC002';
  end if;
  return new;
end $$;
create trigger commitment_changes before update on commitment
  for each row execute function commitment_changes();

create function commitment_party_changes() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() > 1 then
    return coalesce(new, old);
  end if;
  if coalesce(new.signed_at, old.signed_at) is not null
    or (select c.state from commitment c where c.id = coalesce(new.commitment_id, old.commitment_id)) <> 'draft' then
    raise exception 'the parties of what was sent move by its events' using errcode = 'KC002';
  end if;
  return coalesce(new, old);
end $$;
create trigger commitment_party_changes before insert or update or delete on commitment_party
  for each row execute function commitment_party_changes();

-- What a link tells before its code is given: whom it is from, and whether it still works.
create function commitment_link_facts(of_token bytea)
returns table (id integer, commitment_id integer, party_id integer, party text, email text, kind text, state text,
  is_current boolean, expires_at timestamptz, wrong_codes smallint, used_at timestamptz, ended_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.commitment_id, l.party_id, p.name, l.email, c.kind, c.state, l.round = c.round, l.expires_at,
    l.wrong_codes, l.used_at, l.ended_at
  from commitment_link l join commitment c on c.id = l.commitment_id join commitment_party p on p.id = l.party_id
  where l.token_hash = sha256(of_token)
$$;

-- Gives a code: the right one ties the link to this browser and to no other that opened it before. After five wrong ones
-- the link is over, whoever tried.
create function commitment_link_opens(of_token bytea, of_code bytea, of_bond bytea, at_instant timestamptz)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one commitment_link;
begin
  select l.* into one from commitment_link l where l.token_hash = sha256(of_token) for update;
  if one.id is null then return 'unknown'; end if;
  if one.used_at is not null then return 'used'; end if;
  if one.ended_at is not null then return 'ended'; end if;
  if one.expires_at <= at_instant then return 'expired'; end if;
  if one.code_hash <> of_code then
    update commitment_link l set wrong_codes = l.wrong_codes + 1,
      ended_at = case when l.wrong_codes >= 4 then at_instant end where l.id = one.id;
    return 'wrong-code';
  end if;
  update commitment_link l set bond_hash = sha256(of_bond), opened_at = at_instant where l.id = one.id;
  return 'opened';
end $$;

alter table commitment enable row level security;
alter table commitment force row level security;
alter table commitment_party enable row level security;
alter table commitment_party force row level security;
alter table commitment_event enable row level security;
alter table commitment_event force row level security;
alter table commitment_link enable row level security;
alter table commitment_link force row level security;
create policy owner on commitment to current_user using (true) with check (true);
create policy owner on commitment_party to current_user using (true) with check (true);
create policy owner on commitment_event to current_user using (true) with check (true);
create policy owner on commitment_link to current_user using (true) with check (true);

create policy centre on commitment to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy area on commitment to kaiku_app
  using (area_id = (select visit_area())) with check (area_id = (select visit_area()));
-- A partner sees what it was sent, and nothing of drafts.
create policy partner on commitment for select to kaiku_app
  using (state not in ('draft', 'cancelled') and visit_is_partner(id));

create policy keeper on commitment_party to kaiku_app
  using (visit_keeps_commitment(commitment_id)) with check (visit_keeps_commitment(commitment_id));
create policy partner on commitment_party for select to kaiku_app
  using (exists (select from commitment c where c.id = commitment_id));

create policy reader on commitment_event for select to kaiku_app
  using (exists (select from commitment c where c.id = commitment_id));
-- A keeper writes what happens and takes paper in; a signature is its own party's. Who keeps an area signs for its
-- county, its municipality and the area; the centre for itself.
create policy keeper on commitment_event for insert to kaiku_app
  with check (visit_keeps_commitment(commitment_id) and (way is null or way = 'paper'));
create policy keeper_signs on commitment_event for insert to kaiku_app
  with check (way = 'account' and visit_keeps_commitment(commitment_id) and exists (
    select from commitment_party p where p.id = party_id and case when visit_centre() then p.side = 'centre'
      else p.side in ('area', 'county', 'municipality') end));
create policy partner on commitment_event for insert to kaiku_app
  with check (visit_is_party(party_id) and kind in ('signed', 'declined', 'delegated', 'notice')
    and (way is null or way = case when (visit_link()).id is null then 'account' else 'link' end));

create policy keeper on commitment_link to kaiku_app
  using (visit_keeps_commitment(commitment_id)) with check (visit_keeps_commitment(commitment_id));
create policy holder on commitment_link for select to kaiku_app using (id = (visit_link()).id);

revoke delete on commitment from kaiku_app;
revoke update, delete, truncate on commitment_event from kaiku_app;
revoke update on commitment_link from kaiku_app;
grant update (ended_at) on commitment_link to kaiku_app;
