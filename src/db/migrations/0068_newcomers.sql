-- A unit's and a site's way in: somebody asks, the keepers of the area (or the centre) answer, and what is done after that
-- is seen from the register itself.

-- Sent by anyone from a public page: a person who asks in their work, for a place that wants to give cards or take them.
create table place_request (
  id integer generated always as identity primary key,
  -- Drawn from what it says: what is sent twice is one.
  form_key uuid not null unique,
  kind text not null check (kind in ('unit', 'site')),
  place_name text not null check (place_name <> ''),
  organisation text not null check (organisation <> ''),
  municipality_id integer not null references municipality,
  sender_name text check (sender_name <> ''),
  sender_email text check (sender_email <> ''),
  message text check (message <> ''),
  language text not null check (language in ('fi', 'sv', 'en')),
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'declined')),
  -- What it became: one request brings a place in.
  unit_id integer unique references issuing_unit,
  site_id integer unique references site,
  decline_reason text check (decline_reason <> ''),
  answered_at timestamptz,
  answered_by text,
  -- When whoever answers was told of it.
  told_at timestamptz,
  check (num_nonnulls(unit_id, site_id) = (state = 'accepted')::integer),
  check (unit_id is null or kind = 'unit'),
  check (site_id is null or kind = 'site'),
  check ((state = 'asked') = (answered_at is null)),
  check ((answered_at is null) = (answered_by is null)),
  check (decline_reason is null or state = 'declined'),
  check ((sender_name is null) = (sender_email is null))
);
create index on place_request (municipality_id);

-- That whoever asked was written to of a step that waits for them: once a step.
create table newcomer_reminder (
  request_id integer not null references place_request,
  step text not null check (step in ('account', 'induction', 'cards', 'desk')),
  sent_at timestamptz not null,
  primary key (request_id, step)
);

-- What the register has of a newcomer's steps: days, and whose turn it is. No name of anybody. What was so at any time since
-- the answer stays done: that a commitment or an induction ends later is told in its own room.
create function newcomer_days(of_unit integer, of_site integer, at_instant timestamptz) returns jsonb
language sql stable set search_path = public, pg_temp as $$
  with asked as (
    select r.id, r.kind, (r.asked_at at time zone 'Europe/Helsinki')::date as asked_on,
      (r.answered_at at time zone 'Europe/Helsinki')::date as since,
      (at_instant at time zone 'Europe/Helsinki')::date as today,
      coalesce(u.organisation_id, t.organisation_id) as organisation_id, u.state as unit_state,
      coalesce((q.answered_at at time zone 'Europe/Helsinki')::date, (r.answered_at at time zone 'Europe/Helsinki')::date)
        as approved_on
    from place_request r
    left join issuing_unit u on u.id = r.unit_id
    left join site t on t.id = r.site_id
    left join issuer_request q on q.unit_id = r.unit_id
    where r.unit_id = of_unit or r.site_id = of_site
  ), covering as (
    select c.id, c.state, c.from_on, c.until_on, c.ended_on, q.signed_at as own_signed_at,
      (c.signed_at at time zone 'Europe/Helsinki')::date as signed_on,
      (c.sent_at at time zone 'Europe/Helsinki')::date as sent_on
    from asked a
    join commitment_party q on q.organisation_id = a.organisation_id
      and party_covers(q, a.organisation_id, of_unit, of_site)
    join commitment c on c.id = q.commitment_id and c.state in ('waiting', 'signed')
    where coalesce(c.until_on, 'infinity') >= a.since and coalesce(c.ended_on, 'infinity') >= a.since
  ), waiting as (
    select id, sent_on, own_signed_at is null as is_ours from covering where state = 'waiting'
    order by own_signed_at is null desc, id desc limit 1
  ), people as (
    select r.account_id, r.role, (r.created_at at time zone 'Europe/Helsinki')::date as came_on,
      r.ended_at is null and k.ended_at is null as stands
    from asked a
    join account_role r on (r.role = 'issuer' and r.unit_id = of_unit) or (r.role = 'venue' and r.site_id = of_site)
    join account k on k.id = r.account_id
    where r.ended_at is null or (r.ended_at at time zone 'Europe/Helsinki')::date >= a.since
  ), invited as (
    select max((i.invited_at at time zone 'Europe/Helsinki')::date) as invited_on from invitation i
    where i.accepted_at is null and i.withdrawn_at is null and i.expires_at > at_instant
      and ((i.role = 'issuer' and i.unit_id = of_unit) or (i.role = 'venue' and i.site_id = of_site))
  ), latest_order as (
    select o.state, (o.changed_at at time zone 'Europe/Helsinki')::date as changed_on from card_order o
    where o.unit_id = of_unit order by o.asked_at desc, o.id desc limit 1
  )
  select jsonb_build_object(
    'kind', a.kind, 'askedOn', a.asked_on, 'answeredOn', a.since,
    'unitState', a.unit_state, 'approvedOn', case when a.unit_state = 'active' then a.approved_on end,
    'committedOn', (select min(greatest(c.from_on, c.signed_on)) from covering c
      where c.state = 'signed' and c.from_on <= a.today),
    'bindsFrom', (select min(c.from_on) from covering c where c.state = 'signed' and c.from_on > a.today),
    'waitingId', (select id from waiting), 'sentOn', (select sent_on from waiting),
    'isOursToSign', coalesce((select is_ours from waiting), false),
    'accountOn', (select min(came_on) from people), 'hasAccount', coalesce((select bool_or(stands) from people), false),
    'invitedOn', (select invited_on from invited),
    'inductionOn', (select min(i.done_on) from people p
      join induction i on i.account_id = p.account_id and i.role = p.role
      join lateral (select valid_months from induction_policy where valid_from <= i.done_on
        order by valid_from desc limit 1) v on true
      where last_day_of_months(i.done_on, v.valid_months) >= a.since),
    'orderState', (select state from latest_order), 'orderChangedOn', (select changed_on from latest_order),
    'cardsOn', case when of_unit is not null then least(
      (select min((m.moved_at at time zone 'Europe/Helsinki')::date) from stock_movement m
        where m.to_place = 'unit' and m.to_unit_id = of_unit),
      (select min(c.registered_on) from card c where c.unit_id = of_unit)) end,
    'deskOn', case when of_site is not null then least(
      (select min((d.paired_at at time zone 'Europe/Helsinki')::date) from device d where d.site_id = of_site),
      (select min(u.used_on) from use u where u.site_id = of_site)) end)
  from asked a
