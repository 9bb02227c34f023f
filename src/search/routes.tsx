import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { aboutLanguages } from '../i18n/holder-languages.ts'
import { languages } from '../i18n/translated.ts'
import { listPublicMembers, listSites } from '../network/queries.ts'
import { municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { page, type Route } from '../web/route.tsx'
import { searchTexts } from './queries.ts'
import { readQuestion, searchPlaces } from './rules.ts'
import { searchPage } from './views.tsx'

/** The languages in which a reader would have a text, the own one first. */
const orderFor = (reader: HolderLanguage): HolderLanguage[] => [
  ...new Set([reader, aboutLanguages[reader].falls, ...languages]),
]

export const routes: Route[] = [
  page(publicPaths.search, 'public.read', async ({ db, reader, query, today, now }) => {
    const question = readQuestion(query)
    if (question === '') return searchPage({ reader, question, places: [], texts: [] })
    const network = { sites: await listSites(db, today), members: await listPublicMembers(db, today) }
    const places = searchPlaces(question, network, (names) => municipalityName(names, reader))
    const texts = await searchTexts(db, { question, order: orderFor(reader), now })
    return searchPage({ reader, question, places, texts })
  }),
]
