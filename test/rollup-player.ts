import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Write } from '../src/db/db.ts'
import { makeMunicipality, makeSite, makeUnit } from './makers.ts'
import { countByHand, keptLines, type Lines } from './rollup-model.ts'
import type { World } from './world.ts'

/*
 * Sequences of what happens to cards and uses, played inside the database: each in a subtransaction that is rolled back,
 * so that thousands take seconds. At the end of each the rollups are held against the views that recount, and against
 * the same deeds in plain arrays, which know nothing of the views.
 */

const nth = fc.nat(99)
const use = {
  card: nth,
  site: nth,
  /** How many days late. */
  back: fc.nat(20),
  hour: fc.nat(23),
  adults: fc.nat(2),
  children: fc.nat(3),
  category: fc.constantFrom('culture', 'sports'),
  kind: fc.constantFrom('ticket', 'course-place'),
  source: fc.constantFrom('desk', 'api', 'offline', 'reconciled', 'import'),
}
const step = <Name extends string, More extends object>(
  weight: number,
  name: Name,
  more: { [Key in keyof More]: fc.Arbitrary<More[Key]> },
) => ({ weight, arbitrary: fc.record({ do: fc.constant(name), ...more }) })

const anyStep = fc.oneof(
  step(1, 'make', { count: fc.integer({ min: 1, max: 4 }), unit: nth, community: fc.boolean() }),
  step(2, 'register', { card: nth, unit: nth }),
  step(1, 'unregister', { card: nth }),
  step(6, 'use', use),
  step(1, 'import', { ...use, count: fc.integer({ min: 2, max: 9 }) }),
  step(1, 'cardless', use),
  step(3, 'cancel', { use: nth, count: fc.integer({ min: 1, max: 3 }) }),
  step(1, 'correct', { card: nth }),
  step(1, 'withdraw', { card: nth }),
  step(1, 'merge-units', { from: nth, into: nth }),
  step(1, 'move', { place: fc.constantFrom('unit', 'site'), which: nth, to: nth }),
  step(1, 'pass', { days: fc.integer({ min: 1, max: 25 }) }),
  step(1, 'forget', { card: nth, count: fc.integer({ min: 1, max: 3 }) }),
)
export type Steps = ({ do: string } & Record<string, unknown>)[]
export const anySteps: fc.Arbitrary<Steps> = fc.array(anyStep, { minLength: 4, maxLength: 12 })

/** Each rollup, the view that recounts it, and what makes a row of it more than none. */
const compared = [
  ['card_usage', 'recount_card_usage', 'card_id, uses, first_used_on', 'uses <> 0'],
  [
    ...['statistics_card_year', 'recount_card_year'],
    ...[
      'year, municipality_id, unit_id, card_type, registered, taken_into_use',
      '(registered, taken_into_use) <> (0, 0)',
    ],
  ],
  [
    ...['statistics_use_month', 'recount_use_month'],
    ...['month, site_id, category, kind, card_type, source, uses, adults, children, companions', 'uses <> 0'],
  ],
  [
    ...['statistics_use_year', 'recount_use_year'],
    ...['year, municipality_id, site_id, category, card_type, uses, adults, children', 'uses <> 0'],
  ],
  [
    ...['statistics_use_hour', 'recount_use_hour'],
    ...['quarter_from, site_id, weekday, hour, card_type, uses, adults, children', 'uses <> 0'],
  ],
  ['site_activity', 'recount_site_activity', 'site_id, last_used_on', 'true'],
  ['unit_activity', 'recount_unit_activity', 'unit_id, last_registered_on', 'true'],
]
const comparison = compared
  .map(
    ([table, recount, columns, isSomething]) => `
      select '${table}' as rollup, to_jsonb(d) as row from (
        (select 'kept' as side, k.* from (select ${columns} from ${table} where ${isSomething} except all select ${columns} from ${recount}) k)
        union all
        (select 'real', r.* from (select ${columns} from ${recount} where ${isSomething} except all select ${columns} from ${table}) r)) d`,
  )
  .join(' union all ')

