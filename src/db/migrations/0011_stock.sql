-- The stock: where every unregistered card lies. People handle boxes by number, so a card in stock has a serial number
-- and the register keeps ranges of them: moving a box of a hundred thousand is one row, not as many.

create sequence card_serial;

-- The numbers lie in exactly one place. A card that is registered leaves the ranges, and one put back returns to them.
-- way: sent, and not received yet · blocked: lost, damaged or misprinted; where it was meant for is kept beside it
create table stock_range (
  first_serial bigint primary key,
  last_serial bigint not null,
  card_type text not null check (card_type in ('personal', 'community')),
  place text not null check (place in ('centre', 'area', 'unit', 'way', 'blocked')),
  area_id integer references area,
  unit_id integer references issuing_unit,
  order_id integer,
  reason text check (reason in ('lost', 'damaged', 'misprinted', 'missing', 'other')),
  check (first_serial <= last_serial),
  check (place <> 'centre' or (area_id is null and unit_id is null)),
  check (place <> 'area' or (area_id is not null and unit_id is null)),
  check (place <> 'unit' or (unit_id is not null and area_id is null)),
  check (place <> 'way' or num_nonnulls(area_id, unit_id) = 1),
  check ((place = 'blocked') = (reason is not null)),
  check (order_id is null or place = 'way'),
  exclude using gist (int8range(first_serial, last_serial, '[]') with &&)
) with (fillfactor = 50); -- room beside each row: a move then touches no index but that of whose they are
create index fk_stock_range_area_id on stock_range (area_id);
create index fk_stock_range_unit_id on stock_range (unit_id);

-- Codes made here, to be printed, or codes of cards that exist already. The seed opens the codes of the former while
-- they are being printed (sealed with the key file), and is emptied then: a stolen copy holds no usable codes.
create table print_run (
  id integer generated always as identity primary key,
  name text not null check (length(name) between 1 and 80),
  card_type text not null check (card_type in ('personal', 'community')),
  origin text not null check (origin in ('made', 'imported')),
  first_serial bigint not null unique,
  last_serial bigint not null,
  sealed_seed text,
  made_at timestamptz not null,
  made_by text not null,
  printed_at timestamptz,
  check (first_serial <= last_serial)
);

-- A unit asks its coordinator; who answers from the area's own stock or asks the centre; sent; received.
-- Without a unit the order is for the area's own stock.
create table card_order (
  id integer generated always as identity primary key,
  area_id integer not null references area,
  unit_id integer references issuing_unit,
  card_type text not null check (card_type in ('personal', 'community')),
  wanted integer not null check (wanted between 1 and 5000),
  state text not null check (state in ('asked', 'forwarded', 'sent', 'received', 'declined', 'cancelled')),
  decline_reason text check (decline_reason in ('enough-left', 'none-left', 'unit-ends', 'other')),
  asked_at timestamptz not null,
  asked_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  revision integer not null default 0,
  check ((state = 'declined') = (decline_reason is not null))
);
create index fk_card_order_area_id on card_order (area_id, changed_at desc);
create index fk_card_order_unit_id on card_order (unit_id, changed_at desc);
-- One open order of a kind at a time: two people of an office who order the same morning get one box.
create unique index card_order_open on card_order (area_id, coalesce(unit_id, 0), card_type)
  where state in ('asked', 'forwarded', 'sent');
-- Who took each step, and when; a trigger writes it.
create table card_order_step (
  id bigint generated always as identity primary key,
  order_id integer not null references card_order,
  state text not null,
  done_at timestamptz not null,
  done_by text not null
);
create index fk_card_order_step_order_id on card_order_step (order_id, id);
alter table stock_range add foreign key (order_id) references card_order;
create index fk_stock_range_order_id on stock_range (order_id);

