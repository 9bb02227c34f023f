import type { z } from 'zod'
import { may } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { LimitsForm, TakeBackForm, valuesOf } from './forms.ts'
import { addLimits, listLimits, takeBackLimits } from './limit-queries.ts'
import { type Limits, limitNames, limitProblems } from './limit-rules.ts'
import { howPage, limitsPage } from './limit-views.tsx'
import { lastRound } from './queries.ts'
import { doneIn, paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }

const showHow = async ({ db, user, language, today, query }: Reading, typed: Typed) =>
  howPage({
    ...{ language, today, typed, done: doneIn(language, query) },
    limits: await listLimits(db),
    lastRound: await lastRound(db),
    mayChange: may(user, 'signals.limit'),
    mayRead: may(user, 'signals.read'),
  })

/** The form starts with the numbers that will hold last. */
const showLimits = async ({ db, language }: Reading, typed: Typed) => {
  const isSent = Object.keys(typed.values).length > 0
  if (isSent) return limitsPage({ language, typed })
  const last = (await listLimits(db)).at(-1)!
  return limitsPage({ language, typed: { ...typed, values: valuesOf(last) } })
}

/** The numbers in the audit log. The reason is text, and stays in the table. */
const subjectOf = (limits: Limits) => ({
  limits: limits.validFrom,
  ...Object.fromEntries(limitNames.map((name) => [name, limits[name]])),
})

const add = async ({ db, language, today }: Writing, limits: Limits): Promise<Outcome> => {
  const problems = limitProblems(await listLimits(db), limits, today)
  if (problems) return { problems }
  if (!(await addLimits(db, limits))) return { problems: { from: 'from-taken' } }
  return { redirect: `${paths.how[language]}?done=limits-added`, subject: subjectOf(limits) }
}

const takeBack = async (
  { db, language, today }: Writing,
  { from }: z.output<typeof TakeBackForm>,
): Promise<Outcome> =>
  (await takeBackLimits(db, from, today))
    ? {
        redirect: `${paths.how[language]}?done=limits-back`,
        subject: { limits: from, takenBack: true },
      }
    : { problems: { '': 'begun' } }

export const routes: Route[] = [
  page(paths.how, 'signals.explain', showHow),
  page(paths.limits, 'signals.limit', showLimits),
  action(paths.limits, 'signals.limit', LimitsForm, showLimits, add),
  action(paths.takeBack, 'signals.limit', TakeBackForm, showHow, takeBack),
  // What was refused there stands at this address: a reload then shows the page.
  page(paths.takeBack, 'signals.limit', showHow),
]
