import type { Day } from '../lib/dates.ts'

/** Words in the three languages. Finnish is always there; the others speak Finnish until somebody translates them. */
export type Said = { fi: string; sv: string | null; en: string | null }
export const inLanguage = (said: Said, language: string): string =>
  (language === 'sv' ? said.sv : language === 'en' ? said.en : null) ?? said.fi

/** What people are told of an exception: why, what is offered instead, and through which day. */
export type Notice = { reason: Said; instead: Said | null; from: Day; until: Day; pausesSites: boolean }

/** In one breath: the reason, then what is offered instead. */
export const noticeText = ({ reason, instead }: Notice, language: string): string =>
  [reason, instead].flatMap((said) => (said ? [inLanguage(said, language)] : [])).join(' ')

export type ExceptionState = 'standing' | 'coming' | 'past'
export const stateOn = (
  { from, until, withdrawnAt }: { from: Day; until: Day; withdrawnAt: Date | null },
  day: Day,
): ExceptionState => {
  if (withdrawnAt !== null || until < day) return 'past'
  return day < from ? 'coming' : 'standing'
}
