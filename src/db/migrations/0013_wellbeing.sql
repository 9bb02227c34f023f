-- Consents with the words that were said, and the wellbeing questions: who is asked, by which set, and what they answered.

-- The instant is known since this; of older and imported consents only the day is.
alter table consent add column given_at timestamptz;
create unique index consent_standing on consent (card_id, kind) where withdrawn_at is null;

-- What was said under a version, in each language. A text that has been said is never changed: a new version is made.
create table consent_text (
  kind text not null check (kind in ('register', 'wellbeing')),
  text_version text not null,
  language text not null,
  valid_from date not null,
  words text not null,
  primary key (kind, text_version, language)
);
-- `{childAge}`: the age in the policy of the day, which has a date of its own.
insert into consent_text (kind, text_version, language, valid_from, words) values
  ('register', '2026-11', 'fi', '2026-11-01', '”Saammeko tallentaa syntymävuotesi, postinumerosi ja alle {childAge}-vuotiaiden lastesi tai lastenlastesi määrän tilastoja varten? Emme tallenna nimeäsi.”'),
  ('register', '2026-11', 'sv', '2026-11-01', '”Får vi spara ditt födelseår, ditt postnummer och antalet barn eller barnbarn under {childAge} år för statistik? Vi sparar inte ditt namn.”'),
  ('register', '2026-11', 'en', '2026-11-01', '“May we store your year of birth, your postal code and the number of your children or grandchildren under {childAge} for statistics? We do not store your name.”'),
  ('wellbeing', '2025-01', 'fi', '2025-01-01', 'Saammeko esittää sinulle kysymyksiä hyvinvoinnistasi ja tallentaa vastauksesi? Niitä käytetään vain tilastoihin, eikä työntekijä näe niitä. Voit ohittaa minkä tahansa kysymyksen. Voit perua suostumuksesi milloin vain, ja silloin vastauksesi poistetaan heti. Saat kortin joka tapauksessa.'),
  ('wellbeing', '2025-01', 'sv', '2025-01-01', 'Får vi ställa frågor om ditt välbefinnande och spara dina svar? De används bara för statistik, och personalen ser dem inte. Du kan hoppa över vilken fråga som helst. Du kan ta tillbaka ditt samtycke när som helst, och då raderas dina svar genast. Du får kortet i vilket fall som helst.'),
  ('wellbeing', '2025-01', 'en', '2025-01-01', 'May we ask you questions about your wellbeing and store your answers? They are used only for statistics, and the staff do not see them. You can skip any question. You can withdraw your consent at any time. Your answers are then deleted at once. You get the card in any case.'),
  ('wellbeing', '2025-01', 'fi-simple', '2025-01-01', 'Saammeko kysyä, mitä sinulle kuuluu? Tallennamme vastaukset tilastoa varten. Työntekijä ei näe vastauksia. Sinun ei ole pakko vastata. Voit muuttaa mielesi milloin vain. Silloin poistamme vastaukset heti. Saat kortin, vaikka et vastaa.'),
  ('wellbeing', '2025-01', 'ar', '2025-01-01', 'هل تسمح لنا بأن نطرح عليك أسئلة عن رفاهك وأن نحفظ إجاباتك؟ تُستخدم الإجابات للإحصاءات فقط، ولا يراها الموظف. يمكنك تخطّي أي سؤال. يمكنك سحب موافقتك في أي وقت، وعندها تُحذف إجاباتك فورًا. ستحصل على البطاقة في كل الأحوال.'),
  ('wellbeing', '2025-01', 'ru', '2025-01-01', 'Можно ли задать вам вопросы о вашем благополучии и сохранить ваши ответы? Они нужны только для статистики, и сотрудник их не видит. Вы можете пропустить любой вопрос. Вы можете отозвать согласие в любое время, и тогда ваши ответы сразу удалят. Карту вы получите в любом случае.'),
  ('wellbeing', '2025-01', 'uk', '2025-01-01', 'Чи можна поставити вам запитання про ваше благополуччя і зберегти ваші відповіді? Вони потрібні лише для статистики, і працівник їх не бачить. Ви можете пропустити будь-яке запитання. Ви можете відкликати згоду будь-коли, і тоді ваші відповіді одразу видалять. Картку ви отримаєте в будь-якому разі.'),
  ('wellbeing', '2025-01', 'so', '2025-01-01', 'Ma ku weydiin karnaa su’aalo ku saabsan ladnaantaada oo ma kaydin karnaa jawaabahaaga? Waxaa loo isticmaalaa tirakoob oo keliya, shaqaaluhuna ma arko. Waad ka boodi kartaa su’aal kasta. Waqti kasta waad ka noqon kartaa oggolaanshahaaga, markaasna jawaabahaaga isla markiiba waa la tirtirayaa. Kaarka waad helaysaa si kastaba.'),
  ('wellbeing', '2025-01', 'se', '2025-01-01', 'Oažžut go jearrat dus gažaldagaid du buresveadjimis ja vurket du vástádusaid? Dat geavahuvvojit dušše statistihkkii, iige bargi oainne daid. Don sáhtát guođđit guđe beare gažaldaga vástitkeahttá. Don sáhtát geassit miehtama ruovttoluotta goas beare, ja de du vástádusat sihkkojuvvojit dalán. Don oaččut goartta goittotge.');

