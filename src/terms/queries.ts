import { sql } from 'kysely'
import type { Owner } from '../contacts/queries.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Category } from '../network/rules.ts'
import { type UseKind, useKinds } from '../uses/rules.ts'
import { readLimits, saveLimits } from './limit-queries.ts'
import {
  type Courses,
  type Limits,
  type LinkKind,
  type SiteFacts,
  type Terms,
  type TextField,
  type Texts,
  type Trait,
  type Translation,
  textFields,
  traits,
} from './rules.ts'

/** All that a site says of the card, in every language. What a site says is public. */
export const readTerms = async (db: Read, siteId: number, today: Day): Promise<Terms | undefined> => {
  const site = await db
    .selectFrom('site')
    .select(['street', 'postal_code as postalCode', 'kinds'])
    .select(['course_fee_cents', 'course_excess_by_holder'])
    .select(['for_children as forChildren', 'step_free as stepFree', 'no_booking as noBooking'])
    .where('id', '=', siteId)
    .executeTakeFirst()
  if (!site) return undefined
  const rows = await db
    .selectFrom('site_text')
    .select(['field', 'language', 'text', 'changed_at as changedAt'])
    .where('site_id', '=', siteId)
    .execute()
  const texts: Texts = {}
  for (const { field, language, text, changedAt } of rows)
    texts[field] = { ...texts[field], [language]: { text, changedAt } }
  const links = await db
    .selectFrom('site_link')
    .select(['kind', 'url'])
    .where('site_id', '=', siteId)
    .execute()
  const courses: Courses = {
    feeCents: site.course_fee_cents,
    excessByHolder: site.course_excess_by_holder,
  }
  return {
    texts,
    links: Object.fromEntries(links.map(({ kind, url }) => [kind, url])),
    courses,
    kinds: useKinds.filter((kind) => site.kinds.includes(kind)),
    limits: await readLimits(db, siteId, today),
    traits: traits.filter((trait) => site[trait]),
    street: site.street,
    postalCode: site.postalCode,
  }
}

/** Keeps a text's age when it says the same as before; an emptied one is gone. */
const saveText = async (
  db: Write,
  siteId: number,
  { field, language, text, now }: { field: TextField; language: 'fi' | Translation; text: string; now: Date },
) => {
  if (text === '') {
    await db
      .deleteFrom('site_text')
      .where('site_id', '=', siteId)
      .where('field', '=', field)
      .where('language', '=', language)
      .execute()
    return
  }
  await db
    .insertInto('site_text')
    .values({ site_id: siteId, field, language, text, changed_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['site_id', 'field', 'language'])
        .doUpdateSet({ text, changed_at: now })
        .where('site_text.text', '<>', text),
    )
    .execute()
}

const saveLink = (db: Write, siteId: number, kind: LinkKind, url: string | null) =>
  url === null
    ? db.deleteFrom('site_link').where('site_id', '=', siteId).where('kind', '=', kind).execute()
    : db
        .insertInto('site_link')
        .values({ site_id: siteId, kind, url })
        .onConflict((conflict) => conflict.columns(['site_id', 'kind']).doUpdateSet({ url }))
        .execute()

/** Saves the Finnish texts, the links, the courses and the address of a site, which `findOwner` has answered for. */
export const saveTerms = async (
  db: Write,
  { id }: Owner,
  terms: {
    texts: Record<TextField, string>
    links: Record<LinkKind, string | null>
    courses: Courses
    kinds: readonly UseKind[]
    limits: Limits
    traits: readonly Trait[]
    street: string | null
    postalCode: string | null
  },
  { now, today }: { now: Date; today: Day },
) => {
  await db
    .updateTable('site')
    .set({
      street: terms.street,
      postal_code: terms.postalCode,
      kinds: [...terms.kinds],
      course_fee_cents: terms.courses.feeCents,
      course_excess_by_holder: terms.courses.excessByHolder,
      for_children: terms.traits.includes('forChildren'),
      step_free: terms.traits.includes('stepFree'),
      no_booking: terms.traits.includes('noBooking'),
    })
    .where('id', '=', id)
    .execute()
  for (const field of textFields)
    await saveText(db, id, { field, language: 'fi', text: terms.texts[field], now })
  await saveLimits(db, id, terms.limits, today)
  for (const [kind, url] of Object.entries(terms.links)) await saveLink(db, id, kind as LinkKind, url)
}

/** Saves one translation. Those ticked as still good count as made now. */
export const saveTranslation = async (
  db: Write,
  { id }: Owner,
  language: Translation,
  { texts, stillGood }: { texts: Partial<Record<TextField, string>>; stillGood: TextField[] },
  now: Date,
) => {
  for (const [field, text] of Object.entries(texts))
    await saveText(db, id, { field: field as TextField, language, text, now })
  if (stillGood.length > 0)
    await db
      .updateTable('site_text')
      .set({ changed_at: now })
      .where('site_id', '=', id)
      .where('language', '=', language)
      .where('field', 'in', stillGood)
      .execute()
}

export type PublicSite = SiteFacts & {
  id: number
  name: string
  category: Category
  organisation: string
  nameFi: string
  nameSv: string | null
  country: 'FI' | 'SE'
}

/** Whether one gets in to a site `s`, with `n` as the one that it was merged into: the columns of `SiteFacts`. */
export const factsOn = (today: Day) => sql`
  s.closed_on as "closedOn", s.area_id is null as "isPopUp", s.popup_from as "popUpFrom",
  s.popup_until as "popUpUntil",
  case when n.id is not null then json_build_object('id', n.id, 'name', n.name) end as "mergedInto",
  (select json_build_object('from', p.paused_from, 'until', p.paused_until) from pause p
    where p.site_id = s.id and p.paused_from <= ${today}::date
      and (p.paused_until is null or p.paused_until >= ${today}::date)
    order by p.paused_until desc nulls first limit 1) as pause,
  coalesce((select case
      when bool_or(a.phase in ('pilot', 'permanent') and (a.phase_from is null or a.phase_from <= ${today}::date))
        then 'now' else 'later' end
    from area_membership a where a.municipality_id = s.municipality_id and a.phase <> 'ended'
      and (a.phase_until is null or a.phase_until >= ${today}::date) having count(*) > 0), 'no-more') as taking`

/** What anyone may know of a site, but for its terms. Its contact persons are nobody's but its keepers'. */
export const findPublicSite = async (db: Read, id: number, today: Day): Promise<PublicSite | undefined> => {
  const { rows } = await sql<PublicSite>`
    select s.id, s.name, s.category, o.name as organisation, m.name_fi as "nameFi", m.name_sv as "nameSv", m.country,
      ${factsOn(today)}
    from site s
    join organisation o on o.id = s.organisation_id
    join municipality m on m.id = s.municipality_id
    left join site n on n.id = s.merged_into_id
    where s.id = ${id}`.execute(db)
  return rows[0]
}