$$;
revoke execute on function newcomer_days(integer, integer, timestamptz) from public;

-- The same for whoever keeps the place or works there, and for nobody else.
create function newcomer_facts(of_unit integer, of_site integer, at_instant timestamptz) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select newcomer_days(of_unit, of_site, at_instant)
  where visit_centre() or of_unit = visit_unit() or of_site = visit_venue()
    or of_unit = any(visit_kept_units()) or of_site = any(visit_kept_sites())
$$;

alter table place_request enable row level security;
alter table place_request force row level security;
alter table newcomer_reminder enable row level security;
alter table newcomer_reminder force row level security;
create policy owner on place_request to current_user using (true) with check (true);
create policy owner on newcomer_reminder to current_user using (true) with check (true);

-- Anyone sends one; whoever keeps the municipality or the place reads and answers it. The place's own people read days alone.
create policy everyone_sends on place_request for insert to kaiku_app with check (state = 'asked');
create policy centre on place_request to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy area on place_request to kaiku_app
  using (unit_id = any((select visit_kept_units())::integer[]) or site_id = any((select visit_kept_sites())::integer[])
    or (state <> 'accepted' and exists (select from municipality m
      join area_membership s on s.municipality_id = coalesce(m.merged_into_id, m.id) and s.phase <> 'ended'
      where m.id = place_request.municipality_id and s.area_id = (select visit_area()))))
  with check (unit_id = any((select visit_kept_units())::integer[]) or site_id = any((select visit_kept_sites())::integer[])
    or (state <> 'accepted' and exists (select from municipality m
      join area_membership s on s.municipality_id = coalesce(m.merged_into_id, m.id) and s.phase <> 'ended'
      where m.id = place_request.municipality_id and s.area_id = (select visit_area()))));
create policy centre on newcomer_reminder for select to kaiku_app using ((select visit_centre()));
revoke delete on place_request from kaiku_app;
revoke insert, update, delete on newcomer_reminder from kaiku_app;