-- A set of questions is data. The one in force on a day is the one that began last; answers stay with the set they were given to.
create table instrument (
  id integer generated always as identity primary key,
  name text not null,
  version text not null,
  valid_from date not null unique,
  -- [{ points, labels: { fi, sv, … } }], the answers in the order in which they are offered
  scale jsonb not null,
  -- { reversed: [item, …], total: null or { atLeast: answered items } }
  scoring jsonb not null,
  -- { fi, sv, … }: what stands above each question
  lead jsonb not null,
  is_placeholder boolean not null,
  source text not null,
  licence text not null,
  unique (name, version)
);
create table instrument_item (
  instrument_id integer not null references instrument,
  item smallint not null check (item > 0),
  language text not null,
  question text not null,
  primary key (instrument_id, item, language)
);

-- One time of asking one card. The wave counts the renewals before the card: 0 for a first card, 1 for the next.
create table wellbeing_round (
  id uuid primary key,
  card_id bigint not null references card,
  instrument_id integer not null references instrument,
  wave smallint not null check (wave >= 0),
  way text not null check (way in ('screen', 'phone')),
  language text not null,
  -- Of what the link proves, and of what ties it to the browser that opened it: neither can be told from these.
  token_hash bytea not null unique check (length(token_hash) = 32),
  browser_hash bytea check (length(browser_hash) = 32),
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  finished_at timestamptz,
  ended_at timestamptz,
  check (finished_at is null or ended_at is null)
);
create index fk_wellbeing_round_card_id on wellbeing_round (card_id);
create index fk_wellbeing_round_instrument_id on wellbeing_round (instrument_id);
create unique index wellbeing_round_finished on wellbeing_round (card_id) where finished_at is not null;
create unique index wellbeing_round_open on wellbeing_round (card_id) where finished_at is null and ended_at is null;

-- No points: skipped.
create table wellbeing_answer (
  round_id uuid not null references wellbeing_round on delete cascade,
  item smallint not null,
  points smallint,
  primary key (round_id, item)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['consent_text', 'instrument', 'instrument_item', 'wellbeing_round', 'wellbeing_answer']
  loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
  foreach walled in array array['consent_text', 'instrument', 'instrument_item']
  loop
    execute format('create policy everyone_reads on %I for select to kaiku_app using (true)', walled);
  end loop;
end $$;
revoke insert, update, delete on consent_text, instrument, instrument_item from kaiku_app;
-- What one person answered is reached through the functions below alone, and none of them tells it to the staff.
revoke all on wellbeing_round, wellbeing_answer from kaiku_app;

create function card_is_own(of_card bigint) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select from card c where c.id = of_card and c.unit_id = visit_unit())
$$;

-- Every card of the one who holds this one, the earlier and the later.
create function cards_of_line(of_card bigint) returns bigint[] language sql stable security definer
set search_path = public, pg_temp as $$
  with recursive line (card_id) as (
    select of_card
    union
    select case when w.old_card_id = l.card_id then w.new_card_id else w.old_card_id end
    from line l join card_renewal w on l.card_id in (w.old_card_id, w.new_card_id)
  )
  select array_agg(card_id) from line
$$;
revoke execute on function cards_of_line(bigint) from public;

-- What was asked on a card and not handed in goes.
create function wellbeing_drop_open(of_card bigint, at timestamptz) returns integer language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  open_rounds uuid[] := array(select r.id from wellbeing_round r
    where r.card_id = of_card and r.finished_at is null and r.ended_at is null for update);
