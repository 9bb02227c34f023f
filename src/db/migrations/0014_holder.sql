-- The holder's own page: the one look-up that needs no sign-in.

-- A card shown on a phone bears no name to compare: whether sites take one is a dated rule of the centre's.
alter table policy add column phone_card boolean not null default false;

-- What the holder of a card may see of it, and nothing that names the card, its unit or a day of use. Nobody is signed
-- in: the keyed hash of the code and the birth year are what proves, both in the same condition, so that a wrong one
-- and a code that nobody has are one answer and the same work. Closed cards, community cards, stock and legacy codes,
-- which can be guessed, are that answer too.
create function card_of_holder(by_code bytea, born_in integer, on_day date)
returns table (valid_until date, children smallint, municipality_id integer, uses jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.valid_until, c.children, i.municipality_id, coalesce((
    select jsonb_agg(jsonb_build_object('category', k.category, 'thisYear', k.this_year, 'inAll', k.in_all))
    from (
      select u.category, count(*) as in_all,
        count(*) filter (where u.used_on >= date_trunc('year', on_day)::date) as this_year
      from use u
      where u.card_id = c.id and not exists (select from use_cancellation x where x.use_id = u.id)
      group by u.category) k), '[]'::jsonb)
  from card c join issuing_unit i on i.id = c.unit_id
  where c.code_hash = by_code and c.birth_year = born_in
    and c.code_style = 'new' and c.type = 'personal' and c.state = 'registered' and c.registered_on <= on_day
$$;
revoke execute on function card_of_holder(bytea, integer, date) from public;
grant execute on function card_of_holder(bytea, integer, date) to kaiku_app;
