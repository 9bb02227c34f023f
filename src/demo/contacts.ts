import type { Write } from '../db/db.ts'
import { addDays, dayOf, yearOf } from '../lib/dates.ts'
import { insertRows } from './makers.ts'
import type { WorldSite, WorldUnit } from './network.ts'
import { demoTerms } from './terms.ts'

const firstNames = [
  ...['Aino', 'Eero', 'Helmi', 'Onni', 'Siiri', 'Väinö', 'Lempi', 'Arvo', 'Maja', 'Otso', 'Taika', 'Ilmari'],
  ...['Saimi', 'Urho', 'Kerttu', 'Viljo'],
]
const surnames = ['Esimerkki', 'Mallinen', 'Esimerkkilä', 'Mallila', 'Esimerkkinen', 'Exempel', 'Mallikas']

/** A name that nobody has, for the nth place. */
const nameOf = (nth: number) =>
  `${firstNames[nth % firstNames.length]} ${surnames[Math.floor(nth / firstNames.length + nth) % surnames.length]}`

const plain = (name: string) =>
  name.toLowerCase().replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll(' ', '.')

/** Somebody who answers for a place: most by e-mail, every fifth by phone alone. */
const personOf = (nth: number) => {
  const name = nameOf(nth)
  return {
    name,
    email: nth % 5 === 4 ? null : `${plain(name)}@esimerkki.example`,
    phone: `08 000 ${String(1000 + nth)}`,
  }
}

/** The day on which the demo's places say that they got their contact persons: a good year ago. */
const daysServed = 400

/**
 * Gives every unit and site of the demo's own area a contact person, lets one unit confirm its year, and writes the
 * demo venue's terms. The demo's own unit and site are left to confirm theirs.
 */
export const makeContacts = async (
  db: Write,
  { units, sites, demoSite, now }: { units: WorldUnit[]; sites: WorldSite[]; demoSite: WorldSite; now: Date },
) => {
  const made_at = new Date(now.getTime() - daysServed * 86_400_000)
  const { areaId } = demoSite
  const ownUnits = units.filter((unit) => unit.areaId === areaId)
  const ownSites = sites.filter((site) => site.areaId === areaId)
  await insertRows(db, 'contact_person', [
    ...ownUnits.map(({ id }, nth) => ({ unit_id: id, site_id: null, ...personOf(nth), made_at })),
    ...ownSites.map(({ id }, nth) => ({
      unit_id: null,
      site_id: id,
      ...personOf(ownUnits.length + nth),
      made_at,
    })),
  ])
  const confirmedAt = new Date(now.getTime() - 20 * 86_400_000)
  await insertRows(db, 'confirmation', [
    {
      unit_id: ownUnits[1]!.id,
      year: yearOf(dayOf(now)),
      instructed_on: addDays(dayOf(confirmedAt), -14),
      confirmed_at: confirmedAt,
      confirmed_by: 'demo',
    },
  ])
  await insertRows(
    db,
    'site_text',
    Object.entries(demoTerms.texts).flatMap(([field, words]) =>
      Object.entries(words).map(([language, text]) => ({
        site_id: demoSite.id,
        field: field as keyof typeof demoTerms.texts,
        language: language as 'fi' | 'sv' | 'en',
        text,
        changed_at: made_at,
      })),
    ),
  )
  await insertRows(
    db,
    'site_link',
    Object.entries(demoTerms.links).map(([kind, url]) => ({
      site_id: demoSite.id,
      kind: kind as keyof typeof demoTerms.links,
      url,
    })),
  )
  const { kinds, ...columns } = demoTerms.columns
  await db
    .updateTable('site')
    .set({ ...columns, kinds: [...kinds] })
    .where('id', '=', demoSite.id)
    .execute()
  const today = dayOf(now)
  await insertRows(
    db,
    'site_limit',
    demoTerms.limits.map((limit) => ({ site_id: demoSite.id, ...limit, limit_from: today })),
  )
}
