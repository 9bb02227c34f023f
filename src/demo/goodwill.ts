import type { Write } from '../db/db.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import { type UseKind, useKinds } from '../uses/rules.ts'
import { insertRows } from './makers.ts'
import type { WorldSite } from './network.ts'

type Cents = readonly [adult: number, child: number]
type Tariff = Partial<Record<UseKind, Cents>>

/** What others pay in the demo, in cents; a hall of the kind may have any likeness to a real one by chance. */
const tariffs: Record<WorldSite['category'], Tariff> = {
  culture: { ticket: [2400, 1200], 'season-pass': [9000, 4500] },
  education: { ticket: [1200, 600], 'course-place': [6500, 4000] },
  science: { ticket: [1800, 900], 'season-pass': [5200, 2600] },
  sports: { ticket: [750, 400], 'season-pass': [4800, 2900], 'course-place': [5500, 3500] },
}

/** Every sixth site has told no prices, so that what is then said is there to be seen. */
const isSilent = (nth: number) => nth % 6 === 5

/** Prices of most sites, which rose by a tenth as this year began; the demo venue has taken back a list with a slip. */
export const makePrices = async (
  db: Write,
  {
    sites,
    demoSite,
    today,
    now,
  }: { sites: readonly WorldSite[]; demoSite: WorldSite; today: Day; now: Date },
) => {
  const thisYear = `${yearOf(today)}-01-01`
  const add = async (site: WorldSite, validFrom: Day, dearer: number, isTakenBack = false) => {
    const { id } = await db
      .insertInto('price_list')
      .values({
        ...{ site_id: site.id, valid_from: validFrom, made_at: now },
        taken_back_at: isTakenBack ? now : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const dear = (cents: number) => Math.round((cents * dearer) / 50) * 50
    await insertRows(
      db,
      'price',
      useKinds.flatMap((kind) => {
        const cents = tariffs[site.category][kind]
        if (!cents) return []
        const [adult_cents, child_cents] = cents.map(dear) as [number, number]
        return [{ list_id: id, kind, adult_cents, child_cents }]
      }),
    )
  }
  for (const [nth, site] of sites.entries()) {
    if (isSilent(nth) && site.id !== demoSite.id) continue
    await add(site, `${yearOf(today) - 2}-01-01`, 1)
    await add(site, thisYear, 1.1)
  }
  await add(demoSite, thisYear, 11, true)
}

/** Years before the demo's own, as if they had been published elsewhere. Invented, as their source says. */
export const makePublishedYears = (db: Write) =>
  insertRows(
    db,
    'published_year',
    [2015, 2016, 2017].map((year, nth) => ({
      ...{
        year,
        cards_registered: 240 + 610 * nth,
        cards_taken_into_use: nth === 0 ? null : 190 + 220 * nth,
      },
      ...{ uses_adult_culture: 510 + 980 * nth, uses_child_culture: nth === 0 ? null : 130 + 90 * nth },
      ...{ uses_adult_education: 60 * nth || null, uses_child_education: null },
      ...{ uses_adult_science: null, uses_child_science: null },
      ...{ uses_adult_sports: 30 * nth || null, uses_child_sports: 12 * nth || null },
      uses_total: 510 + 980 * nth + (nth === 0 ? 0 : 130 + 90 * nth) + 60 * nth + 30 * nth + 12 * nth,
      ...{
        municipalities: 2 + 4 * nth,
        source: 'Harjoitusaineiston keksityt luvut',
        counted_on: `${year + 1}-03-01`,
      },
    })),
  )