-- What lay where, and who moved it: the trace. Rows are never changed. Numbers in between that had been registered
-- stayed where they were, so `cards` may be fewer than the numbers.
create table stock_movement (
  id bigint generated always as identity primary key,
  first_serial bigint not null,
  last_serial bigint not null,
  cards integer not null check (cards > 0),
  card_type text not null,
  from_place text not null,
  from_area_id integer references area,
  from_unit_id integer references issuing_unit,
  to_place text not null,
  to_area_id integer references area,
  to_unit_id integer references issuing_unit,
  order_id integer references card_order,
  reason text,
  moved_at timestamptz not null,
  moved_by text not null
);
create index fk_stock_movement_from_area_id on stock_movement (from_area_id);
create index fk_stock_movement_from_unit_id on stock_movement (from_unit_id);
create index fk_stock_movement_to_area_id on stock_movement (to_area_id);
create index fk_stock_movement_to_unit_id on stock_movement (to_unit_id);
create index fk_stock_movement_order_id on stock_movement (order_id);
create index stock_movement_serials on stock_movement using gist (int8range(first_serial, last_serial, '[]'));

-- Until it is registered a card is no unit's; its number says where it lies.
alter table card add column serial bigint unique;
alter sequence card_serial owned by card.serial;
alter table card alter column unit_id drop not null;
with numbered as (
  select id, row_number() over (order by unit_id, type, id) as serial from card where state = 'stock'
)
update card c set serial = n.serial from numbered n where n.id = c.id;
insert into stock_range (first_serial, last_serial, card_type, place, unit_id)
  select min(serial), max(serial), type, 'unit', unit_id from card where state = 'stock' group by unit_id, type;
select setval('card_serial', (select max(serial) from card)) where exists (select from card where serial is not null);
update card set unit_id = null where state = 'stock';
alter table card add constraint card_unit_id_check check ((unit_id is null) = (state = 'stock'));
alter table card add constraint card_serial_check check (state <> 'stock' or serial is not null);

-- Registering takes one number at a time, each unit by itself; moving ranges waits for all of that to end.
create function stock_hold(of_unit integer) returns void language plpgsql as $$
begin
  if of_unit is null then
    perform pg_advisory_xact_lock(5245851, 0);
  else
    perform pg_advisory_xact_lock_shared(5245851, 0);
    perform pg_advisory_xact_lock(5245852, of_unit);
  end if;
end $$;

-- Cuts the range in two whose midst this number is, so that one begins with it.
create function stock_split(at_serial bigint) returns void language plpgsql as $$
declare
  cut stock_range;
begin
  update stock_range r set last_serial = at_serial - 1 from stock_range o
    where int8range(o.first_serial, o.last_serial, '[]') @> at_serial and o.first_serial < at_serial
      and r.first_serial = o.first_serial
    returning o.* into cut;
  if cut.first_serial is not null then
    cut.first_serial := at_serial;
    insert into stock_range select cut.*;
  end if;
end $$;

-- Ranges that lie side by side in one place become one again.
create function stock_join(from_serial bigint, to_serial bigint) returns void language plpgsql as $$
declare
  joined stock_range[];
begin
  with near as (
    select r.* from stock_range r
    where int8range(r.first_serial, r.last_serial, '[]') && int8range(from_serial - 1, to_serial + 1, '[]')
  ), begun as (
    select n.*, (lag(last_serial) over w + 1, lag(card_type) over w, lag(place) over w, lag(area_id) over w,
        lag(unit_id) over w, lag(order_id) over w, lag(reason) over w)
      is distinct from (first_serial, card_type, place, area_id, unit_id, order_id, reason) as begins
    from near n window w as (order by first_serial)
  ), islands as (
    select b.*, count(*) filter (where begins) over (order by first_serial) as island from begun b
  )
  select array_agg((min_first, max_last, card_type, place, area_id, unit_id, order_id, reason)::stock_range) into joined
  from (
    select min(first_serial) as min_first, max(last_serial) as max_last, card_type, place, area_id, unit_id, order_id, reason
    from islands group by island, card_type, place, area_id, unit_id, order_id, reason having count(*) > 1
  ) i;
  if joined is not null then
    delete from stock_range r using unnest(joined) j
      where r.first_serial between j.first_serial and j.last_serial;
    insert into stock_range select j.* from unnest(joined) j;
  end if;
end $$;

