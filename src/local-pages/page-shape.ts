import type { ContactSide } from '../areas/page-rules.ts'

type Part = { title: string; lines: string[] }

/** What a local page says around the facts of the register. Tickets, children and the rest stand in the guide's words. */
export type LocalWords = {
  title: (area: string) => string
  description: (area: string) => string
  what: string
  /** `#` in its lines stands for the lowest age of the policy. */
  who: Part & { lead: string; noPapers: string }
  where: { title: string; ask: string; none: string }
  places: { title: string; none: string; all: string; askThere: string }
  popUp: string
  paused: string
  community: Part
  elsewhere: Part
  brochure: string
  contacts: { title: string; sides: Record<ContactSide, string> }
  municipalities: string
  goodToKnow: string
  notice: string
  /** From the embedded page to the whole one. */
  whole: string
}

/** The page on which one finds who gives the card near home. */
export type WhereWords = {
  title: string
  description: string
  lead: string
  municipality: string
  every: string
  show: string
  todo: Part
  issuers: string
  none: (municipality: string) => string
  noneTodo: string
  coming: (municipality: string) => string
  outside: string
  area: (area: string) => string
}
