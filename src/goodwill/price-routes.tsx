import type { Permission } from '../access.ts'
import type { Owner } from '../contacts/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { writeDay } from '../lib/typed-day.ts'
import { type UseKind, useKinds } from '../uses/rules.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { Typed } from '../web/visit.ts'
import { NoForm, PriceForm, valuesOf } from './forms.ts'
import { PriceFormPage, TakeBackPage } from './price-form-views.tsx'
import { addPriceList, giveBackList, listKinds, listPriceLists, takeBackList } from './price-queries.ts'
import { PricesPage } from './price-views.tsx'
import { arrangeLists, fromProblem, type PriceList, suggestedFrom } from './rules.ts'
import { at, keptWay, listOf, type On, ownWay, type Way } from './way.ts'
import { deeds, paths } from './words.ts'

type Reading = On & { db: Read }
type Writing = On & { db: Write }
type TypedList = Pick<PriceList, 'validFrom' | 'prices'>

const isSent = (typed: Typed) => Object.keys(typed.values).length > 0

const showPrices = (way: Way) => async (visit: Reading, typed: Typed) => {
  const { site, links } = await at(way, visit)
  return PricesPage({
    ...{ language: visit.language, today: visit.today, site, links },
    lists: await listPriceLists(visit.db, site),
    done: deeds.find((deed) => deed === visit.query.get('done')) ?? null,
    problem: Object.values(typed.problems)[0] ?? null,
  })
}

/** Where a list could not be given back, its address shows the prices. @throws NotFound for a list of another site */
const showGiveBack = (way: Way) => async (visit: Reading, typed: Typed) => {
  const { site } = await at(way, visit)
  await known(visit, site)
  return showPrices(way)(visit, typed)
}

/** The kinds to ask about: what the site gives, and whatever the list has a price for already. */
const kindsFor = (offered: readonly UseKind[], list: PriceList | undefined) =>
  useKinds.filter((kind) => offered.includes(kind) || list?.prices[kind])

/** A new list begins like the one that will hold last, so that only what changes has to be typed. */
const showNew = (way: Way) => async (visit: Reading, typed: Typed) => {
  const { db, language, today } = visit
  const { site, links } = await at(way, visit)
  const lists = await listPriceLists(db, site)
  const last = arrangeLists(lists, today)[0]
  const from = writeDay(suggestedFrom(lists, today))
  const values = { ...(last ? valuesOf(last) : {}), from }
  const kinds = kindsFor(await listKinds(db, site), last)
  return PriceFormPage({
    ...{ language, links, kinds, list: null },
    typed: isSent(typed) ? typed : { ...typed, values },
  })
}

/** @throws NotFound for a list of another site */
const known = async (visit: On & { db: Read | Write }, site: Owner): Promise<PriceList> => {
  const id = listOf(visit)
  const list = (await listPriceLists(visit.db, site)).find((one) => one.id === id)
  if (!list) throw new NotFound()
  return list
}

/** @throws NotFound for a list of another site, or one that was taken back */
const standing = async (visit: On & { db: Read | Write }, site: Owner): Promise<PriceList> => {
  const list = await known(visit, site)
  if (list.takenBackAt !== null) throw new NotFound()
  return list
}

const showCorrect = (way: Way) => async (visit: Reading, typed: Typed) => {
  const { site, links } = await at(way, visit)
  const list = await standing(visit, site)
  return PriceFormPage({
    ...{ language: visit.language, links, list: list.id },
    kinds: kindsFor(await listKinds(visit.db, site), list),
    typed: isSent(typed) ? typed : { ...typed, values: valuesOf(list) },
  })
}

const showTakeBack = (way: Way) => async (visit: Reading, typed: Typed) => {
  const { site, links } = await at(way, visit)
  const list = await standing(visit, site)
  return TakeBackPage({ language: visit.language, links, typed, list })
}

const add =
  (way: Way) =>
  async (visit: Writing, list: TypedList): Promise<Outcome> => {
    const { site, links } = await at(way, visit)
    const problem = fromProblem(list.validFrom, visit.today)
    if (problem) return { problems: { from: problem } }
    if (!(await addPriceList(visit.db, site, list, visit.now))) return { problems: { from: 'from-taken' } }
    return done(links.to('prices'), 'added', { site: site.id, ...subjectOf(list) })
  }

/** What was wrong stays to be seen among the removed lists; the right one stands in its place. */
const correct =
  (way: Way) =>
  async (visit: Writing, list: TypedList): Promise<Outcome> => {
    const { site, links } = await at(way, visit)
    const old = await standing(visit, site)
    const problem = fromProblem(list.validFrom, visit.today)
    if (problem) return { problems: { from: problem } }
    if (!(await takeBackList(visit.db, site, old.id, visit.now))) return { problems: { from: 'gone' } }
    if (!(await addPriceList(visit.db, site, list, visit.now))) return { problems: { from: 'from-taken' } }
    return done(links.to('prices'), 'corrected', { site: site.id, list: old.id, ...subjectOf(list) })
  }

const takeBack =
  (way: Way) =>
  async (visit: Writing): Promise<Outcome> => {
    const { site, links } = await at(way, visit)
    const { id: list } = await standing(visit, site)
    if (!(await takeBackList(visit.db, site, list, visit.now))) return { problems: { '': 'gone' } }
    return done(links.to('prices'), 'taken-back', { site: site.id, list })
  }

const giveBack =
  (way: Way) =>
  async (visit: Writing): Promise<Outcome> => {
    const { site, links } = await at(way, visit)
    const list = await known(visit, site)
    if (list.takenBackAt === null) return { problems: { '': 'gone' } }
    if (!(await giveBackList(visit.db, site, list.id))) return { problems: { '': 'from-taken' } }
    return done(links.to('prices'), 'given-back', { site: site.id, list: list.id })
  }

const done = (prices: string, deed: (typeof deeds)[number], subject: Record<string, number | string>) => ({
  redirect: `${prices}?done=${deed}`,
  subject,
})

/** The numbers in the audit log, in cents. */
const subjectOf = ({ validFrom, prices }: TypedList) => ({
  from: validFrom,
  ...Object.fromEntries(
    useKinds.flatMap((kind) => {
      const price = prices[kind]
      return price ? [[kind, `${price.adult}/${price.child}`]] : []
    }),
  ),
})

const rowsOf = (
  way: Way,
  permission: Extract<Permission, 'place.describe' | 'sites.change'>,
  pages: typeof paths.own | typeof paths.kept,
): Route[] => [
  page(pages.prices, permission, showPrices(way)),
  page(pages.newPrices, permission, showNew(way)),
  action(pages.newPrices, permission, PriceForm, showNew(way), add(way)),
  page(pages.correct, permission, showCorrect(way)),
  action(pages.correct, permission, PriceForm, showCorrect(way), correct(way)),
  page(pages.takeBack, permission, showTakeBack(way)),
  action(pages.takeBack, permission, NoForm, showTakeBack(way), takeBack(way)),
  action(pages.giveBack, permission, NoForm, showGiveBack(way), giveBack(way)),
  // What was refused there stands at this address: a reload then shows the prices.
  page(pages.giveBack, permission, showGiveBack(way)),
]

export const priceRoutes: Route[] = [
  ...rowsOf(ownWay, 'place.describe', paths.own),
  ...rowsOf(keptWay, 'sites.change', paths.kept),
]
