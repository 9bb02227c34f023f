import { placeScopeOf, unitScopeOf } from '../access.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import { formatCode, fromScan, readCode, suggestCode } from '../codes/rules.ts'
import type { Read, Write } from '../db/db.ts'
import { findStanding } from '../induction/queries.ts'
import { isDue } from '../induction/rules.ts'
import { inductionLine } from '../induction/words.ts'
import { type Day, dayOf, yearOf } from '../lib/dates.ts'
import { readDay, writeDay } from '../lib/typed-day.ts'
import { findFollows, mayBegin } from '../model/follow-queries.ts'
import { followNotice } from '../model/follow-words.ts'
import { findHome, listSources } from '../postal-codes/queries.ts'
import { countryOf, homeQuestion } from '../postal-codes/rules.ts'
import { actorOf } from '../web/audit.ts'
import { TextField } from '../web/components/field.tsx'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import {
  acceptedCode,
  answerProblems,
  cardProblem,
  homeProblem,
  PaperForm,
  type Registration,
  RegistrationForm,
} from './forms.ts'
import { InductionLine, IssuePage } from './issue-view.tsx'
import { issuePaths, issueWords } from './issue-words.ts'
import { firstHandOver, handedOnProblem } from './paper-rules.ts'
import { findCardByCode, findOwnCard, findSameRegistration, listPolicies, registerCard } from './queries.ts'
import { effectiveUntil, ownUntil, policyOn, postalCode, undoUntil } from './rules.ts'
import { findAgreedAt, findUnit } from './unit-queries.ts'
import { holdValidity } from './validity-queries.ts'
import { consentVersion, paths, words } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }

/** Only a number names a card; all else is as unknown as a card that does not exist. */
export const cardIdOf = (text: string | null) => {
  if (text === null || !/^\d{1,15}$/.test(text)) throw new NotFound()
  return Number(text)
}

/** What every page with this form shows, on the day that its rules are of. */
export const issueFacts = async (visit: Reading, typed: Typed, day: Day) => {
  const { db, user, language } = visit
  const policy = policyOn(await listPolicies(db), day)
  const unit = await findUnit(db, unitScopeOf(user), day)
  const [source] = await listSources(db)
  const { home, problems } = await askAboutHome(db, typed, { areaId: unit.areaId, day })
  return {
    language,
    typed: { ...typed, problems: { ...problems, ...typed.problems } },
    unit,
    policy,
    latestBirthYear: yearOf(day) - policy.minimumAge,
    home,
    source: source ?? null,
    issuedOn: null,
    meant: null,
    undone: null,
  }
}

/** Asked beside the other problems of a form, so that nobody sends it twice to learn of both. */
const askAboutHome = async (db: Read, { values }: Typed, at: { areaId: number; day: Day }) => {
  const code = postalCode(values.postalCode ?? '')
  if (code === null) return { home: null, problems: {} }
  const found = await findHome(db, { code, country: countryOf(values.postalCode ?? '') }, at)
  return { home: found.home, problems: homeProblem({ postalCode: code, home: values.home ?? '' }, found) }
}

const showIssue = async (visit: Reading, typed: Typed) => {
  const { db, user, language, today, query } = visit
  const { follows, waiting } = await findFollows(db, placeScopeOf(user), today)
  const undone = query.has('undone')
    ? await findOwnCard(db, unitScopeOf(user), cardIdOf(query.get('undone')))
    : undefined
  // Quietly, and never in the way: whoever stands at the table is helped first.
  const standing = await findStanding(db, user, today)
  const induction = standing && isDue(standing) ? inductionLine(language, standing) : null
  return IssuePage({
    ...(await issueFacts(visit, typed, today)),
    ...(induction === null ? {} : { above: <InductionLine language={language} text={induction} /> }),
    way: 'desk',
    title: words[language].title,
    address: paths.issue[language],
    told: followNotice(language, follows, waiting),
    undone: undone?.state === 'stock' && undone.revision > 0 ? undone.tail : null,
    ...(await aboutCode(visit, typed)),
  })
}

const showPaper = async (visit: Reading, typed: Typed) => {
  const { db, user, language, today, query } = visit
  const t = issueWords[language]
  const agreedAt = await findAgreedAt(db, unitScopeOf(user))
  const first = firstHandOver(today, agreedAt && dayOf(agreedAt))
  const written = typed.values.handedOn ?? writeDay(readDay(query.get('day') ?? ''))
  const day = readDay(written)
  return IssuePage({
    ...(await issueFacts(visit, typed, day !== null && day >= first && day <= today ? day : today)),
    way: 'paper',
    title: t.paper,
    address: issuePaths.paper[language],
    above: <p class="lead">{t.paperText}</p>,
    before: (problem) => (
      <TextField
        name="handedOn"
        label={t.handedOn}
        hint={t.handedOnHint(first)}
        width={12}
        autocomplete="off"
        value={written}
        problem={problem}
      />
    ),
    ...(await aboutCode(visit, typed)),
  })
}

