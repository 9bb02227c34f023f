import { textOrderFor } from '../i18n/holder-languages.ts'
import { listPublicMembers, listSites } from '../network/queries.ts'
import { municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { shownPast } from '../trainings/rules.ts'
import { searchTrainings } from '../trainings/search-queries.ts'
import { page, type Route } from '../web/route.tsx'
import { searchTexts } from './queries.ts'
import { readQuestion, searchPlaces } from './rules.ts'
import { searchPage } from './views.tsx'

export const routes: Route[] = [
  page(publicPaths.search, 'public.read', async ({ db, reader, query, today, now }) => {
    const question = readQuestion(query)
    if (question === '') return searchPage({ reader, question, places: [], texts: [], trainings: [] })
    const network = { sites: await listSites(db, today), members: await listPublicMembers(db, today) }
    const places = searchPlaces(question, network, (names) => municipalityName(names, reader))
    const order = textOrderFor(reader)
    const texts = await searchTexts(db, { question, order, now })
    const since = new Date(now.getTime() - shownPast)
    const trainings = await searchTrainings(db, { question, order, since })
    return searchPage({ reader, question, places, texts, trainings })
  }),
]
