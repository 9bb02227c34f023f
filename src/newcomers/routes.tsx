import { areaScopeOf, may, placeScopeOf } from '../access.ts'
import { takeTokens } from '../accounts/limit-queries.ts'
import { paths as cards } from '../cards/words.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import { isTaken } from '../db/taken.ts'
import { paths as desk } from '../desk/words.ts'
import { paths as joining } from '../joining/words.ts'
import { derivedId } from '../lib/derived-id.ts'
import { queueMail } from '../mail/queries.ts'
import { listOrganisationNames } from '../organisations/queries.ts'
import { listAllMunicipalities } from '../places/queries.ts'
import { placeAddress } from '../places/words.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed, Visit } from '../web/visit.ts'
import { placeFor } from './accepting.ts'
import { acceptPage, declinePage } from './answer-views.tsx'
import { askPage, thanksPage } from './ask-views.tsx'
import { AcceptForm, type Accepting, AskForm, DeclineForm } from './forms.ts'
import { listPage, onePage } from './keep-views.tsx'
import { letterWords } from './letter-words.ts'
import { keeperDeed, ownDeed } from './links.ts'
import { ownPage } from './own-view.tsx'
import {
  answerRequest,
  findNewcomer,
  findOwnFacts,
  listKnownPlaces,
  listNewcomers,
  lockRequest,
  type Newcomer,
  type NewRequest,
  sendRequest,
} from './queries.ts'
import { progressOf } from './rules.ts'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnRequest = { params: { request: string } }

/** Requests of one network: five at once, then five an hour; of all together fifty. The public form needs no more. */
const limits = ({ caller }: Pick<Visit, 'caller'>) => [
  { bucket: `place request ${caller}`, size: 5, perHour: 5 },
  { bucket: 'place request of all', size: 50, perHour: 50 },
]
/** How long a letter waits for a mail server. */
const letterDays = 14
const daysLater = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

const showAsk = async ({ db, language, query }: Visit & { db: Read }, typed: Typed) => {
  const kind = query.get('kind')
  const values = kind === null ? typed.values : { kind, ...typed.values }
  return askPage({ language, typed: { ...typed, values }, municipalities: await listAllMunicipalities(db) })
}

type Asked = Omit<NewRequest, 'key' | 'municipalityId' | 'language'> & { municipality: number }

const ask = async (visit: Visit & { db: Write }, { municipality, ...given }: Asked): Promise<Outcome> => {
  const { db, language, now } = visit
  if ((await takeTokens(db as unknown as Pool, limits(visit), now)) > 0)
    return { problems: { '': 'too-many' } }
  if (!(await listAllMunicipalities(db)).some(({ id }) => id === municipality))
    return { problems: { municipality: 'municipality-missing' } }
  // The page is the same for all, so what is sent twice is known by what it says; on another day it is asked anew.
  const said = [
    visit.today,
    given.kind,
    given.place,
    given.organisation,
    given.email,
    given.message,
    String(municipality),
  ]
  const key = derivedId(['place request', ...said].join('\0'))
  if (await sendRequest(db, { ...given, key, municipalityId: municipality, language }, now))
    await queueMail(db, {
      ...{ kind: 'place-request-received', to: given.email, language, now },
      letter: letterWords[language].received(given.place),
      expiresAt: daysLater(now, letterDays),
    })
  return { redirect: paths.thanks[language] }
}

const find = async ({ db, user, params, now, today }: Reading & OnRequest): Promise<Newcomer> => {
  const one = await findNewcomer(db, areaScopeOf(user), rowId(params.request), { now, today })
  if (!one) throw new NotFound()
  return one
}

const showList = async ({ db, user, language, now, today }: Reading) =>
  listPage({ language, today, newcomers: await listNewcomers(db, areaScopeOf(user), { now, today }) })

const recordOf = (language: Visit['language'], { kind, unitId, siteId }: Newcomer) => {
  const id = unitId ?? siteId
  return id === null ? null : placeAddress(kind, language, id)
}

