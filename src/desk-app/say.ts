import type { AppWords } from './words.ts'

type Forms = { one: string; other: string }
export type Tickets = { adults: number; children: number; companions?: number }

/** Finnish, Swedish and English count alike: one, and all else. */
export const counted = ({ one, other }: Forms, count: number): string =>
  (count === 1 ? one : other).replace('#', String(count))

/** Puts words in the places that a sentence leaves for them. */
export const fill = (text: string, given: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? ''))

/** `1 aikuinen + 2 lasta + 1 avustaja tai tulkki` */
export const ticketsText = (t: AppWords, { adults, children, companions = 0 }: Tickets): string =>
  [
    adults > 0 && counted(t.adult, adults),
    children > 0 && counted(t.child, children),
    companions > 0 && counted(t.companion, companions),
  ]
    .filter(Boolean)
    .join(' + ') || counted(t.adult, 0)

export const sumOf = (tickets: readonly Tickets[]): Tickets => {
  const sum = (of: (one: Tickets) => number) => tickets.reduce((total, one) => total + of(one), 0)
  return {
    adults: sum(({ adults }) => adults),
    children: sum(({ children }) => children),
    companions: sum(({ companions = 0 }) => companions),
  }
}

const language = () => document.documentElement.lang

/** `14.3.2027` in Finnish and Swedish, `14 March 2027` in English. */
export const dayText = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  if (language() !== 'en') return `${date}.${month}.${year}`
  const shape = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-GB', shape).format(new Date(`${day}T00:00:00Z`))
}

/** `17.51`, in English `17:51`: the time in Helsinki. */
export const timeText = (at: number | string): string => {
  const shape = { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Europe/Helsinki' } as const
  const text = new Intl.DateTimeFormat('fi-FI', shape).format(new Date(at))
  return text.replace(/[.:]/, language() === 'en' ? ':' : '.')
}

/** A sentence of the server in the language of the screen. */
export const said = (text: { fi: string; sv: string; en: string }): string =>
  text[language() as 'fi' | 'sv' | 'en'] ?? text.fi

type CardChildren = { children: number; childAge: number }

/** How many children the register has, and how old they may be. */
export const hasNoMore = (t: AppWords, { children, childAge }: CardChildren): string =>
  children === 0 ? t.noChildren : fill(counted(t.hasChildren, children), { age: childAge })

/** The same when more of them are to come in: who can put it right. */
export const hasMore = (t: AppWords, card: CardChildren): string =>
  `${hasNoMore(t, card)} ${t.issuerCorrects}`
