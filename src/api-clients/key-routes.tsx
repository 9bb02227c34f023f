import type { z } from 'zod'
import { takeToken } from '../accounts/limit-queries.ts'
import type { Read, Write } from '../db/db.ts'
import { isUuid } from '../lib/uuid.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, proven, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { endKeyPage } from './approve-views.tsx'
import { endKey, makeKey, makeProgram } from './change-queries.ts'
import { madePage, makePage, newKeyPage } from './form-views.tsx'
import { KeyForm, NoForm, ProgramForm } from './forms.ts'
import { findProgram, listKeys, type Program, programScopeOf } from './queries.ts'
import { keyEnd, keyStateOf } from './rules.ts'
import { paths } from './words.ts'

type OfProgram = { params: { program: string } }
type OfKey = { params: { program: string; key: string } }
type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }

const makerOf = ({ user }: SignedIn) => (user.role === 'intermediary' ? 'intermediary' : 'venue')

const showMake = async (visit: Reading, typed: Typed) =>
  makePage({ language: visit.language, viewer: makerOf(visit), typed })

/** A site or an intermediary has one program, or a few. */
const mostADay = 10

/** The key is in the answer and nowhere else: no address, no log, no row. */
const make = async (visit: Writing, typed: z.output<typeof ProgramForm>): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const { name, isTest, scopes } = typed
  // Each program has tries of wrong codes of its own: nobody makes them one after another.
  const wait = await takeToken(
    db,
    `programs of ${user.siteId === null ? `organisation ${user.organisationId}` : `site ${user.siteId}`}`,
    mostADay,
    mostADay / 24,
    now,
  )
  if (wait > 0) throw new TooMany(wait)
  const id = await makeProgram(db, { name, isTest }, now)
  const expiresAt = keyEnd(now, typed.months)
  const made = await makeKey(db, { client: { id, name, isTest }, scopes, expiresAt }, now)
  if ('problem' in made) return { problems: { '': made.problem } }
  const needsApproval = makerOf(visit) === 'intermediary'
  return {
    page: madePage({ language, program: { id, name }, ...made, expiresAt, hasOld: false, needsApproval }),
    subject: { client: id, scopes: scopes.join(' '), test: isTest },
  }
}

/** @throws NotFound when whoever asks does not keep such a program, or it has ended */
const findOwn = async ({ db, user, params, now }: Reading & OfProgram): Promise<Program> => {
  const found = isUuid(params.program)
    ? await findProgram(db, programScopeOf(user), params.program, now)
    : undefined
  if (!found?.isOwn || found.endedAt) throw new NotFound()
  return found
}

const showNewKey = async (visit: Reading & OfProgram, typed: Typed) => {
  const program = await findOwn(visit)
  const [newest] = await listKeys(visit.db, program.id)
  return newKeyPage({ language: visit.language, program, typed, usual: newest?.scopes ?? [] })
}

const addKey = async (
  visit: Writing & OfProgram,
  { months, scopes }: z.output<typeof KeyForm>,
): Promise<Outcome> => {
  const { db, language, now } = visit
  const client = await findOwn(visit)
  const expiresAt = keyEnd(now, months)
  const made = await makeKey(db, { client, scopes, expiresAt }, now)
  if ('problem' in made) return { problems: { '': made.problem } }
  const hasOld = client.starts.length > 0
  return {
    page: madePage({ language, program: client, ...made, expiresAt, hasOld, needsApproval: false }),
    subject: { client: client.id, scopes: scopes.join(' ') },
  }
}

const findEnding = async ({ db, user, params, now }: Reading & OfKey) => {
  if (!isUuid(params.program) || !isUuid(params.key)) throw new NotFound()
  const program = await findProgram(db, programScopeOf(user), params.program, now)
  if (!program || !(program.isOwn || user.role === 'centre')) throw new NotFound()
  const keys = await listKeys(db, program.id)
  const keyRow = keys.find(({ id }) => id === params.key)
  if (!keyRow) throw new NotFound()
  const others = keys.filter((key) => key.id !== keyRow.id && keyStateOf(key, now) === 'works')
  return { program, keyRow, isLast: others.length === 0 }
}

const showEndKey = async (visit: Reading & OfKey) =>
  endKeyPage({ language: visit.language, ...(await findEnding(visit)) })

const finishKey = async (visit: Writing & OfKey): Promise<Outcome> => {
  const { program, keyRow } = await findEnding(visit)
  await endKey(visit.db, keyRow.id, visit.now)
  return {
    redirect: `${fill(paths.one[visit.language], { program: program.id })}?done=key-ended`,
    subject: { client: program.id, key: keyRow.id },
  }
}

export const routes: Route[] = [
  proven(page(paths.make, 'api-clients.make', showMake)),
  proven(action(paths.make, 'api-clients.make', ProgramForm, showMake, make)),
  proven(page(paths.key, 'api-clients.make', showNewKey)),
  proven(action(paths.key, 'api-clients.make', KeyForm, showNewKey, addKey)),
  proven(page(paths.endKey, 'api-clients.end', showEndKey)),
  proven(action(paths.endKey, 'api-clients.end', NoForm, showEndKey, finishKey)),
]
