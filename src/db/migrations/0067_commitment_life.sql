-- The life of a signed commitment: notice and its withdrawal, an end that was agreed on, a later last day, a pilot that
-- becomes permanent, and who came in a party's place. An ended commitment never comes back.

-- How long before the end a notice is given, from a day on: a commitment keeps what held when it was sent.
create table commitment_term (
  from_on date primary key,
  notice_months smallint not null check (notice_months between 0 and 24),
  source text not null check (source <> '')
);
insert into commitment_term (from_on, notice_months, source)
values ('2020-01-01', 3, 'Kaikukannan oma valinta: docs/our-choices.md');

alter table commitment
  add notice_ends_on date,
  add notice_party_id integer references commitment_party,
  add agreed_ends_on date,
  add check ((notice_ends_on is null) = (notice_party_id is null)),
  add check (ended_on is not distinct from coalesce(agreed_ends_on, notice_ends_on));
create index on commitment (notice_party_id);

-- What has been told by letter, so that nothing is told twice: an event to the other parties, and that the last day comes
-- near, to those who keep the commitment and to its parties.
create table commitment_letter (
  id integer generated always as identity primary key,
  commitment_id integer not null references commitment,
  event_number integer,
  ends_on date,
  months smallint check (months > 0),
  audience text not null check (audience in ('keepers', 'parties')),
  letters smallint not null check (letters >= 0),
  sent_at timestamptz not null,
  unique nulls not distinct (commitment_id, event_number, ends_on, months, audience),
  check (num_nonnulls(event_number, ends_on) = 1 and (ends_on is null) = (months is null)),
  foreign key (commitment_id, event_number) references commitment_event (commitment_id, number)
);

-- The months of notice for a commitment that was sent on a day.
create function commitment_notice_months(sent_on date) returns integer language sql stable security definer
set search_path = public, pg_temp as $$
  select t.notice_months from commitment_term t where t.from_on <= sent_on order by t.from_on desc limit 1
$$;

-- Why an event of life cannot happen on a day; null when it can. The same as `lifeRefusal` in src/commitment-life/rules.ts:
-- a test plays random lives against both.
create function commitment_life_refusal(one commitment, party commitment_party, event text, details jsonb, today date)
returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ends_on date := (details ->> 'endsOn')::date;
  reason text := coalesce(details ->> 'reason', '');
  into_organisation integer := (details ->> 'organisation')::integer;
begin
  if least(one.until_on, one.ended_on) < today then return 'over'; end if;
  case event
    when 'notice' then
      if one.ended_on is not null then return 'ending-already'; end if;
      if ends_on is null or ends_on < (today + make_interval(
        months => commitment_notice_months((one.sent_at at time zone 'Europe/Helsinki')::date)))::date
      then return 'notice-short'; end if;
      if ends_on < one.from_on then return 'before-start'; end if;
      if ends_on >= one.until_on then return 'ends-anyway'; end if;
    when 'ended' then
      if one.agreed_ends_on is not null then return 'ending-already'; end if;
      if reason = '' then return 'reason-missing'; end if;
      if ends_on is null or ends_on < today then return 'day-past'; end if;
      if ends_on >= one.until_on then return 'ends-anyway'; end if;
    when 'notice-withdrawn' then
      if party.id is null then
        if one.agreed_ends_on is null then return 'not-ending'; end if;
      elsif one.agreed_ends_on is not null then return 'agreed-first';
      elsif one.notice_party_id is distinct from party.id then return 'not-ending'; end if;
    when 'extended' then
      if one.until_on is null then return 'no-end'; end if;
      if one.ended_on is not null then return 'ending-already'; end if;
      if reason = '' then return 'reason-missing'; end if;
      if coalesce((details ->> 'until')::date <= one.until_on, true) then return 'not-later'; end if;
    when 'made-permanent' then
      if one.kind <> 'pilot' then return 'not-a-pilot'; end if;
      if one.until_on is null then return 'no-end'; end if;
      if one.ended_on is not null then return 'ending-already'; end if;
      if not exists (select from area_membership m where m.area_id = one.area_id and m.phase = 'permanent'
        and coalesce(m.phase_until >= today, true)) then return 'area-not-permanent'; end if;
    when 'succeeded' then
      if not exists (select from organisation o where o.id = into_organisation and o.merged_into_id is null)
        or ((details ->> 'unit') is not null and not exists (select from issuing_unit u
          where u.id = (details ->> 'unit')::integer and u.organisation_id = into_organisation
            and u.merged_into_id is null))
        or ((details ->> 'site') is not null and not exists (select from site s
          where s.id = (details ->> 'site')::integer and s.organisation_id = into_organisation
            and s.merged_into_id is null))
      then return 'successor-missing'; end if;
      if (into_organisation, (details ->> 'unit')::integer, (details ->> 'site')::integer)
        is not distinct from (party.organisation_id, party.unit_id, party.site_id) then return 'same-party'; end if;
    else null;
  end case;
  return null;
