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

-- A count of people that is too small to be told is null: fewer than five could be somebody known.
create function telling(cards bigint) returns integer
  language sql immutable set search_path = public, pg_temp as $$
  select case when cards between 1 and 4 then null else cards::integer end
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
  select telling(registered), telling(too_young), telling(now_old_enough), telling(too_many_children),
    telling(now_few_enough), telling(with_children), telling(without_year), telling(longer), telling(shorter),
    case when longer + shorter >= 5 then least_days end, case when longer + shorter >= 5 then most_days end
  from counted
$$;
