import { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import { moveValidity } from '../cards/validity-queries.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { type ExceptionAsked, ExceptionForm, exceptionProblems } from './forms.ts'
import { findException, listExceptions, listTargets, makeException, withdrawException } from './queries.ts'
import { stateOn } from './rules.ts'
import { ExceptionPage, ExceptionsPage, MakePage } from './views.tsx'
import { paths, words } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnException = { params: { exception: string } }

const showList = async ({ db, user, language, today, query }: Reading) => {
  const t = words[language]
  const moved = /^\d{1,9}$/.test(query.get('moved') ?? '') ? Number(query.get('moved')) : 0
  const said: Record<string, string> = { made: t.made, withdrawn: t.withdrawn }
  const what = said[query.get('done') ?? '']
  const done = what === undefined ? null : [what, moved > 0 && t.moved(moved)].filter(Boolean).join(' ')
  return ExceptionsPage({ language, today, rows: await listExceptions(db, areaScopeOf(user)), done })
}

const mayNational = ({ user }: Reading) => areaScopeOf(user).areaId === null

const showMake = async (visit: Reading, typed: Typed) => {
  const targets = await listTargets(visit.db, areaScopeOf(visit.user))
  return MakePage({ language: visit.language, typed, targets, mayNational: mayNational(visit) })
}

/** One makes exceptions for what one keeps: the whole country is the centre's. */
const isOwn = async (visit: Reading, { areaId, siteId }: ExceptionAsked['target']) => {
  if (areaId === null && siteId === null) return mayNational(visit)
  const { areas, sites } = await listTargets(visit.db, areaScopeOf(visit.user))
  return areas.some(({ id }) => id === areaId) || sites.some(({ id }) => id === siteId)
}

const make = async (visit: Writing, asked: ExceptionAsked): Promise<Outcome> => {
  const { db, user, language, now, today } = visit
  const problems = exceptionProblems(asked, today)
  if (problems) return { problems }
  if (!(await isOwn(visit, asked.target))) return { problems: { target: 'target-missing' } }
  const { insteadFi, insteadSv, insteadEn, reasonFi, reasonSv, reasonEn } = asked
  const by = { actor: actorOf(user), now }
  const id = await makeException(
    db,
    {
      ...asked.target,
      from: asked.from!,
      until: asked.until!,
      cardsUntil: asked.cardsUntil,
      pausesSites: asked.pausesSites,
      instead: insteadFi === null ? null : { fi: insteadFi, sv: insteadSv, en: insteadEn },
      reason: { fi: reasonFi!, sv: reasonSv, en: reasonEn },
    },
    by,
  )
  const moved = asked.cardsUntil === null ? 0 : await moveValidity(db, { exceptionId: id }, by)
  const redirect = `${paths.list[language]}?done=made&moved=${moved}`
  return { redirect, subject: { exception: id, cards: moved } }
}

const numberOf = (text: string) => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new NotFound()
  return Number(text)
}

const showOne = async (visit: Reading & OnException, typed: Typed) => {
  const { db, user, language, today, params } = visit
  const scope = areaScopeOf(user)
  const id = numberOf(params.exception)
  const own = await findException(db, scope, id)
  const row = own ?? (await listExceptions(db, scope)).find((one) => one.id === id)
  if (!row) throw new NotFound()
  const mayWithdraw = own !== undefined && stateOn(row, today) !== 'past'
  return ExceptionPage({ language, row, mayWithdraw, typed })
}

const withdraw = async ({
  db,
  user,
  language,
  now,
  today,
  params,
}: Writing & OnException): Promise<Outcome> => {
  const row = await findException(db, areaScopeOf(user), numberOf(params.exception))
  if (!row) throw new NotFound()
  const isFirst = stateOn(row, today) !== 'past' && (await withdrawException(db, row.id, now))
  if (!isFirst) return { problems: { '': 'withdrawn' } }
  const by = { actor: actorOf(user), now }
  const moved = row.cardsUntil === null ? 0 : await moveValidity(db, { exceptionId: row.id }, by)
  const redirect = `${paths.list[language]}?done=withdrawn&moved=${moved}`
  return { redirect, subject: { exception: row.id, cards: moved } }
}

export const routes: Route[] = [
  page(paths.list, 'exceptions.read', showList),
  page(paths.make, 'exceptions.make', showMake),
  action(paths.make, 'exceptions.make', ExceptionForm, showMake, make),
  page(paths.one, 'exceptions.read', showOne),
  action(paths.withdraw, 'exceptions.make', z.object({}), showOne, withdraw),
  // The refused withdrawal stands at this address: a reload then shows the exception.
  page(paths.withdraw, 'exceptions.make', showOne),
]
