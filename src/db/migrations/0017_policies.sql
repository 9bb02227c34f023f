-- The rules' numbers in full: community cards, and a card shown on a phone. The national centre adds a set of them
-- from a coming day; one that has begun never changes, for it explains the decisions of its days.

alter table policy add check (source <> '');

alter table policy enable row level security;
alter table policy force row level security;
do $$ begin execute format('create policy owner on policy to %I using (true) with check (true)', current_user); end $$;
create policy everyone_reads on policy for select to kaiku_app using (true);
-- Migration 0010 took these rights away, and nobody may change a row still.
grant insert, delete on policy to kaiku_app;

create function today_in_finland() returns date language sql stable set search_path = public, pg_temp as $$
  select (now() at time zone 'Europe/Helsinki')::date
$$;
create policy centre_adds on policy for insert to kaiku_app
  with check ((select visit_centre()) and valid_from > (select today_in_finland()));
create policy centre_takes_back on policy for delete to kaiku_app
  using ((select visit_centre()) and valid_from > (select today_in_finland()));

-- The last day of a period of whole months that counts its first day as day one, as `lastDayOfMonths` has it in code.
create function last_day_of_months(first date, months integer) returns date
  language sql immutable set search_path = public, pg_temp as $$
  select least(
    (date_trunc('month', first) + make_interval(months => months))::date + extract(day from first)::integer - 2,
    (date_trunc('month', first) + make_interval(months => months + 1))::date - 1)
$$;

-- A count as it is told: to the nearest five, and null where it is under five. The centre chooses the numbers freely, so
-- exact counts of two of them would differ by single people. None is told where there can be none, and there alone.
create function telling(cards bigint, can_be boolean) returns integer
  language sql immutable set search_path = public, pg_temp as $$
  select case when not can_be then 0 when cards < 5 then null else (cards::integer + 2) / 5 * 5 end
$$;

-- What a set of numbers would have done to the personal cards registered from one day until before another: counts
-- alone, since the centre sees no card. Each card is judged by the policy of its own day and by the new one. Last days
-- are compared as they come out with pilots and exceptions, so that a card which its pilot ends anyway does not count.
create function policy_preview(from_day date, before_day date, new_months integer, new_age integer, new_children integer)
  returns table (registered integer, too_young integer, now_old_enough integer, too_many_children integer,
    now_few_enough integer, with_children integer, without_year integer, longer integer, shorter integer, least_days integer, most_days integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with judged as (
    select extract(year from c.registered_on) - c.birth_year as age, c.children, p.minimum_age, p.maximum_children,
      prolonged(least(last_day_of_months(c.registered_on, p.validity_months), t.cards_until),
        x.valid_from, x.cards_until order by x.valid_from, x.cards_until) as old_last,
      prolonged(least(last_day_of_months(c.registered_on, new_months), t.cards_until),
        x.valid_from, x.cards_until order by x.valid_from, x.cards_until) as new_last
    from card c
    join lateral (select * from policy where valid_from <= c.registered_on order by valid_from desc limit 1) p on true
    left join unit_period u on u.unit_id = c.unit_id
      and (u.period_from is null or u.period_from <= c.registered_on)
      and (u.period_until is null or c.registered_on <= u.period_until)
    left join pilot t on t.municipality_id = u.municipality_id
      and (t.pilot_from is null or t.pilot_from <= c.registered_on)
      and (t.pilot_until is null or c.registered_on <= t.pilot_until)
    left join unit_prolongation x on x.unit_id = c.unit_id and x.valid_from >= c.registered_on
    where (visit_centre() or current_setting('role', true) is distinct from 'kaiku_app')
      and c.type = 'personal' and c.state <> 'stock' and c.registered_on >= from_day and c.registered_on < before_day
    group by c.id, p.valid_from, p.minimum_age, p.maximum_children, p.validity_months, t.cards_until
  ), counted as (
    select count(*) as registered,
      count(*) filter (where age >= minimum_age and age < new_age) as too_young,
      count(*) filter (where age < minimum_age and age >= new_age) as now_old_enough,
      count(*) filter (where children <= maximum_children and children > new_children) as too_many_children,
      count(*) filter (where children > maximum_children and children <= new_children) as now_few_enough,
      count(*) filter (where children > 0) as with_children,
      count(*) filter (where age is null) as without_year,
      count(*) filter (where new_last > old_last) as longer,
      count(*) filter (where new_last < old_last) as shorter,
      min(abs(new_last - old_last)) filter (where new_last <> old_last) as least_days,
      max(abs(new_last - old_last)) filter (where new_last <> old_last) as most_days
    from judged
  )
  -- The rules of those days. A number that is as strict or as mild as all of them bears on nobody.
  select telling(registered, r), telling(too_young, r and new_age > b.least_age),
    telling(now_old_enough, r and new_age < b.most_age), telling(too_many_children, r and new_children < b.most_children),
    telling(now_few_enough, r and new_children > b.least_children), telling(with_children, r), telling(without_year, r),
    telling(longer, r and new_months > b.least_months), telling(shorter, r and new_months < b.most_months),
    case when longer + shorter >= 5 then least_days end, case when longer + shorter >= 5 then most_days end
  from counted, lateral (select registered > 0 as r) any_card, lateral (
    select min(p.minimum_age) as least_age, max(p.minimum_age) as most_age, min(p.maximum_children) as least_children,
      max(p.maximum_children) as most_children, min(p.validity_months) as least_months, max(p.validity_months) as most_months
    from policy p where p.valid_from < before_day
      and not exists (select from policy q where q.valid_from > p.valid_from and q.valid_from <= from_day)) b
$$;
