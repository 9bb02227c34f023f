-- Why an event of life cannot happen on a day, as in 0067, and: nobody comes in the place of an area or of the national
-- centre. The same as `lifeRefusal` in src/commitment-life/rules.ts.
create or replace function commitment_life_refusal(one commitment, party commitment_party, event text, details jsonb, today date)
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
      if party.side in ('area', 'centre') then return 'side-stays'; end if;
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
