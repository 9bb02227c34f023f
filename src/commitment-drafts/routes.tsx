import type { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import { paths as batches } from '../commitment-batches/words.ts'
import { addEvent, lockCommitment } from '../commitments/event-queries.ts'
import { findCommitment } from '../commitments/queries.ts'
import { type Kind, kinds, maySignFor } from '../commitments/rules.ts'
import { findSigner } from '../commitments/sign-queries.ts'
import type { Read, Write } from '../db/db.ts'
import { writeDay } from '../lib/typed-day.ts'
import { askingLetters } from '../signing/letter-words.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { checkPage } from './check-views.tsx'
import {
  AdditionsForm,
  ButtonForm,
  dayProblems,
  PartiesForm,
  PartnerForm,
  partyProblems,
  SendForm,
  suffixes,
} from './forms.ts'
import { listDrafts } from './list-queries.ts'
import { listPage } from './list-views.tsx'
import { findModelNumber } from './model-queries.ts'
import { type FoundDraft, findDraft, isKept, keepDraft, startDraft } from './queries.ts'
import { isInScope, searchPartners } from './register-queries.ts'
import { mayCancel, mayReopen, mayStart, needsLastDay, partnerKinds, toldCodes } from './rules.ts'
import { sendAsSeen, versionOf } from './send-queries.ts'
import { sentPage } from './sent-view.tsx'
import { additionsPage, partiesPage, partnerPage } from './step-views.tsx'
import { type Deed, deeds, paths, words } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnOne = { params: { commitment: string } }

/** @returns undefined of what is no draft, or is kept by others */
const ownDraft = ({ db, user, params, today }: Reading & OnOne): Promise<FoundDraft | undefined> =>
  findDraft(db, areaScopeOf(user), rowId(params.commitment), today)

/** @throws NotFound for what others keep */
const ownKept = async ({ db, user, params }: (Reading | Writing) & OnOne): Promise<number> => {
  const id = rowId(params.commitment)
  if (!(await isKept(db, areaScopeOf(user), id))) throw new NotFound()
  return id
}

/** A step of a draft. After a second press, or on the way back from what was sent, it says where the commitment is now. */
const onDraft = async (visit: Reading & OnOne, show: (draft: FoundDraft) => Page): Promise<Page> => {
  const draft = await ownDraft(visit)
  if (draft) return show(draft)
  const { language } = visit
  const id = await ownKept(visit)
  const isWaiting = (await findCommitment(visit.db, id))?.state === 'waiting'
  const { noDraft, noDraftLead, noCode } = words[language]
  return sentPage({
    ...{ language, id, kind: 'info', title: noDraft },
    lead: isWaiting ? `${noDraftLead} ${noCode}` : noDraftLead,
    ...{ codes: [], onPaper: [], signsOwn: false },
  })
}
const noDraft: Outcome = { problems: { '': 'not-a-draft' } }

const isAgain = ({ problems }: Typed) => Object.keys(problems).length > 0

const doneIn = (query: URLSearchParams) => {
  const deed = deeds.find((one) => one === query.get('done'))
  const id = query.get('id') ?? ''
  return deed === undefined ? null : { deed, id: /^\d{1,9}$/.test(id) ? Number(id) : 0 }
}

const showList = async ({ db, user, language, query }: Reading, typed: Typed) =>
  listPage({
    ...{ language, typed, batches: batches.list[language], done: doneIn(query) },
    kept: await listDrafts(db, areaScopeOf(user)),
  })

const isCentre = ({ user }: SignedIn) => areaScopeOf(user).areaId === null

const showPartner = async (visit: Reading, typed: Typed) => {
  const { db, user, language, query, today } = visit
  const own = kinds.filter((kind) => mayStart(kind, isCentre(visit)))
  const kind = own.find((one) => one === query.get('kind')) ?? null
  const q = (query.get('q') ?? '').slice(0, 100).trim()
  const model = await findModelNumber(db)
  const asked = kind && { kinds: partnerKinds[kind], q, today, model }
  const found = asked && (await searchPartners(db, areaScopeOf(user), asked))
  return partnerPage({ language, kinds: own, asked: { kind, q }, found, typed })
}

const start = async (visit: Writing, chosen: z.output<typeof PartnerForm>): Promise<Outcome> => {
  const { kind, partner } = chosen
  const { db, user, language, now, today } = visit
  const isRight =
    mayStart(kind, isCentre(visit)) &&
    partnerKinds[kind].includes(partner.kind) &&
    (await isInScope(db, areaScopeOf(user), partner, today))
  const id = isRight ? await startDraft(db, chosen, { now, today }) : null
  if (id === null) return { problems: { partner: 'partner-missing' } }
  return { redirect: fill(paths.parties[language], { commitment: id }), subject: { commitment: id } }
}

const typedParties = ({ commitment, parties }: FoundDraft): Record<string, string> => ({
  ...Object.fromEntries(
    parties.flatMap(({ way, signatory }, index) => [
      [`way${index + 1}`, way],
      [`name${index + 1}`, signatory?.name ?? ''],
      [`title${index + 1}`, signatory?.title ?? ''],
      [`email${index + 1}`, signatory?.email ?? ''],
    ]),
  ),
  ...{ from: writeDay(commitment.from), until: writeDay(commitment.until) },
  ...{ answer: writeDay(commitment.answerUntil), binding: commitment.bindingLanguage },
})

const showParties = (visit: Reading & OnOne, typed: Typed) =>
  onDraft(visit, (draft) => {
    const shown = isAgain(typed) ? typed : { values: typedParties(draft), problems: {} }
    const { commitment, parties } = draft
    const { id, kind, earlierId } = commitment
    return partiesPage({ language: visit.language, id, kind, earlierId, parties, typed: shown })
  })

const saveParties = async (
  visit: Writing & OnOne,
  { terms, parties: typed }: z.output<typeof PartiesForm>,
): Promise<Outcome> => {
  const { db, now, language, today } = visit
  const draft = await ownDraft(visit)
  if (!draft) return noDraft
  const { id, kind } = draft.commitment
  const own = typed.slice(0, draft.parties.length)
  const needsUntil = needsLastDay(kind as Kind)
  const problems = { ...partyProblems(own), ...dayProblems(terms, { today, needsUntil }) }
  if (Object.keys(problems).length > 0) return { problems }
  const parties = draft.parties.map((party, index) => {
    const { way, name, title, email } = own[index]!
    return { ...party, way: way ?? party.way, signatory: name === null ? null : { name, title, email } }
  })
  const problem = await keepDraft(db, draft, { ...terms, parties }, now)
  if (problem) return { problems: { '': problem } }
  return { redirect: fill(paths.additions[language], { commitment: id }), subject: { commitment: id } }
}

const showAdditions = (visit: Reading & OnOne, typed: Typed) =>
  onDraft(visit, ({ commitment }) => {
    const { additions } = commitment.content
    const values = Object.fromEntries(
      Object.entries(suffixes).map(([language, suffix]) => [
        `added${suffix}`,
        additions?.[language as keyof typeof suffixes] ?? '',
      ]),
    )
    const shown = isAgain(typed) ? typed : { values, problems: {} }
    return additionsPage({ language: visit.language, id: commitment.id, typed: shown })
  })

const saveAdditions = async (
  visit: Writing & OnOne,
  additions: z.output<typeof AdditionsForm>,
): Promise<Outcome> => {
  const { db, now, language } = visit
  const draft = await ownDraft(visit)
  if (!draft) return noDraft
  const { id, bindingLanguage } = draft.commitment
  if (additions && additions[bindingLanguage] === '')
    return { problems: { [`added${suffixes[bindingLanguage]}`]: 'binding-text-missing' } }
  const problem = await keepDraft(db, draft, { additions }, now)
  if (problem) return { problems: { '': problem } }
  const to = fill(paths.check[language], { commitment: id })
  return { redirect: `${to}?done=saved`, subject: { commitment: id } }
}

const showCheck = (visit: Reading & OnOne, typed: Typed) =>
  onDraft(visit, (draft) => {
    const isSaved = visit.query.get('done') === 'saved'
    return checkPage({ language: visit.language, draft, seen: versionOf(draft), typed, isSaved })
  })

const send = async (visit: Writing & OnOne, { seen }: z.output<typeof SendForm>): Promise<Outcome> => {
  const { db, user, keys, origin, language, now, today } = visit
  const id = rowId(visit.params.commitment)
  const sender = await findSigner(db, user)
  const asking = { keys, origin, letters: askingLetters, actor: actorOf(user), now, today }
  const sent = await sendAsSeen(db, areaScopeOf(user), id, { ...asking, seen, sender })
  if (typeof sent === 'string') return { problems: { '': sent } }
  const { areaId } = (await findCommitment(db, id))!
  return {
    page: sentPage({
      ...{ language, id, kind: 'ok', title: words[language].sent, lead: words[language].sentLead },
      codes: toldCodes(sent.parties, sent.codes),
      onPaper: sent.parties.filter(({ way }) => way === 'paper').map(({ name }) => name),
      signsOwn: sent.parties.some((party) => party.way === 'account' && maySignFor(sender, party, areaId)),
    }),
    subject: { commitment: id, event: sent.event, hash: sent.hash },
  }
}

/** The list at the address of a deed on one of its rows. */
const showListAt = async (visit: Reading & OnOne, typed: Typed) => {
  await ownKept(visit)
  return showList(visit, typed)
}

/** Moves a commitment by an event, where its state lets it. */
const moved = async (visit: Writing & OnOne, kind: 'cancelled' | 'reopened'): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const id = await ownKept(visit)
  await lockCommitment(db, id)
  const { state } = (await findCommitment(db, id))!
  const isAllowed = kind === 'cancelled' ? mayCancel(state) : mayReopen(state)
  if (!isAllowed) return { problems: { '': 'not-a-draft' } }
  const by = { party: null, actor: actorOf(user), at: now }
  const added =
    kind === 'cancelled'
      ? await addEvent(db, id, { ...by, kind, details: { reason: null } })
      : await addEvent(db, id, { ...by, kind, details: {} })
  const deed: Deed = kind
  return { redirect: `${paths.list[language]}?done=${deed}&id=${id}`, subject: { commitment: id, ...added } }
}

export const routes: Route[] = [
  page(paths.list, 'commitments.keep', showList),
  page(paths.partner, 'commitments.keep', showPartner),
  action(paths.partner, 'commitments.keep', PartnerForm, showPartner, start),
  page(paths.parties, 'commitments.keep', showParties),
  action(paths.parties, 'commitments.keep', PartiesForm, showParties, saveParties),
  page(paths.additions, 'commitments.keep', showAdditions),
  action(paths.additions, 'commitments.keep', AdditionsForm, showAdditions, saveAdditions),
  page(paths.check, 'commitments.keep', showCheck),
  action(paths.check, 'commitments.keep', SendForm, showCheck, send),
  action(paths.cancel, 'commitments.keep', ButtonForm, showListAt, (visit) => moved(visit, 'cancelled')),
  action(paths.reopen, 'commitments.keep', ButtonForm, showListAt, (visit) => moved(visit, 'reopened')),
  // What was refused stands at these addresses: a reload then shows the list.
  page(paths.cancel, 'commitments.keep', showListAt),
  page(paths.reopen, 'commitments.keep', showListAt),
]
