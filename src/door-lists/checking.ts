import { createHmac } from 'node:crypto'
import { siteScopeOf } from '../access.ts'
import { formatCode, readCode, suggestCode, tailOf } from '../codes/rules.ts'
import type { Write } from '../db/db.ts'
import { missBuckets } from '../desk/queries.ts'
import { adultsProblem } from '../desk/rules.ts'
import type { Day } from '../lib/dates.ts'
import { derivedId } from '../lib/derived-id.ts'
import { keyFor } from '../lib/sealed.ts'
import type { FileTable } from '../lib/table-file.ts'
import { type LookedUp, lookUpCodes } from '../uploads/code-queries.ts'
import type { SiteOfScope } from '../uses/list-queries.ts'
import { findForUse } from '../uses/queries.ts'
import { listStates } from '../uses/reconciled-queries.ts'
import { type NewUse, recordUse } from '../uses/record-queries.ts'
import { refusalOf, type UseKind, usualKindOf } from '../uses/rules.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import type { SignedIn } from '../web/visit.ts'
import {
  type CheckedLine,
  formProblem,
  type LineProblem,
  type ListMapping,
  meaningOf,
  numbersOf,
  plainCode,
  shownCode,
  usedAtOf,
  type WrittenLine,
} from './rules.ts'

/** A list between its upload and somebody's word. */
export type DoorList = {
  day: Day
  event: string | null
  /** A file whose columns are not known yet. */
  table: FileTable | null
  mapping: ListMapping | null
  lines: CheckedLine[]
  cards: Record<string, LookedUp>
}

/** A line before the register is asked. A personal identity code is not kept, only that it was one. */
export const unchecked = (line: WrittenLine): CheckedLine => {
  const code = shownCode(plainCode(line.code))
  const problem = code === '' && line.code !== '' ? 'identity-code' : null
  return { ...line, code, problem, ...{ state: 'bad', tail: null, meant: null, again: false } }
}

/** What is wrong with a line by itself; one that held a personal identity code says so until another code is written. */
const ownProblem = (line: CheckedLine, day: Day, now: Date): LineProblem | null => {
  if (line.state === 'dropped') return null
  const problem = formProblem(line, day, now)
  return problem === 'code-form' && line.problem === 'identity-code' ? 'identity-code' : problem
}

type Writing = SignedIn & { db: Write }
/** How often the same line may be undone and recorded anew. */
const mostRounds = 5

type Judged = { line: CheckedLine; cardId: number | null }

/** The id of each line: one for what it says, the next one for its twin, and another after an undo. */
const idsOf = async (
  { db, keys }: Writing,
  judged: readonly Judged[],
  site: SiteOfScope,
  { day, event }: DoorList,
) => {
  // Programs and devices are told ids: from a plain digest they could find the number of the card.
  const key = keyFor(keys, 'lines of door lists')
  const idOf = (meaning: string) => derivedId(createHmac('sha256', key).update(meaning).digest())
  const times = new Map<string, number>()
  const rounds = judged.map(({ line, cardId }) => {
    if (cardId === null || numbersOf(line) === null) return []
    const meaning = meaningOf(line, { siteId: site.id, day, event, cardId })
    const time = times.get(meaning) ?? 0
    times.set(meaning, time + 1)
    return Array.from({ length: mostRounds }, (_, round) => idOf(`${meaning}#${time}#${round}`))
  })
  const states = await listStates(db, rounds.flat())
  return rounds.map((ids) => {
    const id = ids.find((one) => states.get(one) !== 'undone') ?? null
    return { id, isRecorded: id !== null && states.get(id) === 'stands' }
  })
}

const wantedOf = (line: CheckedLine, kind: UseKind, usedAt: Date) => ({
  ...numbersOf(line)!,
  kind,
  usedAt,
  overrideReason: null,
  confirmDuplicate: line.again,
})

/** What one line is judged by: the list it stands in, and the cards of the lines before it. */
type Around = { visit: Writing; site: SiteOfScope; list: DoorList; seen: Set<number>; records: boolean }

const bad = (line: CheckedLine, problem: LineProblem, meant: string | null = null): CheckedLine => ({
  ...line,
  ...{ state: 'bad', problem, meant, tail: null },
})
const known = (line: CheckedLine, state: 'good' | 'recorded', tail: string): CheckedLine => ({
  ...line,
  ...{ state, problem: null, meant: null, tail },
})