-- A card that is registered leaves its unit's stock, and none leaves another's; one put back lies there again.
create function card_meets_stock() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  held stock_range;
begin
  if tg_op = 'INSERT' then
    -- A list of existing cards names the unit that has them; a print run brings numbers of its own.
    if new.unit_id is not null then
      perform stock_hold(new.unit_id);
      new.serial := nextval('card_serial');
      update stock_range r set last_serial = new.serial where r.last_serial = new.serial - 1 and r.place = 'unit'
        and r.unit_id = new.unit_id and r.card_type = new.type;
      if not found then
        insert into stock_range (first_serial, last_serial, card_type, place, unit_id)
          values (new.serial, new.serial, new.type, 'unit', new.unit_id);
      end if;
      new.unit_id := null;
    end if;
  elsif old.state = 'stock' then
    perform stock_hold(new.unit_id);
    perform stock_split(old.serial);
    perform stock_split(old.serial + 1);
    delete from stock_range r where r.first_serial = old.serial returning r.* into held;
    if held.place is distinct from 'unit' or held.unit_id is distinct from new.unit_id then
      raise exception 'the card lies in no stock of that unit' using errcode = '42501';
    end if;
  else
    perform stock_hold(old.unit_id);
    new.serial := coalesce(old.serial, nextval('card_serial'));
    new.unit_id := null;
    insert into stock_range (first_serial, last_serial, card_type, place, unit_id)
      values (new.serial, new.serial, new.type, 'unit', old.unit_id);
    perform stock_join(new.serial, new.serial);
  end if;
  return new;
end $$;
create trigger card_enters_stock before insert on card
  for each row when (new.state = 'stock') execute function card_meets_stock();
create trigger card_meets_stock before update of state on card
  for each row when ((new.state = 'stock') <> (old.state = 'stock')) execute function card_meets_stock();

-- Whether whoever acts may take a piece from where it lies, or put one there. The owner of the tables may (imports).
create function stock_acts_as_owner() returns boolean stable language sql as $$
  select current_setting('role', true) is distinct from 'kaiku_app' $$;
create function stock_may_take(piece stock_range, to_place text) returns boolean stable language plpgsql
set search_path = public, pg_temp as $$
begin
  if stock_acts_as_owner() or visit_centre() then
    return true;
  end if;
  if visit_unit() is not null then
    return coalesce(piece.unit_id = visit_unit(), false)
      and ((piece.place = 'way' and to_place in ('unit', 'blocked')) or (piece.place = 'unit' and to_place = 'blocked'));
  end if;
  return coalesce(piece.unit_id = any(visit_kept_units()) or (piece.unit_id is null and piece.area_id = visit_area()), false);
end $$;
create function stock_may_put(to_area integer, to_unit integer) returns boolean stable language plpgsql
set search_path = public, pg_temp as $$
begin
  if stock_acts_as_owner() or visit_centre() then
    return true;
  end if;
  if visit_unit() is not null then
    return coalesce(to_unit = visit_unit() and to_area is null, false);
  end if;
  return coalesce(to_unit = any(visit_kept_units()) or (to_unit is null and to_area = visit_area()), false);
end $$;

