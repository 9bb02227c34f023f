import type { Category } from '../network/rules.ts'

/** What the policy of the day says. */
export type Facts = { childAge: number; months: number }

type Part = { title: string; lines: string[] }
/** Each string is a paragraph of its own, or a step of `ticket`. */
export type GuideWords = {
  title: string
  lead: string[]
  ticket: Part
  along: Part
  children: (facts: Facts) => Part
  remember: Part
  renewal: (facts: Facts) => Part
  lost: Part
  /** Its last line leads to the address of the privacy statement. */
  privacy: Part
  /** Before a line on which the unit writes its name and telephone number, or puts its stamp. */
  givenBy: string
  /** Before the name of the home municipality. */
  near: string
  places: string
  categories: Record<Category, string>
  /** Before a number. */
  more: string
  /** Before the address of the list. */
  allPlaces: string
  scan: string
  asOf: string
}
