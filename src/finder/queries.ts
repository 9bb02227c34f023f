import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { isToldOn, standingOn } from '../network/queries.ts'
import type { Category, MunicipalityNames, Phase } from '../network/rules.ts'
import type { Trait } from '../terms/rules.ts'

export type FinderSite = MunicipalityNames &
  Record<Trait, boolean> & {
    id: number
    name: string
    category: Category
    /** Of the wellbeing services county, or of Helsinki, which is in none; null where nobody has given it. */
    county: string | null
    countyFi: string | null
    countySv: string | null
    /** Outside the networks: a benefit of its own, in a municipality that need not use the card. */
    isPopUp: boolean
    /** Its first day, while that is still to come. */
    popUpFrom: Day | null
    popUpUntil: Day | null
    isPaused: boolean
    phase: Phase | null
    /** How to get a ticket, in the language that was asked or in Finnish; null where the site has not said. */
    how: string | null
    howLanguage: 'fi' | 'sv' | 'en'
  }

/** Every place that one may go to on the day, or soon to a pop-up site, with all that the finder finds it by, in one statement. */
export const listFinderSites = async (db: Read, day: Day, language: string): Promise<FinderSite[]> => {
  const translation =
    language === 'fi'
      ? sql``
      : sql`left join site_text h on h.site_id = f.site_id and h.field = 'how' and h.language = ${language}`
  const { rows } = await sql<FinderSite>`/* finder.list-sites */
    select t.id, t.name, t.category, m.name_fi as "nameFi", m.name_sv as "nameSv",
      coalesce(c.code, case when m.code = '091' then m.code end) as county,
      coalesce(c.name, m.name_fi) as "countyFi", coalesce(c.name_sv, m.name_sv) as "countySv",
      t.area_id is null as "isPopUp", case when t.popup_from > ${day}::date then t.popup_from end as "popUpFrom",
      t.popup_until as "popUpUntil", s.phase,
      t.id in (select site_id from pause where site_id is not null and paused_from <= ${day}::date
        and (paused_until is null or paused_until >= ${day}::date)) as "isPaused",
      t.for_children as "forChildren", t.step_free as "stepFree", t.no_booking as "noBooking",
      ${language === 'fi' ? sql`f.text as how, 'fi'` : sql`coalesce(h.text, f.text) as how, coalesce(h.language, 'fi')`} as "howLanguage"
    from site t
    join municipality m on m.id = t.municipality_id
    left join county c on c.id = m.county_id
    left join (${standingOn(day)}) s on s.municipality_id = t.municipality_id
    left join site_text f on f.site_id = t.id and f.field = 'how' and f.language = 'fi'
    ${translation}
    where ${isToldOn(day)}`.execute(db)
  return rows
}
