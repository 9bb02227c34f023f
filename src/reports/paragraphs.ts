import type { Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { threshold } from '../publications/lattice-rules.ts'
import { partName } from '../publications/words.ts'
import { changeOf, greatestOf, type Value } from './figure-rules.ts'
import { inPeriod } from './period-words.ts'
import { isLeftOver } from './plan-rules.ts'
import type { Facts } from './report-shape.ts'
import { placeLine, type Sentences, sentenceWords } from './sentence-words.ts'

type Telling = { language: Language; facts: Facts; t: Sentences; when: string }
/** A sentence, or nothing where its number is hidden or was not published. */
type Said = string | false | null

const isShown = (value: Value): value is number => typeof value === 'number'
/** A sentence of one number: none where it is hidden, or zero and so nothing to tell. */
const say = (value: Value, sentence: (count: number) => string): Said =>
  isShown(value) && value > 0 && sentence(value)
const joined = (sentences: readonly Said[]) => sentences.filter(Boolean).join(' ')

/** The change of the tickets since the year before; of small numbers the number itself. */
const sinceYear = ({ facts, t }: Telling): Said => {
  const before = facts.yearBefore?.sheet.get('tickets')
  const now = facts.current.sheet.get('tickets')
  const change = changeOf(now, before)
  if (change) return t.sinceYear(change)
  return isShown(now) && say(before, t.yearBeforeWas)
}

const sinceQuarter = ({ facts, t }: Telling): Said => {
  const change = changeOf(facts.current.sheet.get('tickets'), facts.quarterBefore?.sheet.get('tickets'))
  return change && t.sinceQuarter(change)
}

const aboutTickets = (telling: Telling): string => {
  const { facts, t, when } = telling
  const { get } = facts.current.sheet
  const tickets = get('tickets')
  if (tickets === undefined) return ''
  if (tickets === null) return t.ticketsHidden(when)
  const children = get('tickets', 'audience', 'children') ?? 0
  return joined([t.tickets(when, tickets, children), sinceYear(telling), sinceQuarter(telling)])
}

/** The largest part of a division, where all its parts are shown. */
const greatestPart = (
  { language, facts }: Telling,
  measure: 'tickets' | 'registered' | 'valid',
  division: 'category' | 'age',
) => {
  const { get, parts } = facts.current.sheet
  const rows = parts(measure, division)
    .filter((part) => !isLeftOver(part))
    .map((part) => ({ part, value: get(measure, division, part) }))
  const greatest = greatestOf(rows)
  return greatest && { ...greatest, name: partName(language, division, greatest.part) }
}

const aboutUsers = (telling: Telling): string => {
  const { facts, t } = telling
  const { get } = facts.current.sheet
  const users = say(get('users'), t.users)
  const field = greatestPart(telling, 'tickets', 'category')
  return joined([
    users,
    // “Of them” needs the sentence before it.
    users && say(get('new-audience'), (count) => t.newAudience(count, facts.place.level)),
    field && t.mostTickets(field.name, field.value),
    say(get('community-tickets'), t.community),
  ])
}

const aboutCards = (telling: Telling): string => {
  const { facts, t, when } = telling
  const { get } = facts.current.sheet
  const [registered, valid] = [get('registered'), get('valid')]
  const age = facts.kind === 'wellbeing' && greatestPart(telling, 'registered', 'age')
  const largest = greatestPart(telling, 'valid', 'age')
  return joined([
    isShown(registered) && t.registered(when, registered),
    // “Of them” needs the sentence before it.
    say(registered, () => say(get('renewed'), t.renewed) || ''),
    age && t.mostCards(age.name),
    say(get('taken-into-use'), t.takenIntoUse),
    say(valid, t.valid),
    say(valid, () => say(get('expiring'), t.expiring) || ''),
    say(valid, () => (largest ? t.mostValid(largest.name, largest.value) : '')),
  ])
}

/** Who hands out money or plans services does not know the card: the text says what it is for. */
const explains = (facts: Facts) => facts.kind !== 'board' && facts.kind !== 'annual'
/** The text of a grant application tells of people who came, the others begin with what was asked for first. */
const partsOf: Record<Facts['kind'], readonly ((telling: Telling) => string)[]> = {
  board: [aboutTickets, aboutUsers, aboutCards],
  annual: [aboutTickets, aboutUsers, aboutCards],
  wellbeing: [aboutCards, aboutTickets, aboutUsers],
  teaviisari: [aboutCards, aboutTickets, aboutUsers],
  grant: [aboutTickets, aboutUsers],
}

/** The paragraphs that are pasted, the place first and the source last. */
export const paragraphsOf = (
  language: Language,
  facts: Facts,
  { sources, hasHidden }: { sources: readonly number[]; hasHidden: boolean },
): string[] => {
  const { kind, place, current } = facts
  const t = sentenceWords[language]
  const { period, asOf } = current.publication
  const telling = { language, facts, t, when: inPeriod(language, period) }
  return [
    `${placeLine(language, place)}.`,
    ...(explains(facts) ? [t.purpose] : []),
    ...partsOf[kind].map((part) => part(telling)).filter((text) => text !== ''),
    joined([t.source(sources, dayOf(asOf)), hasHidden && t.hidden(threshold)]),
  ]
}
