import { z } from 'zod'
import { tailOf } from '../codes/rules.ts'
import { identifierIn } from '../lib/identifiers.ts'
import type { Sought } from './queries.ts'

export type Problem = 'search-missing' | 'search-form'

/**
 * What is looked for. Whoever types or scans a whole code has its last four characters looked for; what names or reaches
 * a person is looked for nowhere.
 */
export const SearchForm = z
  .object({ q: z.string().default('') })
  .transform(({ q }, context): { sought: Sought } => {
    const typed = q.normalize('NFC').trim()
    const say = (message: Problem) => context.addIssue({ code: 'custom', path: ['q'], message })
    if (typed === '') say('search-missing')
    else if (typed.length > 120 || identifierIn(typed)) say('search-form')
    return { sought: { tail: tailOf(typed.toUpperCase().replace(/[\s-]/g, '')), event: typed } }
  })