begin
  delete from wellbeing_answer a where a.round_id = any(open_rounds);
  update wellbeing_round r set ended_at = at where r.id = any(open_rounds);
  return cardinality(open_rounds);
end $$;
revoke execute on function wellbeing_drop_open(bigint, timestamptz) from public;

-- Begins a round on a card of the caller's unit, whose holder has agreed to it and has not answered yet.
create function wellbeing_begin(of_card bigint, new_id uuid, in_language text, by_way text, token_proof bytea,
  browser_proof bytea, at timestamptz, ends_at timestamptz, on_day date)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  renewals integer;
begin
  if not card_is_own(of_card)
    or not exists (select from card c where c.id = of_card and c.state = 'registered' and c.type = 'personal')
    or not exists (select from consent k where k.card_id = of_card and k.kind = 'wellbeing' and k.withdrawn_at is null)
    or exists (select from wellbeing_round r where r.card_id = of_card and r.finished_at is not null) then
    raise exception 'no round begins on this card' using errcode = '42501';
  end if;
  perform wellbeing_drop_open(of_card, at);
  with recursive line (card_id, steps) as (
    select of_card, 0
    union
    select w.old_card_id, l.steps + 1 from line l join card_renewal w on w.new_card_id = l.card_id where l.steps < 1000
  )
  select max(steps) into renewals from line;
  insert into wellbeing_round (id, card_id, instrument_id, wave, way, language, token_hash, browser_hash, begun_at, expires_at)
  values (new_id, of_card,
    (select i.id from instrument i where i.valid_from <= on_day order by i.valid_from desc limit 1),
    renewals, by_way, in_language, sha256(token_proof), sha256(browser_proof), at, ends_at);
end $$;

