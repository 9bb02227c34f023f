import { may, type User } from '../access.ts'
import { lifePaths } from '../cards/life-words.ts'
import type { Read } from '../db/db.ts'
import { paths as guides } from '../guides/words.ts'
import type { Language } from '../i18n/translated.ts'
import { NotFound } from '../web/errors.tsx'
import { file, page, type Route } from '../web/route.tsx'
import { curvesCsv } from './csv.ts'
import { isYear } from './period-rules.ts'
import { findOwnPlace, listCohorts, listCurves, listPlaces, type Place } from './queries.ts'
import { firstUsePage, placeKey } from './views.tsx'
import { paths, words } from './words.ts'

/** What can be chosen: groups with a curve, and one's own place even without one. */
const placesOf = async (
  db: Read,
  user: User,
  language: Language,
): Promise<{ places: Place[]; own: Place | undefined }> => {
  const places = await listPlaces(db, language)
  const own = await findOwnPlace(db, user)
  const isListed = own && places.some((place) => placeKey(place) === placeKey(own))
  return { places: own && !isListed ? [...places, own] : places, own }
}

/** @throws NotFound for what was not counted, and for a group that is not there for who asks */
const chosenOf = <Item,>(
  given: string | null,
  all: readonly Item[],
  keyOf: (item: Item) => string,
  first: Item | undefined,
) => {
  const found = given === null ? first : all.find((item) => keyOf(item) === given)
  if (given !== null && found === undefined) throw new NotFound()
  return found
}

const cohortOf = (query: URLSearchParams, cohorts: readonly string[]) =>
  chosenOf(query.get('cohort'), cohorts, (cohort) => cohort, cohorts.find(isYear) ?? cohorts[0])

type Asking = { db: Read; user: User; language: Language; query: URLSearchParams }

const show = async ({ db, user, language, query }: Asking) => {
  const cohorts = await listCohorts(db)
  const { places, own } = await placesOf(db, user, language)
  const cohort = cohortOf(query, cohorts)
  const place = chosenOf(query.get('place'), places, placeKey, own ?? places[0])
  const curves = cohort === undefined ? [] : await listCurves(db, cohort, language)
  return firstUsePage({
    ...{ language, cohorts, places },
    chosen: cohort !== undefined && place ? { cohort, place } : null,
    curve: place && curves.find((curve) => placeKey(curve) === placeKey(place)),
    country: curves.find(({ level }) => level === 'country'),
    tasks: may(user, 'cards.read') ? lifePaths.tasks[language] : null,
    guides: guides.guides[language],
  })
}

export const routes: Route[] = [
  page(paths.firstUse, 'reports.read', show),
  file(paths.csv, 'reports.read', async ({ db, language, query }) => {
    const cohort = cohortOf(query, await listCohorts(db))
    return {
      type: 'text/csv; charset=utf-8',
      name: words[language].file,
      body: curvesCsv(language, cohort === undefined ? [] : await listCurves(db, cohort, language)),
    }
  }),
]
