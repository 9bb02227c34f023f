import { siteScopeOf } from '../access.ts'
import { formatCode, readCode, suggestCode, tailOf } from '../codes/rules.ts'
import type { Write } from '../db/db.ts'
import { missBuckets } from '../desk/queries.ts'
import { adultsProblem } from '../desk/rules.ts'
import type { Day } from '../lib/dates.ts'
import { derivedId } from '../lib/derived-id.ts'
import type { FileTable } from '../lib/table-file.ts'
import { type LookedUp, lookUpCodes } from '../uploads/code-queries.ts'
import type { SiteOfScope } from '../uses/list-queries.ts'
import { findForUse, recordUse } from '../uses/queries.ts'
import { listStates } from '../uses/reconciled-queries.ts'
import { refusalOf } from '../uses/rules.ts'
import { actorOf } from '../web/audit.ts'
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

export const unchecked = (line: WrittenLine): CheckedLine => ({
  ...line,
  code: shownCode(plainCode(line.code)),
  ...{ state: 'bad', problem: null, tail: null, meant: null, again: false },
})

type Writing = SignedIn & { db: Write }
/** How often the same line may be undone and recorded anew. */
const mostRounds = 5

type Judged = { line: CheckedLine; cardId: number | null; id: string | null }

/** The id of each line: one for what it says, the next one for its twin, and another after an undo. */
const idsOf = async (db: Write, judged: readonly Judged[], site: SiteOfScope, { day, event }: DoorList) => {
  const times = new Map<string, number>()
  const rounds = judged.map(({ line, cardId }) => {
    if (cardId === null || numbersOf(line) === null) return []
    const meaning = meaningOf(line, { siteId: site.id, day, event, cardId })
    const time = times.get(meaning) ?? 0
    times.set(meaning, time + 1)
    return Array.from({ length: mostRounds }, (_, round) => derivedId(`${meaning}#${time}#${round}`))
  })
  const states = await listStates(db, rounds.flat())
  return rounds.map((ids) => {
    const id = ids.find((one) => states.get(one) !== 'undone') ?? null
    return { id, isRecorded: id !== null && states.get(id) === 'stands' }
  })
}

const wantedOf = (line: CheckedLine, usedAt: Date) => ({
  ...numbersOf(line)!,
  usedAt,
  overrideReason: null,
  confirmDuplicate: line.again,
})

const unknownProblem = (cardId: LookedUp | undefined): LineProblem =>
  cardId === 'later' ? 'later' : 'card-unknown'

/** Asks the register about each line, and records the good ones when `records` says so. Nothing else is written. */
const judge = async (visit: Writing, site: SiteOfScope, list: DoorList, records: boolean) => {
  const { db, user, keys, now } = visit
  const scope = siteScopeOf(user)
  const asked = list.lines.filter(
    (line) => line.state !== 'dropped' && formProblem(line, list.day, now) === null,
  )
  const limit = { buckets: missBuckets(user, site), now }
  const codes = asked.map(({ code }) => code)
  const cards = { ...list.cards, ...(await lookUpCodes(db, keys, site.id, codes, limit, list.cards)) }
  const idOfCard = (line: CheckedLine) => {
    const id = asked.includes(line) ? cards[line.code] : null
    return typeof id === 'number' ? id : null
  }
  const judged = list.lines.map((line) => ({ line, cardId: idOfCard(line), id: null }))
  const ids = await idsOf(db, judged, site, list)
  const seen = new Set<number>()
  const useIds: string[] = []
  const lines: CheckedLine[] = []
  for (const [index, { line, cardId }] of judged.entries()) {
    const { id, isRecorded } = ids[index]!
    const problem = line.state === 'dropped' ? null : formProblem(line, list.day, now)
    const bad = (why: LineProblem, meant: string | null = null) =>
      lines.push({ ...line, state: 'bad', problem: why, meant, tail: null })
    if (line.state === 'dropped') lines.push(line)
    else if (problem) bad(problem)
    else if (cardId === null || id === null) {
      const meant = suggestCode(line.code)
      bad(unknownProblem(cards[line.code]), meant && formatCode(meant))
    } else if (isRecorded) {
      seen.add(cardId)
      lines.push({ ...line, state: 'recorded', problem: null, tail: tailIn(line), meant: null })
    } else if (seen.has(cardId) && !line.again) bad('repeated')
    else {
      seen.add(cardId)
      const usedAt = usedAtOf(line, list.day, now)!
      const name = { code: readCode(line.code), keys }
      const {
        card,
        site: place,
        home,
        recent,
      } = await findForUse(db, name, scope, {
        ...{ siteId: site.id, event: list.event, at: usedAt },
      })
      const wanted = wantedOf(line, usedAt)
      const facts = { card, site: place!, home, recent }
      const refusal = refusalOf(facts, wanted, now) ?? adultsProblem(card!.type, wanted.adults)
      if (refusal) {
        bad(refusal)
        continue
      }
      if (records) {
        const use = { ...wanted, id, siteId: site.id, event: list.event, eventOn: null, card: card! }
        const by = {
          owner: `site:${site.id}`,
          key: id,
          bodyHash: Buffer.from(id),
          status: 303,
          answer: { id },
        }
        const who = { actor: actorOf(user), role: user.role, audited: true, proof: null, now }
        const kept = await recordUse(
          db,
          { ...use, category: place!.category, kind: 'ticket', source: 'offline' },
          { ...by, ...who },
        )
        if (kept.outcome === 'card-changed') throw new Error('The card changed while its line was recorded')
        useIds.push(id)
      }
      const state = records ? 'recorded' : 'good'
      lines.push({ ...line, state, problem: null, tail: tailOf(card!.tail), meant: null })
    }
  }
  return { list: { ...list, lines, cards }, useIds }
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