/** What helps with a refused code: when the card was issued, or which card of the unit's own was meant. */
const aboutCode = async ({ db, user, keys }: Reading, { values, problems }: Typed) => {
  const typed = acceptedCode(values)
  const scope = unitScopeOf(user)
  if (problems.code === 'card-issued') {
    const card = await findCardByCode(db, scope, keys, readCode(typed))
    return { issuedOn: card?.own ? card.registeredOn : null, meant: null }
  }
  // The check characters alone tell what was meant; the register is asked only whether the unit has that card.
  const isTypo = ['code-unknown', 'code-check', 'code-short'].includes(problems.code ?? '')
  const meant = isTypo ? suggestCode(fromScan(typed)) : null
  const card = meant === null ? undefined : await findCardByCode(db, scope, keys, readCode(meant))
  const isOwnStock = card?.own && card.state === 'stock' && card.type === 'personal'
  return { issuedOn: null, meant: isOwnStock && meant ? formatCode(meant) : null }
}

/** Wrong codes an hour, an account. The cards in the unit's own stock cost nothing: they lie on its table. */
const missesPerHour = 20

/** What the rules of a day say of the answers, and what they were judged by. The same in practice. */
export const judge = async (visit: Reading, form: Registration, day: Day) => {
  const { db, user } = visit
  const policy = policyOn(await listPolicies(db), day)
  const unit = await findUnit(db, unitScopeOf(user), day)
  const where = { code: form.postalCode, country: form.country }
  const found = await findHome(db, where, { areaId: unit.areaId, day })
  const problems = { ...answerProblems(form, { policy, today: day, unit }), ...homeProblem(form, found) }
  const own = ownUntil(policy, day)
  const until = effectiveUntil(own, unit.pilotUntil, unit.prolongations ?? [])
  return { unit, problems, ownUntil: own, validUntil: until, asked: homeQuestion(found), home: found.home }
}

const registerOn = async (visit: Writing, form: Registration, handedOn: Day | null): Promise<Outcome> => {
  const { db, user, language, now, today, keys } = visit
  const scope = unitScopeOf(user)
  const actor = actorOf(user)
  const code = readCode(acceptedCode(form))
  const card = await findCardByCode(db, scope, keys, code)
  const query = handedOn === null ? '' : '?way=paper'
  const issued = (id: number) => fill(paths.issued[language], { card: id }) + query

  /** A form sent twice, by a double click or because the first answer was lost, must not look like a card lost. */
  const again = async (id: number): Promise<Outcome | null> => {
    const registeredAt = await findSameRegistration(db, id, form, actor, handedOn)
    // Of two that came together, the later one may have been written first.
    const isRepeat = registeredAt !== undefined && now <= undoUntil(registeredAt)
    return isRepeat ? { redirect: issued(id), subject: { card: id, again: true } } : null
  }
  const known = card?.own ? await again(card.id) : null
  if (known) return known

  await holdValidity(db)
  const day = handedOn ?? today
  if (!(await mayBegin(db, placeScopeOf(user), 'no-new-cards', day)))
    return { problems: { '': 'model-missing' } }
  const { problems, asked, ownUntil, validUntil } = await judge(visit, form, day)
  const refusal = cardProblem(card, code)
  if (refusal || !card?.own) {
    const wait = await takeToken(db, `code-misses:${user.accountId}`, missesPerHour, missesPerHour, now)
    return { problems: { ...problems, code: wait > 0 ? 'too-many-codes' : refusal! }, keep: true }
  }
  if (Object.keys(problems).length > 0) return { problems }
  const isFirst = await registerCard(db, scope, card.id, form, {
    actor,
    now,
    registeredOn: day,
    ownUntil,
    validUntil,
    consent: { version: consentVersion, language },
  })
  if (!isFirst) return (await again(card.id)) ?? { problems: { code: 'card-issued' } }
  return { redirect: issued(card.id), subject: { card: card.id, ...(asked && { home: asked }) } }
}

const register = (visit: Writing, form: Registration) => registerOn(visit, form, null)

/** The rules are those of the hand-over day, so a day that cannot be is refused before anything is judged by it. */
const registerFromPaper = async (
  visit: Writing,
  form: Registration & { handedOn: Day },
): Promise<Outcome> => {
  const { db, user, today } = visit
  const agreedAt = await findAgreedAt(db, unitScopeOf(user))
  const problem = handedOnProblem(form.handedOn, { today, agreedOn: agreedAt && dayOf(agreedAt) })
  return problem ? { problems: { handedOn: problem } } : registerOn(visit, form, form.handedOn)
}

export const routes: Route[] = [
  page(paths.issue, 'cards.issue', showIssue),
  action(paths.issue, 'cards.issue', RegistrationForm, showIssue, register),
  page(issuePaths.paper, 'cards.issue', showPaper),
  action(issuePaths.paper, 'cards.issue', PaperForm, showPaper, registerFromPaper),
]