const player = `
create function pg_temp.play(steps jsonb) returns jsonb language plpgsql as $$
declare
  s jsonb;
  today date := '2025-12-20';
  made integer := 0;
  from_unit integer;
  into_unit integer;
  which integer;
  found_out jsonb;
begin
  begin
    for s in select * from jsonb_array_elements(steps) loop
      case s ->> 'do'
      when 'make' then
        insert into card (code_hash, code_tail, code_style, type, unit_id, state, registered_on, valid_until)
        select sha256((made + n)::text::bytea), 'X', 'new', case when (s -> 'community')::boolean then 'community' else 'personal' end,
          pg_temp.pick('issuing_unit', (s ->> 'unit')::integer + n), 'registered', today - n, today + 300
        from generate_series(1, (s ->> 'count')::integer) n;
        made := made + 10;
      when 'register' then
        update card set state = 'registered', registered_on = today, valid_until = today + 300,
          unit_id = pg_temp.pick('issuing_unit', (s ->> 'unit')::integer)
        where id = pg_temp.pick('card', (s ->> 'card')::integer) and state = 'stock';
      when 'unregister' then
        update card set state = 'stock', registered_on = null, valid_until = null, closed_on = null, unit_id = null, serial = id
        where id = pg_temp.pick('card', (s ->> 'card')::integer) and state <> 'stock';
      when 'use', 'import', 'cardless' then
        insert into use (id, used_on, card_id, anonymous_type, site_id, used_at, received_at, adults, children, companions,
          category, kind, source, recorded_by)
        select md5((made + n)::text)::uuid, d.day, c.id, case when c.id is null then 'personal' end,
          pg_temp.pick('site', (s ->> 'site')::integer + n / 3), d.day + make_time((s ->> 'hour')::integer, 30, 0), now(),
          (s ->> 'adults')::integer, (s ->> 'children')::integer, n % 2, s ->> 'category', s ->> 'kind', s ->> 'source', 'test'
        from generate_series(1, coalesce((s ->> 'count')::integer, 1)) n
        cross join lateral (select today - ((s ->> 'back')::integer + n) % 40 as day) d
        left join card c on c.id = pg_temp.pick('card', (s ->> 'card')::integer + n / 2) and s ->> 'do' <> 'cardless';
        made := made + 10;
      when 'cancel' then
        insert into use_cancellation (use_id, used_on, cancelled_at, cancelled_by)
        select id, used_on, now(), 'test' from use u where recorded_by <> 'nobody'
          and not exists (select from use_cancellation x where x.use_id = u.id)
        order by id offset (s ->> 'use')::integer % 4 limit (s ->> 'count')::integer;
      when 'correct' then
        update card set children = children + 1, revision = revision + 1 where id = pg_temp.pick('card', (s ->> 'card')::integer);
      when 'withdraw' then
        update card set state = 'withdrawn', closed_on = today
        where id = pg_temp.pick('card', (s ->> 'card')::integer) and state = 'registered';
      when 'merge-units' then
        from_unit := pg_temp.pick('issuing_unit', (s ->> 'from')::integer);
        into_unit := pg_temp.pick('issuing_unit', (s ->> 'into')::integer);
        -- Refused where the two have ever lain in different municipalities on one day.
        if not exists (select from unit_period x join unit_period y on x.municipality_id <> y.municipality_id
            and daterange(x.period_from, x.period_until, '[]') && daterange(y.period_from, y.period_until, '[]')
            where x.unit_id = from_unit and y.unit_id = into_unit) then
          update card set unit_id = into_unit, revision = revision + 1 where unit_id = from_unit;
        end if;
      when 'move' then
        -- From tomorrow, as a move or a merger of municipalities does.
        if s ->> 'place' = 'unit' then
          which := pg_temp.pick('issuing_unit', (s ->> 'which')::integer);
          delete from unit_period where unit_id = which and period_from = today + 1;
          update unit_period set period_until = today where unit_id = which and period_until is null;
          insert into unit_period (unit_id, period_from, name, organisation_id, municipality_id, area_id)
          select id, today + 1, name, organisation_id, pg_temp.pick('municipality', (s ->> 'to')::integer), area_id
          from issuing_unit where id = which;
        else
          which := pg_temp.pick('site', (s ->> 'which')::integer);
          delete from site_period where site_id = which and period_from = today + 1;
          update site_period set period_until = today where site_id = which and period_until is null;
          insert into site_period (site_id, period_from, name, organisation_id, municipality_id, area_id)
          select id, today + 1, name, organisation_id, pg_temp.pick('municipality', (s ->> 'to')::integer), area_id
          from site where id = which;
        end if;
      when 'pass' then
        today := today + (s ->> 'days')::integer;
      when 'forget' then
        perform cards_forget(array(select id from card where state <> 'stock' order by id
          offset (s ->> 'card')::integer % 3 limit (s ->> 'count')::integer));
      end case;
    end loop;
    select jsonb_build_object('recount', (select jsonb_agg(to_jsonb(d)) from (${comparison}) d), 'kept', ${keptLines})
    into found_out;
    raise exception 'played' using errcode = 'KAIKU';
  exception when sqlstate 'KAIKU' then null;
  end;
  return found_out;
end $$;`

