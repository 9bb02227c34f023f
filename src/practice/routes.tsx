import { page, type Route } from '../web/route.tsx'
import { practiceNames } from './cards.ts'
import { practicePage, type Walk } from './view.tsx'
import { practicePaths } from './words.ts'

/** Whatever else the address says counts as nothing said. */
const walkOf = (query: URLSearchParams): Walk => {
  const number = (name: string, none: number) => {
    const said = Number(query.get(name) ?? none)
    return Number.isInteger(said) && said >= 0 && said <= 9 ? said : none
  }
  return {
    card: practiceNames.find((name) => name === query.get('card')) ?? null,
    done: query.has('done') ? { adults: number('adults', 1), children: number('children', 0) } : null,
    undone: query.has('undone'),
  }
}

/** Nothing in it is anybody’s: the browser of a desk keeps it, and anyone may practise. */
export const routes: Route[] = [
  page(practicePaths.practice, 'public.read', async ({ language, now, query }) =>
    practicePage({ language, now, walk: walkOf(query) }),
  ),
]
