import type { z } from 'zod'
import { may } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { addDays } from '../lib/dates.ts'
import { writeDay } from '../lib/typed-day.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { TermForm } from './forms.ts'
import { listTerms, setTerm } from './term-queries.ts'
import { termsPage } from './term-view.tsx'
import { termPaths } from './term-words.ts'

const showTerms = async ({ db, user, language, today, query }: SignedIn & { db: Read }, typed: Typed) => {
  const terms = await listTerms(db)
  const isSent = Object.keys(typed.values).length > 0
  const values = { from: writeDay(addDays(today, 1)), months: String(terms[0]?.months ?? '') }
  return termsPage({
    ...{ language, today, terms, typed: isSent ? typed : { ...typed, values } },
    mayChange: may(user, 'commitment-terms.change'),
    isDone: query.get('done') === 'set',
  })
}

/** Only from tomorrow on: a commitment keeps what held on the day it was sent. */
const set = async (
  { db, language, today }: SignedIn & { db: Write },
  term: z.output<typeof TermForm>,
): Promise<Outcome> => {
  if (term.from <= today) return { problems: { from: 'from-past' } }
  await setTerm(db, term)
  return {
    redirect: `${termPaths.terms[language]}?done=set`,
    subject: { commitmentTerm: term.from, months: term.months },
  }
}

export const routes: Route[] = [
  page(termPaths.terms, 'commitments.keep', showTerms),
  action(termPaths.terms, 'commitment-terms.change', TermForm, showTerms, set),
]
