import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newWorld, type World } from '../test/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.end())

const names = async (statement: string) =>
  (await sql.raw<{ name: string }>(statement).execute(world.db)).rows.map(({ name }) => name)

test('migrations are numbered without a gap or a twin', () => {
  const numbers = readdirSync('src/db/migrations').map((name) =>
    Number(/^(\d{4})_[a-z_]+\.sql$/.exec(name)?.[1]),
  )
  expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1))
})

test('every foreign key has an index that begins with its columns', async () =>
  expect(
    await names(`
      select conrelid::regclass || '.' || conname as name from pg_constraint c
      where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
        select from pg_index i where i.indrelid = c.conrelid
          and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`),
  ).toEqual([]))

test('instants end in _at and know their zone; days end in _on, or say from, until, month or quarter', async () =>
  expect(
    await names(`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and (
        data_type = 'timestamp without time zone'
        or (data_type = 'timestamp with time zone' and column_name not like '%\\_at')
        or (data_type = 'date' and column_name !~ '(_on|_from|_until|^month|^quarter)$'))`),
  ).toEqual([]))

test('text is text: no length in the type, no enum, no json without b', async () =>
  expect(
    await names(`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and (data_type in ('character varying', 'character', 'json', 'money', 'real')
        or udt_name in (select typname from pg_type where typtype = 'e'))`),
  ).toEqual([]))

/** A founding principle: a column of one of these names would have to be argued about here first. */
test('nothing that names or finds a cardholder has a column in a card’s tables', async () =>
  expect(
    await names(`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and table_name ~ '^(card|consent|use|idempotency)'
        and column_name ~ '(name|birth_date|birthday|hetu|ssn|identity|address|street|phone|email|code$)'`),
  ).toEqual(['card.postal_code'])) // mandatory by the terms of use of 26.2.2025; nothing finer is kept

test('the audit log cannot be changed', async () => {
  await sql`insert into audit (done_at, actor, permission, outcome) values (now(), 'test', 'test', 'done')`.execute(
    world.db,
  )
  for (const statement of ['update audit set actor = $$x$$', 'delete from audit', 'truncate audit'])
    await expect(sql.raw(statement).execute(world.db)).rejects.toThrow('append-only')
})

test('code says of what it waits, not that it will be done some day', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(tsx?|sql|css)$/.test(name),
  )
  const marks = files.filter((name) => /\b(TODO|FIXME|XXX)\b/.test(readFileSync(`src/${name}`, 'utf8')))
  expect(marks.filter((name) => name !== 'conventions.test.ts')).toEqual([])
})