const pick = `
create function pg_temp.pick(of_table text, which integer) returns integer language plpgsql stable as $$
begin
  return case of_table
    when 'card' then (select id from card order by id offset which % greatest((select count(*) from card), 1) limit 1)
    when 'site' then (select id from site order by id offset which % (select count(*) from site) limit 1)
    when 'municipality' then (select id from municipality order by id offset which % (select count(*) from municipality) limit 1)
    else (select id from issuing_unit order by id offset which % (select count(*) from issuing_unit) limit 1)
  end;
end $$;`

/** The places where the sequences play: two units in one municipality, a third elsewhere; a site of no area. */
export const makeStage = async ({ db }: Pick<World, 'db'>) => {
  const places = [await makeMunicipality(db), await makeMunicipality(db)] as const
  for (const municipality of [places[0], places[0], places[1]]) await makeUnit(db, { municipality })
  for (const municipality of places) await makeSite(db, { municipality })
  await makeSite(db, { municipality: places[0], popUp: true })
}

const stockTriggers = (to: 'enable' | 'disable') => `do $$
declare
  other text;
begin
  for other in select tgname from pg_trigger
    where tgrelid = 'card'::regclass and not tgisinternal and tgname not like 'statistics%' loop
    execute format('alter table card ${to} trigger %I', other);
  end loop;
end $$`

type Drift = {
  /** The rows that differ from the views; null for none. */
  recount: unknown
  /** What the arrays give, and what is kept, of the rollups where the two differ; null for none. */
  model: { table: string; byHand: string[]; kept: string[] }[] | null
}
export type Played = { steps: Steps } & Drift

const againstModel = (steps: Steps, kept: Lines): Drift['model'] => {
  const differing = Object.entries(countByHand(steps))
    .map(([table, byHand]) => ({ table, byHand, kept: kept[table]! }))
    .filter((both) => !isDeepStrictEqual(both.byHand, both.kept))
  return differing.length > 0 ? differing : null
}

const playAll = async (db: Write, sequences: readonly Steps[]): Promise<Played[]> => {
  const { rows } = await sql<{ at: number; played: { recount: unknown; kept: Lines } }>`
    select ordinality::int as at, pg_temp.play(s.steps) as played
    from jsonb_array_elements(${JSON.stringify(sequences)}::jsonb) with ordinality s (steps, ordinality)`.execute(
    db,
  )
  return rows
    .map(({ at, played: { recount, kept } }) => {
      const steps = sequences[at - 1]!
      return { steps, recount, model: againstModel(steps, kept) }
    })
    .filter(({ recount, model }) => recount !== null || model !== null)
}

/** Leaves out steps, one after another, as long as the rest still fails. */
const shorten = async (db: Write, played: Played): Promise<Played> => {
  for (let at = 0; at < played.steps.length; at++) {
    const [shorter] = await playAll(db, [played.steps.toSpliced(at, 1)])
    if (shorter) return shorten(db, shorter)
  }
  return played
}

/** @returns the first sequence after which some rollup is not what a recount gives, as short as it gets, or undefined */
export const findDrift = (
  { db }: Pick<World, 'db'>,
  sequences: readonly Steps[],
): Promise<Played | undefined> =>
  db.transaction().execute(async (write) => {
    await sql.raw(pick).execute(write)
    await sql.raw(player).execute(write)
    // Where the cards in stock lie is not played here.
    await sql.raw(stockTriggers('disable')).execute(write)
    const [first] = await playAll(write, sequences)
    const shortest = first && (await shorten(write, first))
    await sql.raw(stockTriggers('enable')).execute(write)
    await sql`drop function pg_temp.play(jsonb)`.execute(write)
    await sql`drop function pg_temp.pick(text, integer)`.execute(write)
    return shortest
  })
