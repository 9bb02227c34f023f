import type { Language } from '../i18n/translated.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { changeWords } from './change-words.ts'
import type { Period } from './life-queries.ts'
import type { Contact } from './queries.ts'
import { isClosed, nextPause, type Pause, type PlaceKind } from './rules.ts'
import { type Deed, deeds, placeAddress, placeWords } from './words.ts'

/** What a place's page tells of its life. */
export type Life = {
  periods: readonly Period[]
  pauses: readonly Pause[]
  contacts: readonly Contact[]
  closedOn: Day | null
  mergedInto: { id: number; name: string } | null
}

type Told = {
  kind: 'info' | 'warn'
  title: string
  text?: string
  link?: { label: string; href: string }
  post?: { label: string; action: string }
}

/** What is, or soon will be, different with a place, with the way to take it back. */
export const lifeNotices = (
  kind: PlaceKind,
  language: Language,
  place: Life & { id: number },
  today: Day,
): Told[] => {
  const t = placeWords[language]
  const c = changeWords[language]
  const at = (page: Parameters<typeof placeAddress>[3]) => placeAddress(kind, language, place.id, page)
  if (place.mergedInto) {
    const { id, name } = place.mergedInto
    return [
      {
        kind: 'info',
        title: c.mergedTitle(name),
        link: { label: name, href: placeAddress(kind, language, id) },
      },
    ]
  }
  const told: Told[] = []
  if (place.closedOn) {
    const say = isClosed(place.closedOn, today) ? c.closedTitle : c.closesTitle
    const post = { label: c.reopen, action: at('reopen') }
    told.push({ kind: 'warn', title: say(place.closedOn), text: c.closeWhy[kind], post })
  }
  const pause = nextPause(place.pauses, today)
  if (pause) {
    const post = { label: c.resume, action: at('resume') }
    const text = pause.reason ? { text: pause.reason } : {}
    told.push({ kind: 'warn', title: c.pausedTitle(pause.from, pause.until), ...text, post })
  }
  const [coming] = place.periods
  if (coming?.from && coming.from > today) {
    const text = [coming.name, coming.organisation, municipalityName(coming, language)].join(', ')
    const post = { label: c.withdraw, action: at('withdraw') }
    told.push({ kind: 'info', title: c.pendingTitle(coming.from), text, post })
  }
  if (place.contacts.length === 0) told.push({ kind: 'warn', title: t.noContacts })
  return told
}

/** What can be done with a place that stands. */
export const lifeActions = (kind: PlaceKind, language: Language, place: Life & { id: number }) => {
  const t = placeWords[language]
  const c = changeWords[language]
  const to = (page: 'edit' | 'change' | 'pause' | 'close' | 'merge', label: string) => ({
    label,
    href: placeAddress(kind, language, place.id, page),
  })
  if (place.mergedInto) return []
  return [
    to('edit', t.edit),
    to('change', c.change),
    to('pause', c.pause[kind]),
    ...(place.closedOn ? [] : [to('close', c.close[kind])]),
    to('merge', c.merge[kind]),
  ]
}

/** Names and municipalities by time, the latest first. */
export const historyRows = (language: Language, { periods, closedOn }: Life) =>
  periods.map((period) => ({
    time: placeWords[language].since(
      period.from,
      period.until ?? (closedOn && (period.from ?? '') < closedOn ? addDays(closedOn, -1) : null),
    ),
    name: period.name,
    organisation: period.organisation,
    municipality: municipalityName(period, language),
  }))

/** The words for what the address says has just been done. */
export const doneWords = (language: Language, query: URLSearchParams): string | undefined => {
  const asked = deeds.find((deed): deed is Deed => deed === query.get('done'))
  return asked && placeWords[language].deeds[asked]
}

export const contactLines = (contacts: readonly Contact[]): string =>
  contacts.map(({ name, email, phone }) => [name, email, phone].filter(Boolean).join(', ')).join('; ')