-- What the issuer may know: that it was asked, and whether it was answered.
create function wellbeing_rounds_of(of_card bigint)
returns table (id uuid, wave smallint, way text, language text, is_opened boolean, begun_at timestamptz,
  expires_at timestamptz, finished_at timestamptz, ended_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.wave, r.way, r.language, r.browser_hash is not null, r.begun_at, r.expires_at, r.finished_at, r.ended_at
  from wellbeing_round r where r.card_id = of_card and card_is_own(of_card) order by r.begun_at desc, r.ended_at desc nulls first, r.id
$$;

create function wellbeing_end(of_card bigint, at timestamptz) returns integer language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  return case when card_is_own(of_card) then wellbeing_drop_open(of_card, at) else 0 end;
end $$;

-- Withdrawn: every answer of the one who holds the card, on earlier cards too, and the consents to them.
create function wellbeing_forget(of_card bigint, at timestamptz) returns integer language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  cards bigint[] := cards_of_line(of_card);
  forgotten integer;
begin
  if current_setting('role', true) = 'kaiku_app' and not card_is_own(of_card) then
    raise exception 'no card of this unit' using errcode = '42501';
  end if;
  delete from wellbeing_round r where r.card_id = any(cards);
  get diagnostics forgotten = row_count;
  update consent k set withdrawn_at = at
    where k.card_id = any(cards) and k.kind = 'wellbeing' and k.withdrawn_at is null;
  return forgotten;
end $$;

-- A card that goes back to the stock will be somebody else's.
create function wellbeing_on_card_emptied() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  delete from wellbeing_round r where r.card_id = new.id;
  return null;
end $$;
create trigger wellbeing_on_card_emptied after update of state on card for each row
  when (new.state = 'stock' and old.state <> 'stock') execute function wellbeing_on_card_emptied();

-- The round that a link leads to. `is_here`: it was opened by this very browser. The card is told on the office's screen.
create function wellbeing_open(token_proof bytea, browser_proof bytea)
returns table (id uuid, instrument_id integer, way text, language text, card_id bigint, expires_at timestamptz,
  is_opened boolean, is_here boolean, is_finished boolean, is_ended boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.instrument_id, r.way, r.language, case when r.way = 'screen' then r.card_id end, r.expires_at,
    r.browser_hash is not null, coalesce(r.browser_hash = sha256(browser_proof), false),
    r.finished_at is not null, r.ended_at is not null or c.state <> 'registered'
  from wellbeing_round r join card c on c.id = r.card_id where r.token_hash = sha256(token_proof)
$$;

-- Ties the link to the first browser that begins.
create function wellbeing_start(token_proof bytea, browser_proof bytea, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update wellbeing_round r set browser_hash = sha256(browser_proof)
  where r.token_hash = sha256(token_proof) and r.browser_hash is null
    and r.finished_at is null and r.ended_at is null and r.expires_at > at
    and exists (select from card c where c.id = r.card_id and c.state = 'registered');
  return found;
end $$;

-- The open round of whoever holds both the link and the browser that opened it; held until the transaction ends.
create function wellbeing_round_here(token_proof bytea, browser_proof bytea, at timestamptz) returns wellbeing_round
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here wellbeing_round;
begin
  select r.* into here from wellbeing_round r
  where r.token_hash = sha256(token_proof) and r.browser_hash = sha256(browser_proof)
    and r.finished_at is null and r.ended_at is null and r.expires_at > at
    and exists (select from card c where c.id = r.card_id and c.state = 'registered')
  for update;
  return here;
end $$;
revoke execute on function wellbeing_round_here(bytea, bytea, timestamptz) from public;

create function wellbeing_put(token_proof bytea, browser_proof bytea, of_item integer, given_points integer, at timestamptz)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here wellbeing_round := wellbeing_round_here(token_proof, browser_proof, at);
begin
  if here.id is null
    or not exists (select from instrument_item q where q.instrument_id = here.instrument_id and q.item = of_item)
    or (given_points is not null and not exists (select from instrument i, jsonb_array_elements(i.scale) s
      where i.id = here.instrument_id and (s ->> 'points')::integer = given_points)) then
    return false;
  end if;
  insert into wellbeing_answer (round_id, item, points) values (here.id, of_item, given_points)
  on conflict (round_id, item) do update set points = excluded.points;
  return true;
end $$;

-- One's own answers while one is answering, to go back to: never after they are handed in. On the office's screen, which
-- the worker takes back, only that a question was answered.
create function wellbeing_given(token_proof bytea, browser_proof bytea, at timestamptz)
returns table (item smallint, points smallint, is_answered boolean) language sql stable security definer
set search_path = public, pg_temp as $$
  select a.item, case when r.way = 'phone' then a.points end, a.points is not null from wellbeing_round r join wellbeing_answer a on a.round_id = r.id
  where r.token_hash = sha256(token_proof) and r.browser_hash = sha256(browser_proof)
    and r.finished_at is null and r.ended_at is null and r.expires_at > at
$$;

-- Hands the answers in, or takes them back.
create function wellbeing_finish(token_proof bytea, browser_proof bytea, keep boolean, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here wellbeing_round := wellbeing_round_here(token_proof, browser_proof, at);
begin
  if here.id is null then
    return false;
  end if;
  if keep then
    update wellbeing_round r set finished_at = at where r.id = here.id;
  else
    perform wellbeing_drop_open(here.card_id, at);
  end if;
  return true;
end $$;

-- How many have answered each set, rounded down to fives.
create function wellbeing_counts() returns table (instrument_id integer, rounds integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.instrument_id, count(*)::integer / 5 * 5 from wellbeing_round r
  where r.finished_at is not null and (select visit_centre()) group by r.instrument_id
$$;

-- Means as they were last published. A live figure, taken before and after one person, would give that person's answers.
create table wellbeing_mean (
  instrument_id integer not null references instrument,
  wave smallint not null,
  item smallint not null,
  counted_on date not null,
  -- exactly, and told to nobody
  persons integer not null,
  -- null: hidden
  mean_before float8,
  mean_after float8,
  primary key (instrument_id, wave, item)
);
-- Whose answers a published mean holds, so that it is known how many have come or gone since. They go with their rounds.
create table wellbeing_mean_pair (
  instrument_id integer not null,
  wave smallint not null,
  item smallint not null,
  before_round uuid not null references wellbeing_round on delete cascade,
  after_round uuid not null references wellbeing_round on delete cascade,
  primary key (instrument_id, wave, item, after_round),
  foreign key (instrument_id, wave, item) references wellbeing_mean on delete cascade
);
create index fk_wellbeing_mean_pair_before_round on wellbeing_mean_pair (before_round);
create index fk_wellbeing_mean_pair_after_round on wellbeing_mean_pair (after_round);
do $$
declare
  walled text;
begin
  foreach walled in array array['wellbeing_mean', 'wellbeing_mean_pair']
  loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy owner on %I to %I using (true) with check (true)', walled, current_user);
  end loop;
end $$;
revoke all on wellbeing_mean, wellbeing_mean_pair from kaiku_app;

-- Before and after: the first card against each later one of the same person, item by item, by the same set. Item 0 is
-- the total, where the set has one.
create function wellbeing_pairs(of_instrument integer, of_wave integer)
returns table (item integer, before_round uuid, after_round uuid, before numeric, after numeric)
language sql stable set search_path = public, pg_temp as $$
  with recursive line (first_id, card_id) as (
    select r.card_id, r.card_id from wellbeing_round r where r.wave = 0 and r.finished_at is not null and r.instrument_id = of_instrument
    union
    select l.first_id, w.new_card_id from line l join card_renewal w on w.old_card_id = l.card_id
  ), range (scoring, low, high) as (
    select i.scoring, min((s ->> 'points')::integer), max((s ->> 'points')::integer)
    from instrument i, jsonb_array_elements(i.scale) s where i.id = of_instrument group by i.id
  ), answered (round_id, card_id, wave, item, points) as (
    select r.id, r.card_id, r.wave, a.item::integer,
      case when g.scoring -> 'reversed' @> to_jsonb(a.item::integer) then g.low + g.high - a.points else a.points end::numeric
    from range g, wellbeing_round r join wellbeing_answer a on a.round_id = r.id
    where r.finished_at is not null and r.instrument_id = of_instrument and r.wave in (0, of_wave) and a.points is not null
  ), scored as (
    select * from answered
    union all
    select a.round_id, a.card_id, a.wave, 0, avg(a.points) from answered a, range g
    group by a.round_id, a.card_id, a.wave, g.scoring
    having count(*) >= (g.scoring -> 'total' ->> 'atLeast')::integer
  )
  select b.item, b.round_id, a.round_id, b.points, a.points
  from line l join scored b on b.card_id = l.first_id and b.wave = 0
  join scored a on a.card_id = l.card_id and a.wave = of_wave and a.item = b.item
  where of_wave > 0
$$;
revoke execute on function wellbeing_pairs(integer, integer) from public;

-- Whether the means of a set and wave may be published anew: something has changed by five persons at least, and nothing
-- that is shown by one to four, for the difference of two figures is a figure too. The first time waits for ten persons.
create function wellbeing_is_due(of_instrument integer, of_wave integer) returns boolean
language sql stable set search_path = public, pg_temp as $$
  with present as (
    select p.item, count(*) as persons, count(k.after_round) as stayed
    from wellbeing_pairs(of_instrument, of_wave) p
    left join wellbeing_mean_pair k on k.instrument_id = of_instrument and k.wave = of_wave and k.item = p.item
      and k.before_round = p.before_round and k.after_round = p.after_round
    group by p.item
  ), past as (
    select m.item, m.persons, m.mean_before is not null as is_shown
    from wellbeing_mean m where m.instrument_id = of_instrument and m.wave = of_wave
  ), changed as (
    select coalesce(t.is_shown, false) as is_shown, coalesce(n.persons, 0) as persons,
      coalesce(n.persons, 0) + coalesce(t.persons, 0) - 2 * coalesce(n.stayed, 0) as persons_changed
    from past t full join present n on n.item = t.item
  )
  select coalesce(max(persons_changed) >= 5 and not bool_or(is_shown and persons_changed between 1 and 4)
    and (exists (select from past) or max(persons) >= 10), false)
  from changed
$$;
revoke execute on function wellbeing_is_due(integer, integer) from public;

-- Publishes what is due, each set and wave once a month at most. A figure stands for ten persons at least; one that says
-- that all gave the lowest or all the highest answer is hidden alike.
create function wellbeing_publish(on_day date) returns integer language plpgsql set search_path = public, pg_temp as $$
declare
  due record;
  published integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('wellbeing_publish'));
  for due in
    select distinct r.instrument_id, r.wave from wellbeing_round r
    where r.wave > 0 and r.finished_at is not null
    union select m.instrument_id, m.wave from wellbeing_mean m
  loop
    continue when exists (select from wellbeing_mean m
        where m.instrument_id = due.instrument_id and m.wave = due.wave and m.counted_on > on_day - interval '1 month')
      or not wellbeing_is_due(due.instrument_id, due.wave);
    delete from wellbeing_mean m where m.instrument_id = due.instrument_id and m.wave = due.wave;
    insert into wellbeing_mean (instrument_id, wave, item, counted_on, persons, mean_before, mean_after)
    select due.instrument_id, due.wave, p.item, on_day, count(*), round(avg(p.before), 1), round(avg(p.after), 1)
    from wellbeing_pairs(due.instrument_id, due.wave) p group by p.item;
    insert into wellbeing_mean_pair (instrument_id, wave, item, before_round, after_round)
    select due.instrument_id, due.wave, p.item, p.before_round, p.after_round
    from wellbeing_pairs(due.instrument_id, due.wave) p;
    update wellbeing_mean m set mean_before = null, mean_after = null
    from (select min((s ->> 'points')::integer) as low, max((s ->> 'points')::integer) as high
      from instrument i, jsonb_array_elements(i.scale) s where i.id = due.instrument_id) g
    where m.instrument_id = due.instrument_id and m.wave = due.wave
      and (m.persons < 10 or m.mean_before in (g.low, g.high) or m.mean_after in (g.low, g.high));
    published := published + 1;
  end loop;
  return published;
end $$;
revoke execute on function wellbeing_publish(date) from public;

-- What is published, to the centre. The number of persons is rounded down to fives.
create function wellbeing_means()
returns table (instrument_id integer, item integer, wave integer, counted_on date, persons integer, mean_before float8, mean_after float8)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.instrument_id, m.item::integer, m.wave::integer, m.counted_on, case when m.mean_before is not null then m.persons / 5 * 5 end,
    m.mean_before, m.mean_after
  from wellbeing_mean m where (select visit_centre()) order by 1, 3, 2
$$;

-- Writes a set that has been checked, as `kaiku import instrument` reads it and as ours follows here.
create function instrument_add(given jsonb) returns integer language plpgsql as $$
declare
  added integer;
begin
  insert into instrument (name, version, valid_from, scale, scoring, lead, is_placeholder, source, licence)
  values (given ->> 'name', given ->> 'version', (given ->> 'validFrom')::date, given -> 'scale', given -> 'scoring',
    given -> 'lead', (given ->> 'isPlaceholder')::boolean, given ->> 'source', given ->> 'licence')
  returning id into added;
  insert into instrument_item (instrument_id, item, language, question)
  select added, i.item, q.key, q.value
  from jsonb_array_elements(given -> 'items') with ordinality as i (questions, item), jsonb_each_text(i.questions) q;
  return added;
end $$;
revoke execute on function instrument_add(jsonb) from public;

-- Our own ten questions stand in for SWB-10, whose wording is not public; every figure says so (data/instruments/).
select instrument_add($$
{
 "name": "SWB-10",
 "version": "placeholder-1",
 "validFrom": "2025-01-01",
 "isPlaceholder": true,
 "source": "Written for Kaiku, because the wording of SWB-10 is not public. Never tested or validated, and no native reader has looked at the languages beside Finnish, Swedish and English. To be replaced before real use.",
 "licence": "EUPL-1.2",
 "scoring": {
  "reversed": [
   8
  ],
  "total": null
 },
 "scale": [
  {
   "points": 1,
   "labels": {
    "fi": "Ei koskaan",
    "sv": "Aldrig",
    "en": "Never",
    "fi-simple": "Ei koskaan",
    "ar": "أبدًا",
    "ru": "Никогда",
    "uk": "Ніколи",
    "so": "Marnaba",
    "se": "In goassige"
   }
  },
  {
   "points": 2,
   "labels": {
    "fi": "Harvoin",
    "sv": "Sällan",
    "en": "Seldom",
    "fi-simple": "Harvoin",
    "ar": "نادرًا",
    "ru": "Редко",
    "uk": "Рідко",
    "so": "Marar dhif ah",
    "se": "Hárve"
   }
  },
  {
   "points": 3,
   "labels": {
    "fi": "Joskus",
    "sv": "Ibland",
    "en": "Sometimes",
    "fi-simple": "Joskus",
    "ar": "أحيانًا",
    "ru": "Иногда",
    "uk": "Іноді",
    "so": "Mararka qaarkood",
    "se": "Muhtumin"
   }
  },
  {
   "points": 4,
   "labels": {
    "fi": "Usein",
    "sv": "Ofta",
    "en": "Often",
    "fi-simple": "Usein",
    "ar": "كثيرًا",
    "ru": "Часто",
    "uk": "Часто",
    "so": "Marar badan",
    "se": "Dávjá"
   }
  },
  {
   "points": 5,
   "labels": {
    "fi": "Melkein aina",
    "sv": "Nästan alltid",
    "en": "Almost always",
    "fi-simple": "Melkein aina",
    "ar": "دائمًا تقريبًا",
    "ru": "Почти всегда",
    "uk": "Майже завжди",
    "so": "Ku dhowaad had iyo jeer",
    "se": "Measta álo"
   }
  }
 ],
 "lead": {
  "fi": "Ajattele viime kuukautta.",
  "sv": "Tänk på den senaste månaden.",
  "en": "Think of the past month.",
  "fi-simple": "Ajattele viime kuukautta.",
  "ar": "فكّر في الشهر الماضي.",
  "ru": "Подумайте о последнем месяце.",
  "uk": "Подумайте про останній місяць.",
  "so": "Ka fikir bishii la soo dhaafay.",
  "se": "Jurddaš maŋimuš mánu."
 },
 "items": [
  {
   "fi": "Kuinka usein sinulla on ollut jotain mukavaa odotettavaa?",
   "sv": "Hur ofta har du haft något trevligt att se fram emot?",
   "en": "How often have you had something nice to look forward to?",
   "fi-simple": "Kuinka usein olet odottanut jotain mukavaa?",
   "ar": "كم مرة كان لديك شيء جميل تنتظره؟",
   "ru": "Как часто вас впереди ждало что-то приятное?",
   "uk": "Як часто на вас попереду чекало щось приємне?",
   "so": "Immisa jeer ayaad haysatay wax fiican oo aad sugayso?",
   "se": "Man dávjá dus lea leamaš juoga suohttasa maid vuordit?"
  },
  {
   "fi": "Kuinka usein olet päässyt käymään siellä, missä olet halunnut?",
   "sv": "Hur ofta har du kunnat ta dig till platser som du har velat besöka?",
   "en": "How often have you been able to go to the places you wanted to?",
   "fi-simple": "Kuinka usein olet päässyt paikkaan, johon halusit?",
   "ar": "كم مرة تمكّنت من الذهاب إلى الأماكن التي أردتها؟",
   "ru": "Как часто вам удавалось бывать там, где вам хотелось?",
   "uk": "Як часто вам вдавалося бувати там, де вам хотілося?",
   "so": "Immisa jeer ayaad awooday inaad tagto meelihii aad rabtay?",
   "se": "Man dávjá leat beassan dohko gosa leat háliidan?"
  },
  {
   "fi": "Kuinka usein olet tavannut ihmisiä, joiden kanssa viihdyt?",
   "sv": "Hur ofta har du träffat människor som du trivs med?",
   "en": "How often have you met people whose company you enjoy?",
   "fi-simple": "Kuinka usein olet tavannut ihmisiä, joista pidät?",
   "ar": "كم مرة التقيت بأشخاص ترتاح لصحبتهم؟",
   "ru": "Как часто вы встречались с людьми, с которыми вам хорошо?",
   "uk": "Як часто ви зустрічалися з людьми, з якими вам добре?",
   "so": "Immisa jeer ayaad la kulantay dad aad ku raaxaysato?",
   "se": "Man dávjá leat deaivvadan olbmuiguin geaiguin loavttát?"
  },
  {
   "fi": "Kuinka usein olet jaksanut tehdä päivän tärkeimmät asiat?",
   "sv": "Hur ofta har du orkat göra det viktigaste under dagen?",
   "en": "How often have you had the energy to do the day’s main things?",
   "fi-simple": "Kuinka usein olet jaksanut tehdä päivän tärkeät asiat?",
   "ar": "كم مرة كانت لديك طاقة للقيام بأهم أمور يومك؟",
   "ru": "Как часто у вас хватало сил на главные дела дня?",
   "uk": "Як часто вам вистачало сил на головні справи дня?",
   "so": "Immisa jeer ayaad awood u lahayd inaad qabato waxyaabaha ugu muhiimsan maalinta?",
   "se": "Man dávjá leat nagodan bargat beaivvi deháleamos áššiid?"
  },
  {
   "fi": "Kuinka usein olet herännyt levänneenä?",
   "sv": "Hur ofta har du vaknat utvilad?",
   "en": "How often have you woken up rested?",
   "fi-simple": "Kuinka usein olet levännyt hyvin yöllä?",
   "ar": "كم مرة استيقظت وأنت مرتاح؟",
   "ru": "Как часто вы просыпались отдохнувшими?",
   "uk": "Як часто ви прокидалися відпочилими?",
   "so": "Immisa jeer ayaad soo toostay adigoo nastay?",
   "se": "Man dávjá leat lihkkan vuoiŋŋastan?"
  },
  {
   "fi": "Kuinka usein olet saanut apua, kun olet sitä tarvinnut?",
   "sv": "Hur ofta har du fått hjälp när du har behövt det?",
   "en": "How often have you got help when you needed it?",
   "fi-simple": "Kuinka usein olet saanut apua, kun tarvitsit sitä?",
   "ar": "كم مرة حصلت على المساعدة عندما احتجت إليها؟",
   "ru": "Как часто вы получали помощь, когда она была нужна?",
   "uk": "Як часто ви отримували допомогу, коли вона була потрібна?",
   "so": "Immisa jeer ayaad heshay caawimaad markii aad u baahnayd?",
   "se": "Man dávjá leat ožžon veahki go leat dárbbašan dan?"
  },
  {
   "fi": "Kuinka usein olet tehnyt jotain, missä olet hyvä?",
   "sv": "Hur ofta har du gjort något som du är bra på?",
   "en": "How often have you done something that you are good at?",
   "fi-simple": "Kuinka usein olet tehnyt asioita, jotka osaat hyvin?",
   "ar": "كم مرة قمت بشيء تُجيده؟",
   "ru": "Как часто вы делали то, что у вас хорошо получается?",
   "uk": "Як часто ви робили те, що вам добре вдається?",
   "so": "Immisa jeer ayaad qabatay wax aad ku fiican tahay?",
   "se": "Man dávjá leat bargan juoidá mas leat buorre?"
  },
  {
   "fi": "Kuinka usein huolet ovat vieneet ilon päivästäsi?",
   "sv": "Hur ofta har bekymmer tagit glädjen ur din dag?",
   "en": "How often have worries taken the joy out of your day?",
   "fi-simple": "Kuinka usein huolet ovat tehneet päivästä huonon?",
   "ar": "كم مرة أفسدت الهموم فرحة يومك؟",
   "ru": "Как часто заботы лишали вас радости дня?",
   "uk": "Як часто турботи позбавляли вас радості дня?",
   "so": "Immisa jeer ayey walwalku kaa qaadeen farxadda maalinta?",
   "se": "Man dávjá morrašat leat váldán ilu du beaivvis?"
  },
  {
   "fi": "Kuinka usein musiikki, kirja, esitys tai muu kulttuuri on ilahduttanut sinua?",
   "sv": "Hur ofta har musik, en bok, en föreställning eller annan kultur gjort dig glad?",
   "en": "How often has music, a book, a show or other culture made you glad?",
   "fi-simple": "Kuinka usein musiikki, kirja tai esitys on tehnyt sinut iloiseksi?",
   "ar": "كم مرة أسعدتك الموسيقى أو كتاب أو عرض أو أي ثقافة أخرى؟",
   "ru": "Как часто вас радовали музыка, книга, представление или другая культура?",
   "uk": "Як часто вас тішили музика, книга, вистава чи інша культура?",
   "so": "Immisa jeer ayey muusig, buug, bandhig ama dhaqan kale ku farxad geliyeen?",
   "se": "Man dávjá musihkka, girji, čájálmas dahje eará kultuvra lea ilosmahttán du?"
  },
  {
   "fi": "Kuinka usein olet kokenut kuuluvasi paikkakuntasi elämään?",
   "sv": "Hur ofta har du känt dig som en del av livet på din ort?",
   "en": "How often have you felt part of the life of the place where you live?",
   "fi-simple": "Kuinka usein olet tuntenut kuuluvasi mukaan kotipaikkasi elämään?",
   "ar": "كم مرة شعرت بأنك جزء من الحياة في المكان الذي تعيش فيه؟",
   "ru": "Как часто вы чувствовали себя частью жизни там, где живёте?",
   "uk": "Як часто ви відчували себе частиною життя там, де мешкаєте?",
   "so": "Immisa jeer ayaad dareentay inaad ka mid tahay nolosha meesha aad ku nooshahay?",
   "se": "Man dávjá leat dovdan ahte gulat iežat báikki eallimii?"
  }
 ]
}
$$);
