/** What the gate of a hall does with a card: decisions as pure functions, which know no clock and no screen. */
import { canonicalLegacy, canonicalNew, fromScan, isNewCode, tailOf } from '../codes/shape-rules.ts'
import type { CheckAnswer } from '../desk-queue/wire.ts'

const minute = 60_000

/** How the gate works on this device. */
export type GateSettings = {
  siteId: number | null
  /** Whether to ask how many children come, where the register has some; else one adult is recorded at once. */
  asksChildren: boolean
  /** The same card within so many minutes is a question first; 0 never asks. */
  guardMinutes: number
  sound: boolean
  camera: boolean
}

export const firstSettings: GateSettings = {
  siteId: null,
  asksChildren: true,
  guardMinutes: 30,
  sound: true,
  camera: false,
}

export const guardChoices = [0, 5, 15, 30, 60, 120]

/** Old or foreign content gives what a new device has. */
export const settingsOf = (stored: string | null): GateSettings => {
  try {
    const given = JSON.parse(stored ?? '{}') as Partial<GateSettings>
    const flag = (name: 'asksChildren' | 'sound' | 'camera') =>
      typeof given[name] === 'boolean' ? given[name] : firstSettings[name]
    return {
      siteId: Number.isInteger(given.siteId) ? given.siteId! : null,
      asksChildren: flag('asksChildren'),
      guardMinutes: guardChoices.includes(given.guardMinutes!)
        ? given.guardMinutes!
        : firstSettings.guardMinutes,
      sound: flag('sound'),
      camera: flag('camera'),
    }
  } catch {
    return firstSettings
  }
}

/** A personal identity code, however it was spaced: it is never sent, kept or shown. */
const identityCode = /^\D{0,3}\d{2}[ .]?\d{2}[ .]?\d{2} ?[-+A-FU-Y] ?\d{3} ?[0-9A-Z]$/i
const longestCode = 40

export type Entered =
  | { problem: 'empty' | 'too-long' | 'identity-code' }
  | {
      problem: null
      code: string
      tail: string /** Check characters that do not hold: a slip, or an old card. */
      isSound: boolean
    }

/** What was typed, or came from a reader that types: the same form for the same card. */
export const readEntered = (typed: string): Entered => {
  const text = fromScan(typed)
  if (identityCode.test(text)) return { problem: 'identity-code' }
  const isSound = isNewCode(text)
  const code = isSound ? canonicalNew(text) : canonicalLegacy(text)
  if (code === '') return { problem: 'empty' }
  if (code.length > longestCode) return { problem: 'too-long' }
  return { problem: null, code, tail: tailOf(code), isSound }
}

// ---- The same card again

/** Which cards were recorded here of late: in the memory of the page alone, by their codes. */
export type Guard = {
  remember(code: string, at: number): void
  forget(code: string): void
  /** @returns when the card was last recorded, milliseconds since 1970 */
  last(code: string): number | null
}

export const newGuard = (): Guard => {
  const seen = new Map<string, number>()
  const longest = Math.max(...guardChoices) * minute
  return {
    remember: (code, at) => {
      for (const [old, when] of seen) if (at - when > longest) seen.delete(old)
      seen.set(code, Math.max(at, seen.get(code) ?? at))
    },
    forget: (code) => void seen.delete(code),
    last: (code) => seen.get(code) ?? null,
  }
}

/** Whole minutes since the card was recorded here, when that is so near that a person is asked; else null. */
export const minutesSince = (last: number | null, now: number, guardMinutes: number): number | null => {
  if (last === null || guardMinutes === 0) return null
  const minutes = Math.floor(Math.max(0, now - last) / minute)
  return minutes < guardMinutes ? minutes : null
}

// ---- What happens next

/** A slip of the finger is none of these: more children than a row of keys has are recorded at the plain desk. */
export const mostKeys = 9

export type Step =
  | { do: 'record'; adults: number; children: number }
  | { do: 'ask-again'; minutes: number }
  | { do: 'ask-children'; most: number }
  | { do: 'ask-workers' }
  | { do: 'arrive'; booking: NonNullable<CheckAnswer['booking']> }
  | { do: 'refuse' }

export type Asked = {
  /** Null when the register could not be asked: no network. */
  answer: CheckAnswer | null
  /** When the same card was last recorded here, by this device. */
  last: number | null
  now: number
  /** Milliseconds by which the server’s clock is ahead of this device’s. */
  skew: number
  settings: GateSettings
  /** A person has said that it is another visit. */
  isAnotherVisit: boolean
}

/** Allowed but for an earlier record, which the guard asks about by itself. */
const isAllowed = ({ allowed, reason }: CheckAnswer) => allowed || reason === 'duplicate-suspected'

/** Without a network a card is let in: the register is asked later, and the site never has to refuse for the network. */
export const stepFor = ({ answer, last, now, skew, settings, isAnotherVisit }: Asked): Step => {
  if (answer && !isAllowed(answer)) return { do: 'refuse' }
  if (!isAnotherVisit) {
    const told = answer?.recent ? Date.parse(answer.recent.at) - skew : null
    const latest = told === null ? last : Math.max(told, last ?? told)
    const minutes = minutesSince(latest, now, settings.guardMinutes)
    if (minutes !== null) return { do: 'ask-again', minutes }
  }
  if (!answer) return { do: 'record', adults: 1, children: 0 }
  if (answer.booking && !isAnotherVisit) return { do: 'arrive', booking: answer.booking }
  if (answer.card?.type === 'community') return { do: 'ask-workers' }
  const children = answer.card?.children ?? 0
  if (children > 0 && settings.asksChildren) return { do: 'ask-children', most: Math.min(children, mostKeys) }
  return { do: 'record', adults: 1, children: 0 }
}

// ---- The day

export type Counters = { uses: number; adults: number; children: number }

/** @param sign 1 for a record that the register has, -1 for one that was undone */
export const counted = (
  { uses, adults, children }: Counters,
  tickets: { adults: number; children: number },
  sign: 1 | -1,
): Counters => ({
  uses: Math.max(0, uses + sign),
  adults: Math.max(0, adults + sign * tickets.adults),
  children: Math.max(0, children + sign * tickets.children),
})

/** `kept` on the device alone; `waits` in the register for its card to be registered. */
export type LineState = 'kept' | 'recorded' | 'waits' | 'attention' | 'undone'
export type Line = {
  id: string
  at: number
  code: string
  tail: string
  adults: number
  children: number
  state: LineState
}

const mostLines = 5
/** The newest first, five at most. */
export const withLine = (lines: readonly Line[], line: Line): Line[] => [line, ...lines].slice(0, mostLines)

export const withState = (lines: readonly Line[], id: string, state: LineState): Line[] =>
  lines.map((line) => (line.id === id ? { ...line, state } : line))

/** Whether a change of a record’s state changes what the register counts, and how. */
export const signOf = (from: LineState, to: LineState): 1 | -1 | 0 => {
  if (from === to) return 0
  return to === 'recorded' ? 1 : from === 'recorded' ? -1 : 0
}
