import type { z } from 'zod'
import type { Read, Write } from '../db/db.ts'
import type { Outcome } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { doorsOf } from './doors.ts'
import type { DecisionForm, RecordForm } from './forms.ts'
import {
  type Archived,
  addDecision,
  addEntry,
  listClasses,
  listEntries,
  lockArchive,
  type Of,
} from './queries.ts'
import { classesOn, standingOf } from './rules.ts'
import { decidePage, onePage } from './views.tsx'

const done = ['saved', 'packed', 'decided', 'taken'] as const
type Done = (typeof done)[number]

export const backTo = ({ language }: SignedIn, one: Archived, what: Done) =>
  `${doorsOf(language, one).one}?done=${what}`

export const classOf = async (visit: SignedIn & { db: Read | Write }, { entry }: Archived) =>
  classesOn(await listClasses(visit.db), visit.today).find(({ code }) => code === entry?.retentionClass)

const by = ({ user, now }: SignedIn) => ({ now, by: `account:${user.accountId}` })

type Packages = Parameters<typeof onePage>[0]['packages']

/**
 * What can be done with a row of the archive, of either kind: a number and a class, and a decision when its time is over.
 * @param find throws NotFound for what is not there, or is somebody else's to keep
 */
export const recordOf = <Visit extends SignedIn>(
  find: (visit: Visit & { db: Read | Write }) => Promise<Archived>,
  ofWhat: (visit: Visit) => Of,
  packagesOf: (visit: Visit & { db: Read }) => Promise<Packages>,
) => {
  const showOne = async (visit: Visit & { db: Read }, typed: Typed) => {
    const { db, language, today, query } = visit
    return onePage({
      ...{ language, today, typed, one: await find(visit) },
      classes: classesOn(await listClasses(db), today),
      entries: await listEntries(db, ofWhat(visit)),
      packages: await packagesOf(visit),
      done: done.find((name) => name === query.get('done')) ?? null,
    })
  }

  const record = async (
    visit: Visit & { db: Write },
    given: z.output<typeof RecordForm>,
  ): Promise<Outcome> => {
    const one = await find(visit)
    const of = ofWhat(visit)
    const classes = classesOn(await listClasses(visit.db), visit.today)
    if (!classes.some(({ code }) => code === given.retentionClass))
      return { problems: { retentionClass: 'class-missing' } }
    await addEntry(visit.db, of, given, by(visit))
    const { recordNumber, retentionClass } = given
    return { redirect: backTo(visit, one, 'saved'), subject: { ...of, recordNumber, retentionClass } }
  }

  const showDecide = async (visit: Visit & { db: Read }, typed: Typed) =>
    decidePage({ language: visit.language, typed, one: await find(visit) })

  const decide = async (
    visit: Visit & { db: Write },
    given: z.output<typeof DecisionForm>,
  ): Promise<Outcome> => {
    const { db, today } = visit
    const of = ofWhat(visit)
    await lockArchive(db, of)
    const one = await find(visit)
    const years = (await classOf(visit, one))?.years ?? null
    if (standingOf({ ...one, years }, today) !== 'due') return { problems: { '': 'not-due' } }
    if (given.keptUntil !== null && given.keptUntil <= today) return { problems: { keptUntil: 'day-past' } }
    await addDecision(db, of, given, by(visit))
    const { decision, keptUntil } = given
    return { redirect: backTo(visit, one, 'decided'), subject: { ...of, decision, keptUntil } }
  }

  return { showOne, record, showDecide, decide }
}