const record = async ({ visit, site, list }: Around, use: Omit<NewUse, 'eventOn' | 'source'>) => {
  const { db, user, now } = visit
  const recorded = await recordUse(
    db,
    { ...use, eventOn: null, source: 'offline' },
    {
      ...{ owner: `site:${site.id}`, key: use.id, bodyHash: Buffer.from(use.id) },
      ...{ status: 303, answer: { id: use.id, on: list.day }, now },
      ...{ actor: actorOf(user), role: user.role, audited: true, proof: null },
    },
  )
  if (recorded.outcome === 'card-changed') throw new Error('The card changed while its line was recorded')
}

/** Asks the rules about a line whose card is known, and records it when that is wanted. */
const judgeKnown = async (around: Around, line: CheckedLine, id: string): Promise<CheckedLine> => {
  const { visit, site, list, records } = around
  const { db, user, keys, now } = visit
  const usedAt = usedAtOf(line, list.day, now)!
  const asked = { siteId: site.id, event: list.event, kind: usualKindOf(site), at: usedAt }
  const name = { code: readCode(line.code), keys }
  const { card, site: place, home, recent } = await findForUse(db, name, siteScopeOf(user), asked)
  if (!place) throw new NotFound()
  const wanted = wantedOf(line, usualKindOf(place), usedAt)
  // The tickets were given that night: a limit of the site is no reason to leave them out.
  const refusal = refusalOf({ card, site: place, home, recent, limit: null }, wanted, now)
  if (refusal || !card) return bad(line, refusal ?? 'card-unknown')
  const tooMany = adultsProblem(card.type, wanted.adults)
  if (tooMany) return bad(line, tooMany)
  const { category } = place
  if (records)
    await record(around, { ...wanted, id, siteId: site.id, event: list.event, limit: null, category, card })
  return known(line, records ? 'recorded' : 'good', card.tail)
}

const judgeOne = (around: Around, { line, cardId }: Judged, id: string | null, isRecorded: boolean) => {
  const { visit, list, seen } = around
  const problem = ownProblem(line, list.day, visit.now)
  if (line.state === 'dropped') return line
  if (problem) return bad(line, problem)
  if (cardId === null || id === null) {
    const meant = suggestCode(line.code)
    return bad(line, list.cards[line.code] === 'later' ? 'later' : 'card-unknown', meant && formatCode(meant))
  }
  if (!isRecorded && seen.has(cardId) && !line.again) return bad(line, 'repeated')
  seen.add(cardId)
  return isRecorded ? known(line, 'recorded', tailIn(line)) : judgeKnown(around, line, id)
}

/** Asks the register about each line, and records the good ones when `records` says so. Nothing else is written. */
const judge = async (visit: Writing, site: SiteOfScope, asked: DoorList, records: boolean) => {
  const { db, user, keys, now } = visit
  const isSound = (line: CheckedLine) =>
    line.state !== 'dropped' && formProblem(line, asked.day, now) === null
  const codes = asked.lines.filter(isSound).map(({ code }) => code)
  const limit = { buckets: missBuckets(user, site), now }
  const cards = { ...asked.cards, ...(await lookUpCodes(db, keys, site.id, codes, limit, asked.cards)) }
  const list = { ...asked, cards }
  const judged = list.lines.map((line) => {
    const found = isSound(line) ? cards[line.code] : null
    return { line, cardId: typeof found === 'number' ? found : null }
  })
  const ids = await idsOf(visit, judged, site, list)
  const around: Around = { visit, site, list, seen: new Set(), records }
  const lines: CheckedLine[] = []
  const useIds: string[] = []
  for (const [index, one] of judged.entries()) {
    const { id, isRecorded } = ids[index]!
    const line = await judgeOne(around, one, id, isRecorded)
    if (line.state === 'recorded' && !isRecorded) useIds.push(id!)
    lines.push(line)
  }
  return { list: { ...list, lines }, useIds }
}

const tailIn = ({ code }: CheckedLine) => {
  const { fresh, legacy } = readCode(code)
  return tailOf(fresh ?? legacy)
}

/** What the register says of each line. Records nothing. */
export const checkList = async (visit: Writing, site: SiteOfScope, list: DoorList): Promise<DoorList> =>
  (await judge(visit, site, list, false)).list

/** Records the good lines by the normal rules, each once, and leaves the others to be corrected. */
export const recordList = (visit: Writing, site: SiteOfScope, list: DoorList) =>
  judge(visit, site, list, true)