-- Moves what of these numbers lies in stock, and says how many cards that were; what is registered stays where it is.
-- `blocked` keeps beside it whose they were.
create function stock_move(from_serial bigint, to_serial bigint, to_place text, to_area integer, to_unit integer,
    in_order integer, why text, moved_by text, moved_at timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  pieces stock_range[];
begin
  perform stock_hold(null);
  perform stock_split(from_serial);
  perform stock_split(to_serial + 1);
  select array_agg(r order by r.first_serial) into pieces from stock_range r
    where r.first_serial between from_serial and to_serial;
  if exists (select from unnest(pieces) p where not stock_may_take(p, to_place))
    or (to_place <> 'blocked' and not stock_may_put(to_area, to_unit)) then
    raise exception 'not theirs to move' using errcode = '42501';
  end if;
  update stock_range r set place = to_place,
    area_id = case when to_place = 'blocked' then r.area_id else to_area end,
    unit_id = case when to_place = 'blocked' then r.unit_id else to_unit end,
    order_id = case when to_place = 'way' then in_order end,
    reason = case when to_place = 'blocked' then why end
  where r.first_serial between from_serial and to_serial;
  insert into stock_movement (first_serial, last_serial, cards, card_type, from_place, from_area_id, from_unit_id,
    to_place, to_area_id, to_unit_id, order_id, reason, moved_at, moved_by)
  select min(p.first_serial), max(p.last_serial), sum(p.last_serial - p.first_serial + 1), p.card_type, p.place,
    p.area_id, p.unit_id, to_place, case when to_place = 'blocked' then p.area_id else to_area end,
    case when to_place = 'blocked' then p.unit_id else to_unit end, coalesce(in_order, p.order_id), why, moved_at, moved_by
  from (
    -- Pieces of one origin that follow each other, whatever has been registered between them, are one movement.
    select o.*, row_number() over (order by o.first_serial) - row_number() over (
      partition by o.card_type, o.place, o.area_id, o.unit_id, o.order_id order by o.first_serial) as island
    from unnest(pieces) o
  ) p
  group by p.card_type, p.place, p.area_id, p.unit_id, p.order_id, p.island order by min(p.first_serial);
  perform stock_join(from_serial, to_serial);
  return (select coalesce(sum(p.last_serial - p.first_serial + 1), 0) from unnest(pieces) p);
end $$;

-- Makes the cards of a run, all at the centre. Codes come as keyed hashes. Null, and nothing made, when one of them is a
-- card already: other codes are drawn then.
create function print_run_make(run_name text, of_type text, run_origin text, hashes bytea[], tails text[],
    styles text[], with_key smallint, seed text, by_actor text, at_time timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  cards bigint := cardinality(hashes);
  begins bigint;
  run_id integer;
begin
  if not (stock_acts_as_owner() or visit_centre()) then
    raise exception 'only the centre makes cards' using errcode = '42501';
  end if;
  perform stock_hold(null);
  if exists (select from card c where c.code_hash = any(hashes)) then
    return null;
  end if;
  begins := nextval('card_serial');
  perform setval('card_serial', begins + cards - 1);
  insert into print_run (name, card_type, origin, first_serial, last_serial, sealed_seed, made_at, made_by)
    values (run_name, of_type, run_origin, begins, begins + cards - 1, seed, at_time, by_actor) returning id into run_id;
  insert into card (code_hash, code_tail, code_style, key_version, type, state, serial)
    select c.hash, c.tail, c.style, with_key, of_type, 'stock', begins + c.n - 1
    from unnest(hashes, tails, styles) with ordinality c (hash, tail, style, n);
  insert into stock_range (first_serial, last_serial, card_type, place) values (begins, begins + cards - 1, of_type, 'centre');
  insert into stock_movement (first_serial, last_serial, cards, card_type, from_place, to_place, moved_at, moved_by)
    values (begins, begins + cards - 1, cards, of_type, 'made', 'centre', at_time, by_actor);
  perform stock_join(begins, begins);
  return run_id;
end $$;

-- An order goes on by whoever's turn it is.
create function card_order_goes_on() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  step text := case when tg_op = 'INSERT' then 'new' else old.state end || '>' || new.state;
begin
  if tg_op = 'UPDATE' and (new.area_id, new.unit_id, new.card_type, new.asked_at, new.asked_by)
    is distinct from (old.area_id, old.unit_id, old.card_type, old.asked_at, old.asked_by) then
    raise exception 'an order stays whose it is' using errcode = '42501';
  end if;
  if new.unit_id is not null and not exists (
    select from issuing_unit u where u.id = new.unit_id and u.area_id = new.area_id) and tg_op = 'INSERT' then
    raise exception 'the unit lies in another area' using errcode = '42501';
  end if;
  if stock_acts_as_owner() then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.state in ('received', 'declined', 'cancelled') then
    raise exception 'the order has ended' using errcode = '42501';
  end if;
  if visit_centre() then
    return new;
  end if;
  if visit_unit() is not null and step in ('new>asked', 'asked>cancelled', 'sent>received') then
    return new;
  end if;
  if visit_area() is not null and (step in ('new>asked', 'new>forwarded', 'asked>forwarded', 'asked>declined', 'asked>sent',
      'asked>cancelled', 'forwarded>cancelled', 'sent>asked', 'sent>cancelled') or (step = 'sent>received' and new.unit_id is null)) then
    return new;
  end if;
  raise exception 'not their turn' using errcode = '42501';
end $$;
create trigger card_order_goes_on before insert or update on card_order
  for each row execute function card_order_goes_on();
create function card_order_leaves_trace() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into card_order_step (order_id, state, done_at, done_by)
    values (new.id, new.state, new.changed_at, new.changed_by);
  return null;
end $$;
create trigger card_order_leaves_trace after insert or update on card_order
  for each row execute function card_order_leaves_trace();

-- How fast the units that one works for or keeps hand out personal cards: counts alone, for keepers see no card.
create function stock_pace(from_on date) returns table (unit_id integer, registered integer, since_on date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  every_unit boolean := visit_centre();
  units integer[] := visit_kept_units() || visit_unit();
begin
  return query select c.unit_id, (count(*) filter (where c.registered_on >= from_on))::integer, min(c.registered_on)
    from card c where c.registered_on is not null and c.type = 'personal' and (every_unit or c.unit_id = any(units))
    group by c.unit_id;
end $$;

-- Two units turn out to be one: what waits in stock goes along with the cards.
create or replace function unit_take_cards(from_unit integer, into_unit integer, moved_by text, moved_at timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved integer;
begin
  if (select count(*) from issuing_unit u where u.id in (from_unit, into_unit) and acting_keeps(u.area_id)) <> 2 then
    raise exception 'only their keeper can merge units' using errcode = '42501';
  end if;
  perform stock_hold(null);
  insert into stock_movement (first_serial, last_serial, cards, card_type, from_place, from_unit_id, to_place,
    to_unit_id, order_id, reason, moved_at, moved_by)
  select r.first_serial, r.last_serial, r.last_serial - r.first_serial + 1, r.card_type, r.place, from_unit, r.place,
    into_unit, r.order_id, r.reason, unit_take_cards.moved_at, unit_take_cards.moved_by
  from stock_range r where r.unit_id = from_unit order by r.first_serial;
  -- What is on its way comes to the new unit, without the order that only the old one knew.
  update stock_range set unit_id = into_unit, order_id = null where unit_id = from_unit;
  update card_order o set state = 'cancelled', changed_at = unit_take_cards.moved_at, changed_by = unit_take_cards.moved_by,
    revision = o.revision + 1 where o.unit_id = from_unit and o.state in ('asked', 'forwarded', 'sent');
  perform stock_join(r.first_serial, r.last_serial) from stock_range r where r.unit_id = into_unit;
  with taken as (
    update card set unit_id = into_unit, revision = revision + 1 where unit_id = from_unit returning id
  )
  insert into card_event (card_id, event, happened_at, actor) select id, 'unit-moved', moved_at, moved_by from taken;
  get diagnostics moved = row_count;
  return moved;
end $$;

-- Whether a number lies in the stock of the unit that acts. Volatile: it must see what the statement's own trigger did.
create function in_own_stock(of_serial bigint) returns boolean volatile language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  return exists (select from stock_range r where int8range(r.first_serial, r.last_serial, '[]') @> of_serial
    and r.place = 'unit' and r.unit_id = visit_unit());
end $$;

-- What an issuer may know of a card by its code: of another unit's card, only that it is one. `place` is told of one's
-- own stock: ready to be registered, still on its way, or blocked.
drop function card_by_code(bytea, bytea);
create function card_by_code(by_legacy bytea, by_fresh bytea)
returns table (own boolean, id bigint, type text, state text, registered_on date, place text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  by_unit integer := visit_unit();
  found card;
  held stock_range;
begin
  if by_unit is null then
    return;
  end if;
  select c.* into found from card c where c.code_hash in (by_legacy, by_fresh) order by c.code_hash = by_legacy desc limit 1;
  if found.id is null then
    return;
  end if;
  select r.* into held from stock_range r
    where found.state = 'stock' and int8range(r.first_serial, r.last_serial, '[]') @> found.serial;
  if by_unit is distinct from coalesce(found.unit_id, held.unit_id) then
    return query select false, null::bigint, null::text, null::text, null::date, null::text;
  else
    return query select true, found.id, found.type, found.state, found.registered_on, held.place;
  end if;
end $$;

-- Which of these numbers have been registered, in runs that follow each other: by the units that whoever asks keeps or
-- works at. Nothing else is told of those cards.
create function stock_given(from_serial bigint, to_serial bigint) returns table (first bigint, last bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select min(g.serial), max(g.serial) from (
      select c.serial, c.serial - row_number() over (order by c.serial) as island from card c
      where c.serial between from_serial and to_serial and c.state <> 'stock' and (stock_acts_as_owner() or visit_centre()
        or c.unit_id = visit_unit() or c.unit_id = any((select visit_kept_units())::integer[]))
    ) g group by g.island order by 1;
end $$;

-- The number of a card in somebody's hand, by its code, when it lies or has been registered where they keep or work.
create function stock_by_code(by_legacy bytea, by_fresh bytea) returns table (serial bigint, given boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  found card;
  held stock_range;
begin
  select c.* into found from card c where c.code_hash in (by_legacy, by_fresh) order by c.code_hash = by_legacy desc limit 1;
  select r.* into held from stock_range r
    where found.state = 'stock' and int8range(r.first_serial, r.last_serial, '[]') @> found.serial;
  if found.id is not null and (visit_centre() or coalesce(found.unit_id, held.unit_id) = visit_unit()
    or coalesce(found.unit_id, held.unit_id) = any(visit_kept_units())
    or (coalesce(found.unit_id, held.unit_id) is null and held.area_id = visit_area())) then
    return query select found.serial, found.state <> 'stock';
  end if;
end $$;

do $$
declare
  walled text;
begin
  foreach walled in array array['stock_range', 'print_run', 'card_order', 'card_order_step', 'stock_movement']
  loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
    execute format(
      'create policy centre on %I to kaiku_app using ((select visit_centre())) with check ((select visit_centre()))', walled);
  end loop;
end $$;
-- The ledger is written by its functions alone.
revoke insert, update, delete on stock_range, stock_movement, card_order_step from kaiku_app;
revoke insert, delete on print_run from kaiku_app;
revoke delete on card_order from kaiku_app;
revoke execute on function stock_split(bigint) from public;
revoke execute on function stock_join(bigint, bigint) from public;

create policy area on stock_range for select to kaiku_app
  using (area_id = (select visit_area()) or unit_id = any((select visit_kept_units())::integer[]));
create policy unit on stock_range for select to kaiku_app using (unit_id = (select visit_unit()));
create policy area on stock_movement for select to kaiku_app
  using (from_area_id = (select visit_area()) or to_area_id = (select visit_area())
    or from_unit_id = any((select visit_kept_units())::integer[]) or to_unit_id = any((select visit_kept_units())::integer[]));
create policy unit on stock_movement for select to kaiku_app
  using (from_unit_id = (select visit_unit()) or to_unit_id = (select visit_unit()));
create policy area on card_order to kaiku_app
  using (area_id = (select visit_area()) and (unit_id is null or unit_id = any((select visit_kept_units())::integer[])));
create policy unit on card_order to kaiku_app using (unit_id = (select visit_unit()));
create policy whose_order on card_order_step for select to kaiku_app
  using (exists (select from card_order o where o.id = order_id));

-- A unit registers from its own stock, and puts back what it undoes.
create policy stock on card for select to kaiku_app using (state = 'stock' and in_own_stock(serial));
create policy stock_leaves on card for update to kaiku_app
  using (state = 'stock' and in_own_stock(serial))
  with check (unit_id = (select visit_unit()) or (state = 'stock' and in_own_stock(serial)));
