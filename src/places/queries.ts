import { type RawBuilder, sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'

/** Rows of the areas that somebody keeps. `column` is the row's area. */
export const isKept = ({ areaId }: AreaScope, column: string) =>
  areaId === null ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = ${areaId}`

/** The letters that people leave the dots and accents from, after the plain one. */
const alike = ['aåäáàâ', 'oöóôø', 'eéèêë', 'iíï', 'uúü', 'yý', 'cč', 'sš', 'zž']

/** A pattern is thirty times quicker than `translate` of every row, which walks both alphabets for every letter. */
const patternOf = (word: string): string =>
  word.toLowerCase().replace(/./gu, (letter) => {
    const letters = alike.find(([plain]) => plain === letter)
    if (letters) return `[${letters}]`
    return /[\p{L}\p{N}]/u.test(letter) ? letter : ''
  })

/** Each word somewhere in the text, whatever capitals, dots and order. */
export const hasWords = (text: ReturnType<typeof sql>, words: readonly string[]) =>
  words.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`lower(${text}) ~ all (${words.map(patternOf)}::text[])`

/** Finnish and Swedish order on any database: å, ä, ö after z. */
export const alphabetically = (text: ReturnType<typeof sql>) =>
  sql`translate(lower(${text}), 'åäö', '{|}') collate "C"`

/** Rows of the one that was chosen, by its id; all rows when nothing was. */
export const isOf = (column: string | RawBuilder<number>, asked: string) => {
  const value = typeof column === 'string' ? sql.ref(column) : column
  return /^\d{1,9}$/.test(asked) ? sql<boolean>`${value} = ${Number(asked)}` : sql<boolean>`true`
}

/** A place in a pause on the day. */
export const isPaused = (kind: 'unit' | 'site', id: string, today: Day) => sql<boolean>`${sql.ref(id)} in (
  select ${sql.ref(`${kind}_id`)} from pause where ${sql.ref(`${kind}_id`)} is not null
    and paused_from <= ${today}::date and (paused_until is null or paused_until >= ${today}::date))`

export type AreaChoice = { id: number; name: string }
export const listAreaChoices = (db: Read, scope: AreaScope): Promise<AreaChoice[]> =>
  db
    .selectFrom('area')
    .select(['id', 'name'])
    .where(isKept(scope, 'area.id'))
    .orderBy(alphabetically(sql`name`))
    .execute()

export type MunicipalityChoice = { id: number; nameFi: string; nameSv: string | null; areaId: number }

/** The municipalities that a place can lie in: those that are in a kept area on the day or later. */
export const listMunicipalityChoices = async (
  db: Read,
  scope: AreaScope,
  day: Day,
): Promise<MunicipalityChoice[]> => {
  const { rows } = await sql<MunicipalityChoice>`
    select * from (
      select distinct on (m.id) m.id, m.name_fi as "nameFi", m.name_sv as "nameSv", s.area_id as "areaId"
      from municipality m join area_membership s on s.municipality_id = m.id
      where s.phase <> 'ended' and (s.phase_until is null or s.phase_until >= ${day}::date)
        and m.merged_into_id is null and ${isKept(scope, 's.area_id')}
      order by m.id, s.phase_from nulls first) c
    order by ${alphabetically(sql`"nameFi"`)}`.execute(db)
  return rows
}

/** Every municipality that stands, whether it uses the card or not: a pop-up site can be in any. */
export const listAllMunicipalities = (db: Read) =>
  db
    .selectFrom('municipality')
    .select(['id', 'name_fi as nameFi', 'name_sv as nameSv'])
    .where('merged_into_id', 'is', null)
    .orderBy(alphabetically(sql`name_fi`))
    .execute()

/** Every municipality with a place of the kind in the kept areas: what a list can be narrowed to. */
export const listMunicipalitiesWith = async (
  db: Read,
  kind: 'unit' | 'site',
  scope: AreaScope,
): Promise<{ id: number; nameFi: string; nameSv: string | null }[]> => {
  const { rows } = await sql<{ id: number; nameFi: string; nameSv: string | null }>`
    select m.id, m.name_fi as "nameFi", m.name_sv as "nameSv" from municipality m
    where m.id in (select p.municipality_id from ${sql.table(kind === 'unit' ? 'issuing_unit' : 'site')} p
      where p.merged_into_id is null and ${isKept(scope, 'p.area_id')})
    order by ${alphabetically(sql`m.name_fi`)}`.execute(db)
  return rows
}

export type Contact = { name: string; email: string | null; phone: string | null }

/** Who answers for a place: its own contact persons, else those of its organisation. */
export const listContacts = async (
  db: Read,
  kind: 'unit' | 'site',
  place: { id: number; organisationId: number },
): Promise<Contact[]> => {
  const { rows } = await sql<Contact & { isOwn: boolean }>`
    select name, email, phone, organisation_id is null as "isOwn" from contact_person
    where ended_at is null
      and (${sql.ref(`${kind}_id`)} = ${place.id} or organisation_id = ${place.organisationId})
    order by made_at`.execute(db)
  const own = rows.filter(({ isOwn }) => isOwn)
  return own.length > 0 ? own : rows
}

/** The contact persons of an organisation itself. */
export const listContactsOf = (db: Read, organisationId: number): Promise<Contact[]> =>
  db
    .selectFrom('contact_person')
    .select(['name', 'email', 'phone'])
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .execute()