end $$;

-- What an event does, as in 0053, and with what the life of a signed commitment asks.
create or replace function commitment_event_happens() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  one commitment;
  party commitment_party;
  said jsonb := new.text::jsonb;
  details jsonb := said -> 'details';
  happened_on date := (new.happened_at at time zone 'Europe/Helsinki')::date;
  refusal text;
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
  if one.state = 'signed' then
    refusal := commitment_life_refusal(one, party, new.kind, details, happened_on);
    if refusal is not null then
      raise exception 'a commitment cannot be % now: %', new.kind, refusal using errcode = 'KC005';
    end if;
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
    when 'notice' then
      one.notice_ends_on := (details ->> 'endsOn')::date;
      one.notice_party_id := party.id;
    when 'ended' then one.agreed_ends_on := (details ->> 'endsOn')::date;
    when 'notice-withdrawn' then
      if new.party_id is null then
        one.agreed_ends_on := null;
      else
        one.notice_ends_on := null;
        one.notice_party_id := null;
      end if;
    when 'extended' then one.until_on := (details ->> 'until')::date;
    when 'made-permanent' then one.until_on := null;
    when 'succeeded' then
      update commitment_party p set organisation_id = (details ->> 'organisation')::integer,
        unit_id = (details ->> 'unit')::integer, site_id = (details ->> 'site')::integer,
        name = details ->> 'name', business_id = details ->> 'businessId' where p.id = party.id;
  end case;
  -- What was agreed stands before a notice.
  one.ended_on := coalesce(one.agreed_ends_on, one.notice_ends_on);
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
    notice_ends_on = one.notice_ends_on, notice_party_id = one.notice_party_id, agreed_ends_on = one.agreed_ends_on,
    head_number = new.number, head_hash = new.hash, changed_at = new.happened_at where c.id = one.id;
  return new;
end $$;

-- A party takes its own notice back; all else of life is for those who keep the commitment.
drop policy partner on commitment_event;
create policy partner on commitment_event for insert to kaiku_app
  with check (visit_is_party(party_id) and kind in ('signed', 'declined', 'delegated', 'notice', 'notice-withdrawn')
    and (way is null or way = case when (visit_link()).id is null then 'account' else 'link' end));

alter table commitment_term enable row level security;
alter table commitment_term force row level security;
alter table commitment_letter enable row level security;
alter table commitment_letter force row level security;
create policy owner on commitment_term to current_user using (true) with check (true);
create policy owner on commitment_letter to current_user using (true) with check (true);
create policy everyone_reads on commitment_term for select to kaiku_app using (true);
create policy keeper on commitment_letter for select to kaiku_app using (visit_keeps_commitment(commitment_id));
revoke insert, update, delete on commitment_term from kaiku_app;
revoke insert, update, delete on commitment_letter from kaiku_app;