const showOne = async (visit: Reading & OnRequest) => {
  const { user, language, query, today } = visit
  const one = await find(visit)
  return onePage({
    ...{ language, one, today, isDone: query.get('done') === 'answered' },
    deed: keeperDeed(language, one, areaScopeOf(user).areaId === null),
    record: recordOf(language, one),
    mayOpenAreas: may(user, 'interest.answer') ? joining.list[language] : null,
  })
}

const showDecline = async (visit: Reading & OnRequest, typed: Typed) =>
  declinePage({ language: visit.language, typed, one: await find(visit) })

/** The letter with the answer, in the language of whoever asked. */
const tell = async (
  { db, now }: Writing,
  { email, language }: Newcomer,
  kind: 'place-request-accepted' | 'place-request-declined',
  letter: (words: (typeof letterWords)['fi']) => ReturnType<(typeof letterWords)['fi']['received']>,
) => {
  if (email === null) return
  const expiresAt = daysLater(now, letterDays)
  await queueMail(db, { kind, to: email, language, letter: letter(letterWords[language]), now, expiresAt })
}

const answered = (language: Visit['language'], { id }: Newcomer, more = {}): Outcome => ({
  redirect: `${fill(paths.one[language], { request: id })}?done=answered`,
  subject: { request: id, ...more },
})

/** What somebody else answered meanwhile is not answered again. */
const isStillAsked = async (db: Write, id: number) => (await lockRequest(db, id))?.state === 'asked'

const decline = async (visit: Writing & OnRequest, { reason }: { reason: string }): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const one = await find(visit)
  if (!(await isStillAsked(db, one.id))) return { problems: { '': 'answered-already' } }
  await answerRequest(db, one.id, { state: 'declined', reason }, { now, actor: actorOf(user) })
  await tell(visit, one, 'place-request-declined', (words) => words.declined(one.place, reason))
  return answered(language, one)
}

const showAccept = async (visit: Reading & OnRequest, typed: Typed) => {
  const { db, user, language, today } = visit
  const one = await find(visit)
  const scope = areaScopeOf(user)
  return acceptPage({
    ...{ language, one, typed },
    known: await listKnownPlaces(db, scope, one, today),
    organisations: await listOrganisationNames(db, scope),
    isProposal: !may(user, 'units.answer'),
  })
}

const accept = async (visit: Writing & OnRequest, form: Accepting): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const one = await find(visit)
  if (!(await isStillAsked(db, one.id))) return { problems: { '': 'answered-already' } }
  const place = await placeFor(visit, one, form)
  if ('problems' in place) return place
  const { id } = place
  const became = one.kind === 'unit' ? { unitId: id } : { siteId: id }
  try {
    await answerRequest(db, one.id, { state: 'accepted', ...became }, { now, actor: actorOf(user) })
  } catch (error) {
    // Another request became the same place a moment ago.
    if (isTaken(error)) return { problems: { known: 'known-taken' } }
    throw error
  }
  await tell(visit, one, 'place-request-accepted', (words) => words.accepted(one.kind, one.place))
  return answered(language, one, { [one.kind]: id })
}

const showOwn = async ({ db, user, language, now }: Reading) => {
  const scope = placeScopeOf(user)
  const facts = await findOwnFacts(db, scope, now)
  const kind = 'unitId' in scope ? 'unit' : 'site'
  return ownPage({
    ...{ language, kind, place: user.place ?? '' },
    progress: facts && progressOf(facts),
    deed: ownDeed(language, facts),
    work: kind === 'unit' ? cards.issue[language] : desk.desk[language],
  })
}

export const routes: Route[] = [
  page(paths.ask, 'newcomers.ask', showAsk),
  action(paths.ask, 'newcomers.ask', AskForm, showAsk, ask),
  page(paths.thanks, 'newcomers.ask', async ({ language }) => thanksPage(language)),
  page(paths.list, 'newcomers.answer', showList),
  page(paths.one, 'newcomers.answer', showOne),
  page(paths.decline, 'newcomers.answer', showDecline),
  action(paths.decline, 'newcomers.answer', DeclineForm, showDecline, decline),
  page(paths.accept, 'newcomers.answer', showAccept),
  action(paths.accept, 'newcomers.answer', AcceptForm, showAccept, accept),
  page(paths.own, 'place.read', showOwn),
]
