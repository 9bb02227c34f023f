import { may } from '../access.ts'
import { endAccount, endRole, hasOtherCentre } from '../accounts/role-queries.ts'
import { invitationEnd } from '../accounts/rules.ts'
import type { Read, Write } from '../db/db.ts'
import { findFactors, forgetFactors } from '../factors/queries.ts'
import { isUuid } from '../lib/uuid.ts'
import { queueMail } from '../mail/queries.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, file, type Outcome, page, proven, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { peopleCsv } from './csv.ts'
import { NoForm, queryOf, readFilter } from './forms.ts'
import { countInvitations } from './invitation-queries.ts'
import { routes as inviteRoutes } from './invite-routes.tsx'
import { EndPage, PersonPage } from './person-views.tsx'
import { countPeople, findPerson, listAllPeople, listPeople } from './queries.ts'
import { endProblem, pageOf } from './rules.ts'
import { peopleScopeOf } from './scope-queries.ts'
import { PeoplePage } from './views.tsx'
import { factorsForgottenLetter, paths, words } from './words.ts'

type Reader = SignedIn & { db: Read }

const showPeople = async ({ db, user, language, query }: Reader) => {
  const scope = peopleScopeOf(user)
  const filter = readFilter(query)
  const total = await countPeople(db, scope, filter)
  const { page, pages } = pageOf(query.get('page'), total)
  return PeoplePage({
    language,
    user,
    filter,
    query: queryOf(filter),
    total,
    people: await listPeople(db, scope, filter, page),
    invitations: await countInvitations(db, scope),
    done: query.get('done'),
    page,
    pages,
  })
}

const takeOut = async ({ db, user, language, query, today }: Reader) => ({
  type: 'text/csv; charset=utf-8',
  name: `kaiku-${words[language].csvFile}-${today}.csv`,
  body: peopleCsv(language, await listAllPeople(db, peopleScopeOf(user), readFilter(query))),
})

type OnPerson = { params: { account: string } }
type OnRole = { params: { account: string; role: string } }

/** Whoever has no role in the scope does not exist. */
const seenPerson = async ({ db, user, params }: Reader & OnPerson) => {
  const person = isUuid(params.account)
    ? await findPerson(db, peopleScopeOf(user), params.account)
    : undefined
  if (!person) throw new NotFound()
  return { ...person, isSelf: person.id === user.accountId }
}

const showPerson = async (visit: Reader & OnPerson) => {
  const { db, language, user, query } = visit
  const person = await seenPerson(visit)
  const mayEnd = may(user, 'people.end')
  const { app, passkeys, codesLeft } = await findFactors(db, person.id)
  const hasFactors = app || passkeys + codesLeft > 0
  return PersonPage({ language, person, mayEnd, hasFactors, done: query.get('done') })
}

const showEndAccount = async (visit: Reader & OnPerson, typed: Typed) =>
  EndPage({ language: visit.language, typed, person: await seenPerson(visit), what: 'account' })

const finishAccount = async (visit: SignedIn & { db: Write } & OnPerson): Promise<Outcome> => {
  const { db, language, now } = visit
  const person = await seenPerson(visit)
  const standing = person.roles.filter(({ endedAt }) => endedAt === null)
  const isCentre = standing.some(({ role }) => role === 'centre')
  const problem = endProblem({
    isSelf: person.isSelf,
    hasEnded: person.endedAt !== null,
    worksElsewhere: person.worksElsewhere,
    isLastCentre: isCentre && !(await hasOtherCentre(db, person.id)),
  })
  if (problem) return { problems: { '': problem } }
  await endAccount(db, person.id, now)
  return {
    redirect: `${fill(paths.person[language], { account: person.id })}?done=account`,
    subject: { account: person.id },
  }
}

const showForgetFactors = async (visit: Reader & OnPerson, typed: Typed) =>
  EndPage({ language: visit.language, typed, person: await seenPerson(visit), what: 'factors' })

/** Whoever has lost the second factor asks the one who keeps them: the password alone then leads to a new one. */
const removeFactors = async (visit: SignedIn & { db: Write } & OnPerson): Promise<Outcome> => {
  const { db, language, now } = visit
  const person = await seenPerson(visit)
  const { isSelf, worksElsewhere, name, email: to } = person
  const problem = endProblem({
    isSelf,
    hasEnded: person.endedAt !== null,
    worksElsewhere,
    isLastCentre: false,
  })
  if (problem) return { problems: { '': problem } }
  await forgetFactors(db, person.id)
  const letter = factorsForgottenLetter(person.language, { name })
  const expiresAt = invitationEnd(now)
  await queueMail(db, {
    kind: 'factors-forgotten',
    to,
    language: person.language,
    letter,
    now,
    expiresAt,
  })
  return {
    redirect: `${fill(paths.person[language], { account: person.id })}?done=factors`,
    subject: { account: person.id, factors: true },
  }
}

const seenRole = async (visit: Reader & OnRole) => {
  const person = await seenPerson(visit)
  const role = person.roles.find(({ id }) => id === visit.params.role)
  if (!role) throw new NotFound()
  return { person, role }
}

const showEndRole = async (visit: Reader & OnRole, typed: Typed) => {
  const { person, role } = await seenRole(visit)
  return EndPage({ language: visit.language, typed, person, what: role })
}

const finishRole = async (visit: SignedIn & { db: Write } & OnRole): Promise<Outcome> => {
  const { db, language, now } = visit
  const { person, role } = await seenRole(visit)
  const problem = endProblem({
    isSelf: person.isSelf,
    hasEnded: role.endedAt !== null || person.endedAt !== null,
    worksElsewhere: false,
    isOfGroup: role.isOfGroup,
    isLastCentre: role.role === 'centre' && !(await hasOtherCentre(db, person.id)),
  })
  if (problem) return { problems: { '': problem } }
  await endRole(db, role.id, now)
  return {
    redirect: `${fill(paths.person[language], { account: person.id })}?done=role`,
    subject: { account: person.id, accountRole: role.id },
  }
}

export const routes: Route[] = [
  page(paths.people, 'people.read', showPeople),
  file(paths.csv, 'people.read', takeOut),
  ...inviteRoutes,
  page(paths.person, 'people.read', showPerson),
  proven(page(paths.endAccount, 'people.end', showEndAccount)),
  proven(action(paths.endAccount, 'people.end', NoForm, showEndAccount, finishAccount)),
  proven(page(paths.forgetFactors, 'people.end', showForgetFactors)),
  proven(action(paths.forgetFactors, 'people.end', NoForm, showForgetFactors, removeFactors)),
  proven(page(paths.endRole, 'people.end', showEndRole)),
  proven(action(paths.endRole, 'people.end', NoForm, showEndRole, finishRole)),
]
