-- What a place's own page of statistics needs beside the rollups.

-- Uses that came after their month had ended: few, so that a page counts a site's own of them, and whoever records at
-- once pays nothing. Old lists that were imported are told by their source.
create index use_late on use (site_id, used_on)
  where source <> 'import'
    and date_trunc('month', received_at at time zone 'Europe/Helsinki') > date_trunc('month', used_on::timestamp);

-- How many of its own registrations were renewals, by month: who renewed whom stays apart.
create function own_renewals(from_day date, until_day date) returns table (month date, cards integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select date_trunc('month', c.registered_on)::date, count(*)::integer
    from card c join card_renewal r on r.new_card_id = c.id
    where c.unit_id = visit_unit() and c.type = 'personal' and c.registered_on between from_day and until_day
    group by 1;
end $$;
